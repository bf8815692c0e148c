/** Extracts from a message the question that is addressed to this bot. */
import { type Message, MessageType } from "discord.js";

export interface MessageRequest {
  readonly question: string;
  /** The bot's own answer that it replies to. */
  readonly answer?: Message | undefined;
}

/**
 * A direct message, a mention by name, or a reply that notifies. Bots, webhooks, other kinds of messages, roles and
 * `@everyone` are not for it; nor is text that Discord hides from it, for which it has no intent.
 */
export function requestOf(message: Message): MessageRequest | undefined {
  const me = message.client.user?.id;
  // Despite its type, `author` is null on a message that came without one.
  const author = message.author as Message["author"] | null;
  if (author === null || author === undefined || me === undefined) return undefined;
  if (author.bot || author.system || author.id === me || message.webhookId !== null) return undefined;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return undefined;

  const answer = repliedAnswer(message, me);
  const named = new RegExp(`<@!?${me}>`).test(message.content);
  if (!message.channel.isDMBased() && !named && (answer === undefined || message.content === ""))
    return undefined;
  const question = message.content.replace(new RegExp(`<@!?${me}>`, "g"), " ").trim();
  return { question, answer };
}

function repliedAnswer(message: Message, me: string): Message | undefined {
  const id = message.reference?.messageId;
  // It comes with the reply, so it is in the cache; after that it is not needed again.
  const replied = id === undefined ? undefined : message.channel.messages.cache.get(id);
  return replied?.author?.id === me ? replied : undefined;
}
