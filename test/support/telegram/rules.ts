/** What the Bot API refuses (https://core.telegram.org/bots/api), each rule as the description it answers with. */

export type Json = Record<string, unknown>;

/** A call that the Bot API would answer with 400. */
export class Refusal extends Error {}

export const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const bytes = (text: string): number => Buffer.byteLength(text, "utf8");

function refuse(description: string): never {
  throw new Refusal(description);
}

const ENTITY_TYPES = new Set(
  [
    "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler",
    "blockquote expandable_blockquote code pre text_link text_mention custom_emoji date_time",
  ].flatMap((line) => line.split(" ")),
);

const QUOTES = new Set(["blockquote", "expandable_blockquote"]);
const VERBATIM = new Set(["code", "pre"]);

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

const end = (entity: Entity): number => entity.offset + entity.length;

/** True when a cut at `at` would part the two halves of a surrogate pair. */
const partsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "");

export function checkText(text: unknown, limit = 4096): string {
  if (typeof text !== "string") refuse("message text is not a string");
  if (/\p{Surrogate}/u.test(text)) refuse("strings must be encoded in UTF-8");
  if (text.trim() === "") refuse("message text is empty");
  if (text.length > limit) refuse("message is too long");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Telegram takes these out, and every offset moves.
  if (/[\u0000-\u0009\u000b-\u001f\u2028-\u202e]|\u0333|\u033f|\u030a/.test(text))
    refuse("STRICT: text would be cleaned");
  // Telegram trims and then shifts every entity; whoever counts offsets must not depend on that.
  if (text !== text.trim()) refuse("STRICT: text would be trimmed");
  return text;
}

export function checkEntities(text: string, given: unknown): Entity[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) refuse("entities must be an array");
  if (given.length > 100) refuse("STRICT: entities over 100 are dropped");
  const entities = given as Entity[];
  for (const entity of entities) {
    if (!ENTITY_TYPES.has(entity.type)) refuse(`unsupported entity type ${entity.type}`);
    if (!Number.isInteger(entity.offset) || !Number.isInteger(entity.length)) refuse("entity is not integer");
    if (entity.offset < 0 || entity.length <= 0 || end(entity) > text.length) {
      refuse("entity begins or ends outside the text");
    }
    if (partsPair(text, entity.offset) || partsPair(text, end(entity))) {
      refuse("entity begins or ends in the middle of a UTF-16 symbol");
    }
    if (entity.type === "text_link" && !/^https?:\/\/[^\s]+$/.test(entity.url ?? "")) refuse("invalid url");
  }
  for (const [i, one] of entities.entries()) {
    for (const other of entities.slice(i + 1)) checkPair(one, other);
  }
  return entities;
}

function checkPair(one: Entity, other: Entity): void {
  const apart = end(one) <= other.offset || end(other) <= one.offset;
  if (apart) return;
  const nested =
    (one.offset <= other.offset && end(one) >= end(other)) ||
    (other.offset <= one.offset && end(other) >= end(one));
  if (!nested) refuse("entities partly overlap");
  if (QUOTES.has(one.type) && QUOTES.has(other.type)) refuse("block quotations can't be nested");
  if (VERBATIM.has(one.type) || VERBATIM.has(other.type)) refuse("pre and code can't contain other entities");
}

/** What Telegram would make live by itself: it looks for these outside `code` and `pre`, also beside `entities`. */
const LIVE =
  /@[A-Za-z]\w{3,31}|(?:https?|tg|ton):\/\/\S+|\b[\w-]+\.(?:com|org|net|example|ru|me)\b|#[\p{L}\p{N}_]+/gu;
const COMMAND = /(?<=^|\s)\/[A-Za-z0-9_]{1,64}(?:@\w+)?/gu;

export function liveIn(text: string, entities: readonly Entity[]): string[] {
  const found = [...text.matchAll(LIVE), ...text.matchAll(COMMAND)];
  return found
    .filter((match) => {
      const at = match.index;
      return !entities.some(
        (e) =>
          (VERBATIM.has(e.type) || e.type === "text_link") && e.offset < at + match[0].length && end(e) > at,
      );
    })
    .map((match) => match[0]);
}

const BUTTON_ACTIONS = [
  "url",
  "callback_data",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "copy_text",
];

export function checkKeyboard(markup: unknown): void {
  if (markup === undefined) return;
  if (!isRecord(markup)) refuse("object expected as reply markup");
  if (!("inline_keyboard" in markup)) return;
  const rows = markup["inline_keyboard"];
  if (!Array.isArray(rows)) refuse("inline_keyboard must be an array");
  if (rows.flat().length > 100) refuse("REPLY_MARKUP_TOO_LONG");
  for (const row of rows as Json[][]) {
    if (row.length > 8) refuse("STRICT: a row holds 8 buttons at most");
    for (const button of row) {
      if (typeof button["text"] !== "string" || button["text"].trim() === "") refuse("button text is empty");
      const actions = BUTTON_ACTIONS.filter((name) => name in button);
      if (actions.length !== 1) refuse("exactly one action per button");
      const data = button["callback_data"];
      if (data !== undefined && (typeof data !== "string" || bytes(data) < 1 || bytes(data) > 64)) {
        refuse("BUTTON_DATA_INVALID");
      }
      const copied = isRecord(button["copy_text"]) ? button["copy_text"]["text"] : undefined;
      if ("copy_text" in button && (typeof copied !== "string" || copied.length < 1 || copied.length > 256))
        refuse("COPY_TEXT_INVALID");
      const url = button["url"];
      if (url !== undefined && !/^(?:https?|tg):\/\/[^/]*\.[^/]/.test(String(url)))
        refuse("BUTTON_URL_INVALID");
    }
  }
}

const START = /^[A-Za-z0-9_-]{1,64}$/;

export function checkInline(call: Json): void {
  const results = call["results"];
  if (!Array.isArray(results)) refuse("results must be an array");
  if (results.length > 50) refuse("RESULTS_TOO_MUCH");
  const ids = new Set<unknown>();
  for (const result of results as Json[]) {
    const id = result["id"];
    if (typeof id !== "string" || bytes(id) < 1 || bytes(id) > 64 || ids.has(id)) refuse("RESULT_ID_INVALID");
    ids.add(id);
    if (result["type"] !== "article") refuse("STRICT: only articles are expected here");
    if (typeof result["title"] !== "string" || result["title"].trim() === "") refuse("TITLE_INVALID");
    const content = result["input_message_content"];
    if (!isRecord(content)) refuse("input_message_content is needed");
    checkEntities(checkText(content["message_text"]), content["entities"]);
    checkKeyboard(result["reply_markup"]);
  }
  const button = call["button"];
  if (isRecord(button) && !START.test(String(button["start_parameter"] ?? ""))) refuse("START_PARAM_INVALID");
}

export function checkCommands(call: Json): void {
  const commands = call["commands"];
  if (!Array.isArray(commands) || commands.length > 100) refuse("BOT_COMMANDS_TOO_MUCH");
  for (const { command, description } of commands as { command: string; description: string }[]) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) refuse("BOT_COMMAND_INVALID");
    if (description.length < 1 || description.length > 256) refuse("BOT_COMMAND_DESCRIPTION_INVALID");
  }
}
