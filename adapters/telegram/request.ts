import type { Message } from "./update.ts";

/** What somebody wants of us with a message. */
export type TelegramRequest =
  | {
      readonly kind: "ask";
      readonly question: string;
      readonly repliesTo?: Message;
      readonly subject?: string;
    }
  | { readonly kind: "verify"; readonly quotation: string }
  | { readonly kind: "leader"; readonly name: string }
  | { readonly kind: "sources" | "help" }
  | { readonly kind: "start"; readonly payload: string };

export interface Me {
  readonly id: number;
  readonly username: string;
}

/** Content to which a person in a private chat deserves an answer, though it is not text. */
const WORDLESS = [
  "animation audio contact dice document location photo poll sticker story venue video video_note voice",
].flatMap((line) => line.split(" "));

/** Undefined when the message is not addressed to the bot. */
export function requestOf(message: Message, me: Me): TelegramRequest | undefined {
  if (!isPerson(message, me)) return undefined;
  const said = wordsOf(message);
  const alone = message.chat.type === "private";
  if (said === undefined)
    return alone && WORDLESS.some((kind) => kind in message) ? { kind: "help" } : undefined;

  const command = commandIn(said, me);
  if (command?.other) return undefined;
  if (command) return wishOfCommand(command.name, command.rest, message, me, alone);
  const mentioned = withoutMentions(said, me);
  const toUs = alone || mentioned !== undefined || isReplyTo(message, me);
  return toUs ? ask(mentioned ?? said.text, message, me) : undefined;
}

interface Words {
  readonly text: string;
  readonly entities: NonNullable<Message["entities"]>;
}

function wordsOf({ text, entities, caption, caption_entities }: Message): Words | undefined {
  if (text !== undefined) return { text, entities: entities ?? [] };
  if (caption !== undefined) return { text: caption, entities: caption_entities ?? [] };
  return undefined;
}

/**
 * Not a bot (a loop could begin), not a channel's post copied into its group, and not what was sent through our own
 * inline search, which is an answer already. An administrator who is anonymous writes as the group itself.
 */
function isPerson({ from, sender_chat, via_bot, is_automatic_forward, chat }: Message, me: Me): boolean {
  if (is_automatic_forward || via_bot?.id === me.id || chat.type === "channel") return false;
  const anonymous = sender_chat !== undefined && sender_chat.id === chat.id;
  return anonymous || (from !== undefined && from.is_bot !== true);
}

/** A command counts where it begins the message; `other` when it is meant for another bot. */
function commandIn(
  { text, entities }: Words,
  me: Me,
): { name: string; rest: string; other: boolean } | undefined {
  const entity = entities.find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (!entity) return undefined;
  const [name = "", addressee] = text.slice(1, entity.length).toLowerCase().split("@");
  const other = addressee !== undefined && addressee !== me.username.toLowerCase();
  return { name, rest: text.slice(entity.length).trim(), other };
}

function wishOfCommand(
  name: string,
  rest: string,
  message: Message,
  me: Me,
  alone: boolean,
): TelegramRequest | undefined {
  switch (name) {
    case "ask":
      return ask(rest, message, me);
    case "verify":
      return { kind: "verify", quotation: rest === "" ? handedOver(message, me) : rest };
    case "leader":
      return { kind: "leader", name: rest };
    case "sources":
    case "help":
      return { kind: name };
    case "start":
      return { kind: "start", payload: rest };
    default:
      // In a group it may be another bot's.
      return alone ? { kind: "help" } : undefined;
  }
}

/** The text without our name; undefined when we are not mentioned. */
function withoutMentions({ text, entities }: Words, me: Me): string | undefined {
  const name = `@${me.username.toLowerCase()}`;
  const ours = entities.filter(
    ({ type, offset, length, user }) =>
      (type === "mention" && text.slice(offset, offset + length).toLowerCase() === name) ||
      (type === "text_mention" && user?.id === me.id),
  );
  if (ours.length === 0) return undefined;
  let rest = text;
  for (const { offset, length } of [...ours].sort((a, b) => b.offset - a.offset)) {
    rest = rest.slice(0, offset) + rest.slice(offset + length);
  }
  return rest.trim();
}

/**
 * In a topic, every message that replies to nothing replies to the service message that opened the topic, and that may
 * be ours (https://core.telegram.org/bots/api#message, `forum_topic_created`).
 */
function isReplyTo({ reply_to_message: original }: Message, me: Me): boolean {
  return original?.from?.id === me.id && !("forum_topic_created" in original);
}

/** "/verify" under somebody's message hands us its words; a part of it that was quoted in replying comes first. */
function handedOver({ reply_to_message: original, quote }: Message, me: Me): string {
  if (quote?.text) return quote.text;
  return original && isPerson(original, me) ? (wordsOf(original)?.text ?? "") : "";
}

function ask(text: string, message: Message, me: Me): TelegramRequest {
  const original = message.reply_to_message;
  // "@bot" or "/ask" under somebody's question hands us that question, or as much of it as was chosen.
  const whole = original && isPerson(original, me) ? wordsOf(original)?.text : undefined;
  const handedOver = text === "" ? (message.quote?.text ?? whole) : undefined;
  if (handedOver !== undefined) return { kind: "ask", question: handedOver };
  return {
    kind: "ask",
    question: text,
    // Words that were chosen out of the message before are what the question is about
    ...(message.quote ? { subject: message.quote.text } : {}),
    ...(original && isReplyTo(message, me) ? { repliesTo: original } : {}),
  };
}
