import {
  checkCommands,
  checkEntities,
  checkInline,
  checkKeyboard,
  checkText,
  type Entity,
  isRecord,
  type Json,
  liveIn,
  Refusal,
} from "./rules.ts";

export const BOT = {
  id: 123456,
  is_bot: true,
  first_name: "Isnad",
  username: "this_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
} as const;

export interface Chat extends Json {
  readonly id: number;
  readonly type: "private" | "group" | "supergroup" | "channel";
  readonly is_forum?: boolean;
}

export interface SentMessage extends Json {
  readonly message_id: number;
  readonly chat: Chat;
  text: string;
  entities: Entity[];
  reply_markup?: { inline_keyboard: { text: string; callback_data?: string; url?: string }[][] };
  readonly message_thread_id?: number;
  readonly reply_to_message?: Json;
  /** What Telegram would have made live in it by itself: mentions, links, commands. */
  live: string[];
  readonly at: number;
}

/** What the server knows: chats, messages, open queries, and what the bot has set about itself. */
export class BotState {
  readonly chats = new Map<number, Chat>();
  readonly blocked = new Set<number>();
  readonly topics = new Set<string>();
  readonly messages = new Map<string, Json>();
  readonly sent: SentMessage[] = [];
  readonly openQueries = new Set<string>();
  readonly texts = new Map<string, unknown>();
  #lastMessage = 100;

  nextMessageId(): number {
    return ++this.#lastMessage;
  }
}

const key = (chat: unknown, message: unknown): string => `${chat}/${message}`;

function checkContent(call: Json): { text: string; entities: Entity[] } {
  const text = checkText(call["text"]);
  if (call["parse_mode"] !== undefined) throw new Refusal("STRICT: text goes out with entities");
  const entities = checkEntities(text, call["entities"]);
  checkKeyboard(call["reply_markup"]);
  return { text, entities };
}

export function answerCall(state: BotState, method: string, call: Json): unknown {
  switch (method) {
    case "getMe":
      return BOT;
    case "sendMessage":
      return send(state, call);
    case "editMessageText":
      return edit(state, call);
    case "answerCallbackQuery":
      if (String(call["text"] ?? "").length > 200) throw new Refusal("MESSAGE_TOO_LONG");
      return closeQuery(state, call["callback_query_id"]);
    case "answerInlineQuery":
      checkInline(call);
      return closeQuery(state, call["inline_query_id"]);
    case "setMyCommands":
      checkCommands(call);
      state.texts.set(`commands/${call["language_code"] ?? ""}`, call["commands"]);
      return true;
    case "getMyCommands":
      return state.texts.get(`commands/${call["language_code"] ?? ""}`) ?? [];
    case "setMyDescription":
      return setText(state, call, "description", 512);
    case "getMyDescription":
      return getText(state, call, "description");
    case "setMyShortDescription":
      return setText(state, call, "short_description", 120);
    case "getMyShortDescription":
      return getText(state, call, "short_description");
    case "setWebhook":
    case "deleteWebhook":
      return true;
    default:
      throw new Refusal(`STRICT: no such method here: ${method}`);
  }
}

function setText(state: BotState, call: Json, name: string, limit: number): boolean {
  const text = String(call[name] ?? "");
  if (text.length > limit) throw new Refusal(`${name} is too long`);
  state.texts.set(`${name}/${call["language_code"] ?? ""}`, text);
  return true;
}

const getText = (state: BotState, call: Json, name: string): Json => ({
  [name]: state.texts.get(`${name}/${call["language_code"] ?? ""}`) ?? "",
});

function closeQuery(state: BotState, id: unknown): boolean {
  if (!state.openQueries.delete(String(id))) {
    throw new Refusal("query is too old and response timeout expired or query ID is invalid");
  }
  return true;
}

function send(state: BotState, call: Json): SentMessage {
  const { text, entities } = checkContent(call);
  const chat = state.chats.get(Number(call["chat_id"]));
  if (!chat) throw new Refusal("chat not found");
  if (state.blocked.has(chat.id)) throw new Refusal("Forbidden: bot was blocked by the user");
  const thread = call["message_thread_id"];
  if (thread !== undefined && !state.topics.has(key(chat.id, thread))) {
    throw new Refusal("message thread not found");
  }
  const replied = call["reply_parameters"];
  let original: Json | undefined;
  if (isRecord(replied)) {
    original = state.messages.get(key(chat.id, replied["message_id"]));
    if (!original && replied["allow_sending_without_reply"] !== true) {
      throw new Refusal("message to be replied not found");
    }
  }
  const message: SentMessage = {
    message_id: state.nextMessageId(),
    date: Math.floor(Date.now() / 1000),
    from: BOT,
    chat,
    text,
    entities,
    live: liveIn(text, entities),
    at: Date.now(),
    ...(call["reply_markup"] ? { reply_markup: call["reply_markup"] as never } : {}),
    ...(thread === undefined ? {} : { message_thread_id: thread as number, is_topic_message: true }),
    // A replied-to message comes without the one that it replies to.
    ...(original ? { reply_to_message: { ...original, reply_to_message: undefined } } : {}),
  };
  state.messages.set(key(chat.id, message.message_id), message);
  state.sent.push(message);
  return message;
}

function edit(state: BotState, call: Json): unknown {
  const { text, entities } = checkContent(call);
  const message = state.messages.get(key(call["chat_id"], call["message_id"])) as SentMessage | undefined;
  if (!message?.["from"] || (message["from"] as Json)["id"] !== BOT.id)
    throw new Refusal("message to edit not found");
  const markup = call["reply_markup"] as SentMessage["reply_markup"];
  const same = JSON.stringify([message.text, message.entities, message.reply_markup]);
  if (same === JSON.stringify([text, entities, markup])) {
    throw new Refusal(
      "message is not modified: specified new message content and reply markup are exactly the same as a " +
        "current content and reply markup of the message",
    );
  }
  message.text = text;
  message.entities = entities;
  message.live = liveIn(text, entities);
  if (markup) message.reply_markup = markup;
  else delete message.reply_markup;
  return message;
}
