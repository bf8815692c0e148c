import { normalize } from "../analysis/normalizer.ts";
import { type Token, tokenize } from "../analysis/tokenizer.ts";

/** A word, a number or a sign that changes what a number says, as it stands in a text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Folded: equal for the forms of one word. */
  readonly key: string;
}

/** Signs without which a number is another one. A hyphen is a minus only before a number and not between two. */
const SIGN = /[%٪‰$€£¥₽°±−]|(?<![\p{L}\p{N}])-(?=\p{Nd})/gu;
const SIGNS: Readonly<Record<string, string>> = { "٪": "%", "−": "-" };

/** The words of a text, in order, their offsets from `base` on; `tokens` are its own, where they are known, with offsets as wanted. */
export function wordsOf(text: string, base = 0, tokens?: readonly Token[]): Word[] {
  const by = tokens ? 0 : base;
  const words = (tokens ?? tokenize(text)).map(
    ({ text: word, start, end, folded }): Word => ({
      text: word,
      start: by + start,
      end: by + end,
      key: folded,
    }),
  );
  let signs = false;
  for (const match of text.matchAll(SIGN)) {
    const [sign] = match;
    const start = base + match.index;
    words.push({ text: sign, start, end: start + sign.length, key: SIGNS[sign] ?? sign });
    signs = true;
  }
  return signs ? words.sort((a, b) => a.start - b.start) : words;
}

const MARKS = /[\p{M}\p{Cf}ـ]/gu;

/** The letters of a word with their hamzas, without marks: ما and ماء are folded alike and are two words. */
export const lettersWithHamza = (word: string) => word.normalize("NFC").replace(MARKS, "").toLowerCase();

export const isSign = (key: string) => normalize(key) !== "" && !/[\p{L}\p{N}]/u.test(key);
