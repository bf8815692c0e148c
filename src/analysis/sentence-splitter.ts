import { SOURCE_LANGUAGES } from "../languages/all.ts";
import type { Span } from "../model/corpus.ts";

/**
 * Sentences by punctuation, and by the starts with which Arabic news strings sentences together after a comma (`، وقال`). Never
 * inside a quotation: what somebody said is one piece, unless it runs on past LONG.
 */

const OPENERS = "“«";
const CLOSERS = "”»";
const STOPS = ".!?؟…؛";
const COMMAS = "،,";
const MARK = new RegExp(`["${OPENERS}${CLOSERS}${STOPS}${COMMAS}]`, "g");
/** UTF-16 units; only a longer piece may also be split at a comma before a new statement. */
const LONG = 160;
/** A piece shorter than this is not a sentence of its own and is joined to its neighbour. */
const SHORT = 25;
/** Starts of a new statement or of a new topic within a long sentence. */
const START = new RegExp(
  `^\\s*(?:${Object.values(SOURCE_LANGUAGES)
    .map(({ sentenceStarts }) => sentenceStarts)
    .join("|")})(?=[\\s:"“])`,
  "u",
);

/** Spans of the sentences of `text`, offset by `base`; they cover it, less surrounding white space. */
export function splitSentences(text: string, base = 0): Span[] {
  const cuts: number[] = [];
  let quoted = 0;
  let straight = false;
  let last = 0;
  let past = 0;
  for (const { 0: c, index: at } of text.matchAll(MARK)) {
    if (at < past) continue;
    if (OPENERS.includes(c)) quoted += 1;
    else if (CLOSERS.includes(c)) quoted = Math.max(0, quoted - 1);
    else if (c === '"') straight = !straight;
    const inside = quoted > 0 || straight;
    const next = text.slice(at + 1, at + 24);
    const decimal = c === "." && /^\p{Nd}/u.test(next) && /\p{Nd}/u.test(text[at - 1] ?? "");
    const stop = STOPS.includes(c) && !decimal && !(c === "." && text[at + 1] === ".");
    // A full stop just before the closing quotation mark also ends the enclosing sentence
    const closing = stop && inside && c !== "؛" && closes(text, at + 1, quoted, straight);
    const comma = COMMAS.includes(c) && at - last > LONG;
    // An unclosed quotation mark must not swallow the rest: past LONG, a full stop ends a sentence even inside one
    if (stop && (!inside || closing || at - last > LONG)) {
      let end = at + 1;
      while (end < text.length && `${CLOSERS}"”)`.includes(text[end] as string)) {
        if (text[end] === '"') straight = !straight;
        else quoted = Math.max(0, quoted - 1);
        end += 1;
      }
      cuts.push(end);
      last = end;
      past = end;
    } else if (comma && (!inside || at - last > 2 * LONG) && START.test(next)) {
      cuts.push(at + 1);
      last = at + 1;
    }
  }
  return trim(text, cuts, base);
}

/** Whether the quotations that are open are closed right here, and nothing but a space or the end follows. */
function closes(text: string, from: number, quoted: number, straight: boolean): boolean {
  let [open, odd, at] = [quoted, straight, from];
  for (; CLOSERS.includes(text[at] || " ") || text[at] === '"'; at += 1) {
    if (text[at] === '"') odd = !odd;
    else open = Math.max(0, open - 1);
  }
  return at > from && open === 0 && !odd && (at === text.length || /\s/u.test(text[at] as string));
}

function trim(text: string, cuts: readonly number[], base: number): Span[] {
  const spans: [number, number][] = [];
  let from = 0;
  for (const to of [...cuts, text.length]) {
    const piece = text.slice(from, to);
    const lead = piece.length - piece.trimStart().length;
    const body = piece.trim();
    if (body) {
      const start = from + lead;
      const previous = spans.at(-1);
      if (previous && (body.length < SHORT || previous[1] - previous[0] < SHORT))
        previous[1] = start + body.length;
      else spans.push([start, start + body.length]);
    }
    from = to;
  }
  return spans.map(([start, end]) => [base + start, base + end]);
}
