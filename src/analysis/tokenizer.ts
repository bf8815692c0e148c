import { normalize } from "./normalizer.ts";

/** A word or number, where it stands in the original text. */
export interface Token {
  /** As typed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** Directly follows an apostrophe: a suffix in Turkish, a possessive in English. */
  readonly suffix: boolean;
}

/**
 * A number with its decimals; or Latin letters and digits together (`G7`, and Arabic typed as `3ash2`); or letters of any other
 * script, with marks, tatweel and invisible characters inside. `\w` and `\b` are ASCII and would erase Arabic.
 */
const TOKEN =
  /\p{Nd}+(?:[.,٫]\p{Nd}+)*(?![\p{Script=Latin}\p{Nd}])|[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}\p{Cf}]*|(?:(?!\p{Script=Latin})\p{L})(?:(?!\p{Script=Latin})[\p{L}\p{M}\p{Cf}ـ])*/gu;

/** UTF-16 units. Compatibility forms unfold, ﷺ into eighteen letters; a word that grows beyond this by them is read as far as it was typed. */
const MAX_UNFOLDED = 64;
const NUMBER = /^[0-9][^a-z]*$/;
/** Folded words that are all letters and digits, which is nearly all of them. */
const CLEAN = /^[ا-غف-يa-zа-я]+$/;

export function isNumber(folded: string): boolean {
  return NUMBER.test(folded);
}

/** Most entries of a lexicon: words of plain letters with spaces between them, which need no search for their ends. */
const PLAIN_WORDS = /^(?:[ء-غف-ي]+(?: [ء-غف-ي]+)*|[a-z]+(?: [a-z]+)*|[а-яё]+(?: [а-яё]+)*)$/;

/** Words in order. Never throws: any string gives tokens, possibly none. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  if (PLAIN_WORDS.test(text)) {
    let start = 0;
    for (const word of text.split(" ")) {
      const folded = normalize(word);
      if (folded) tokens.push({ text: word, start, end: start + word.length, folded, suffix: false });
      start += word.length + 1;
    }
    return tokens;
  }
  for (const match of text.matchAll(TOKEN)) {
    const folded = foldToken(match[0]);
    if (!folded) continue;
    const before = text[match.index - 1];
    tokens.push({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      folded,
      suffix: before === "'" || before === "’",
    });
  }
  return tokens;
}

function foldToken(word: string): string {
  const unfolded = normalize(word);
  // What follows compares each word with every name: its cost must be bounded by what was typed
  const folded = unfolded.slice(0, Math.max(word.length, MAX_UNFOLDED));
  if (CLEAN.test(folded)) return folded;
  // A decimal comma is a decimal point; compatibility forms may unfold into several words (ﷺ): they stay one token.
  return isNumber(folded) ? folded.replace(",", ".") : folded.replace(/[^\p{L}\p{N}]/gu, "");
}
