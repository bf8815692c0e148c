import type { Json } from "./rules.ts";
import type { TelegramServer } from "./server.ts";
import { BOT, type Chat, type SentMessage } from "./server-state.ts";
import type { Update } from "./updates.ts";

export interface Person extends Json {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly language_code?: string;
}

export const person = (id: number, language_code = "ar"): Person => ({
  id,
  is_bot: false,
  first_name: `Person ${id}`,
  language_code,
});

interface Saying {
  readonly chat?: Chat;
  readonly thread?: number;
  readonly replyTo?: Json;
  /** Fields that this message has besides, or in place of the usual ones. */
  readonly more?: Json;
}

/** People who write to the bot, as the updates that their apps would cause. */
export class People {
  readonly #server: TelegramServer;
  #query = 7_000_000;

  constructor(server: TelegramServer) {
    this.#server = server;
  }

  privateChat(who: Person): Chat {
    return this.#know({ id: who.id, type: "private", first_name: who.first_name });
  }

  group(id = -1001): Chat {
    return this.#know({ id, type: "supergroup", title: "A group" });
  }

  forum(id = -1002, topics: readonly number[] = [7]): Chat {
    for (const topic of topics) this.#server.state.topics.add(`${id}/${topic}`);
    return this.#know({ id, type: "supergroup", title: "A forum", is_forum: true });
  }

  message(who: Person, text: string, { chat, thread, replyTo, more }: Saying = {}): Json {
    const place = chat ?? this.privateChat(who);
    const message = {
      message_id: this.#server.state.nextMessageId(),
      date: Math.floor(Date.now() / 1000),
      from: who,
      chat: place,
      text,
      ...entitiesOf(text),
      ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
      ...(replyTo ? { reply_to_message: { ...replyTo, reply_to_message: undefined } } : {}),
      ...more,
    };
    this.#server.state.messages.set(`${place.id}/${message.message_id}`, message);
    return message;
  }

  say(who: Person, text: string, saying: Saying = {}): Update {
    return this.#server.updates.add({ message: this.message(who, text, saying) });
  }

  press(who: Person, message: SentMessage, data: string, more: Json = {}): Update {
    const id = this.#open();
    const query = { id, from: who, message, chat_instance: "1", data, ...more };
    return this.#server.updates.add({ callback_query: query });
  }

  inline(who: Person, query: string, offset = ""): Update {
    const id = this.#open();
    return this.#server.updates.add({ inline_query: { id, from: who, query, offset, chat_type: "sender" } });
  }

  #open(): string {
    const id = String(this.#query++);
    this.#server.state.openQueries.add(id);
    return id;
  }

  #know(chat: Chat): Chat {
    this.#server.state.chats.set(chat.id, chat);
    return chat;
  }
}

/** As Telegram marks them on arrival: commands and @names. */
function entitiesOf(text: string): Json {
  const commands = [...text.matchAll(/(?<=^|\s)\/[A-Za-z0-9_]+(?:@\w+)?/g)].map((m) =>
    entity("bot_command", m),
  );
  const mentions = [...text.matchAll(/(?<![\w/])(?<!\/\w+)@[A-Za-z]\w+/g)].map((m) => entity("mention", m));
  const entities = [...commands, ...mentions].sort((a, b) => a.offset - b.offset);
  return entities.length > 0 ? { entities } : {};
}

const entity = (type: string, match: RegExpExecArray): { type: string; offset: number; length: number } => ({
  type,
  offset: match.index,
  length: match[0].length,
});

export { BOT };
