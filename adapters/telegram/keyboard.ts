import { safeEnd, truncate } from "../../src/analysis/truncate.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { encodeButton } from "../conversation/button-codec.ts";
import { type Action, type Card, type ShownQuote, tries } from "../conversation/card.ts";
import { sendable } from "./entities.ts";

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
type KeyboardButton =
  | { readonly text: string; readonly callback_data: string }
  | { readonly text: string; readonly url: string }
  | { readonly text: string; readonly copy_text: { readonly text: string } };

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly KeyboardButton[])[];
}

/** UTF-16 units on a button; telephones show fewer. */
const LABEL = 60;
const BUTTONS_A_ROW = 3;
/** Rows of choices, above which nobody looks. */
const MAX_CHOICES = 20;
/** Characters (https://core.telegram.org/bots/api#copytextbutton). */
const MAX_COPY = 256;
/** Of them for a quote's first words, where its citation would leave fewer. */
const MIN_COPIED = 60;

/** What can be pressed under a card; `owner` is the only one who may, 0 for everyone. */
export function keyboardOf(card: Card, owner: number, fingerprint: number): Keyboard | undefined {
  const label = (text: string) => truncate(sendable(text).trim(), LABEL) || "…";
  const button = ({ label: says, press }: Action): KeyboardButton => ({
    text: label(says),
    callback_data: encodeButton({ lang: card.lang, fingerprint, owner: BigInt(owner), press }),
  });
  const rows: KeyboardButton[][] = card.choices.options
    .slice(0, MAX_CHOICES)
    .map((choice) => [button(choice)]);
  for (const action of tries(card)) rows.push([button(action)]);
  for (let i = 0; i < card.actions.length; i += BUTTONS_A_ROW) {
    rows.push(card.actions.slice(i, i + BUTTONS_A_ROW).map(button));
  }
  const quotes = card.parts.flatMap((part) => (part.kind === "quote" ? [part.quote] : []));
  const [quote] = quotes;
  // A card that brings words of its own to copy (a checked quotation) knows better than its quotes
  const own = card.copy === undefined ? "" : sendable(card.copy);
  if (own !== "") {
    if (own.length <= MAX_COPY)
      rows.push([{ text: label(STRINGS[card.lang].button.copy), copy_text: { text: own } }]);
  } else if (quote && quotes.length === 1) {
    const strings = STRINGS[card.lang].button;
    const row: KeyboardButton[] = [{ text: label(strings.copy), copy_text: { text: copied(quote) } }];
    // Telegram refuses a message whose button opens no public address
    if (quote.url?.startsWith("https://")) row.push({ text: label(strings.read), url: quote.url });
    rows.push(row);
  }
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

/** The words that answer and where they stand, as much as may be copied: words are left off at the end only, with a mark. */
function copied({ excerpt, citation, url }: ShownQuote): string {
  const { text, best, cutBefore, cutAfter } = excerpt;
  const [from, to] = best[0] < best[1] ? best : [0, text.length];
  const words = text.slice(from, to);
  const before = from > 0 || cutBefore ? "…" : "";
  const where = citation.line.replace(/[\u2066-\u2069]/g, "");
  const room = (tail: string) => MAX_COPY - tail.length - "«……»".length;
  const tails = [url && `\n${where}\n${url}`, url && `\n${url}`, `\n${where}`].filter(
    (tail) => tail !== undefined,
  );
  const tail = tails.find((one) => room(one) >= Math.min(words.length, MIN_COPIED)) ?? "";
  const kept = words.slice(0, safeEnd(words, 0, room(tail)));
  const after = kept.length < words.length || to < text.length || cutAfter ? "…" : "";
  return `«${before}${kept}${after}»${tail}`.slice(0, MAX_COPY);
}
