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
  /\p{Nd}+(?:[.,٫]\p{Nd}+)*(?![\p{Script=Latin}\p{Nd}])|[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}\p{Cf}]*|(?:(?!\p{Script=Latin})\p{L})(?:(?!\p{Script=Latin})[\p{L}\p{M}\p{Cf}ـ])*/uy;

/** UTF-16 units. Compatibility forms unfold, ﷺ into eighteen letters; a word that grows beyond this by them is read as far as it was typed. */
const MAX_UNFOLDED = 64;
const NUMBER = /^[0-9][^a-z]*$/;

export function isNumber(folded: string): boolean {
  return NUMBER.test(folded);
}

/** What a UTF-16 unit is in a simple word: unlike units part words, and `FOLDED` ones change when the word is folded. */
const BETWEEN = 1;
const FOLDED = 8;
const SIMPLE: readonly (readonly [kind: number, units: RegExp])[] = [
  [BETWEEN, /[^\p{L}\p{M}\p{N}\p{C}]/u],
  [2, /[ابتثجحخدذرزسشصضطظعغفقكلمنهوي]/],
  [2 | FOLDED, /[ء-غف-يپچژکگی]/],
  [3, /[a-z]/],
  [3 | FOLDED, /[A-Z]/],
  [4, /[а-я]/],
  [4 | FOLDED, /[А-ЯЁё]/],
];
/** 0 for all units that only `TOKEN` knows about. Beyond are the scripts that none of the bot's languages is written in. */
const KINDS = Uint8Array.from({ length: 0x2100 }, (_, unit) => {
  const text = String.fromCharCode(unit);
  return SIMPLE.find(([, units]) => units.test(text))?.[0] ?? 0;
});

/** Words in order. Never throws: any string gives tokens, possibly none. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === BETWEEN) {
      at += 1;
      continue;
    }
    const [end, kinds] = kind === 0 ? [0, 0] : simpleWord(text, at);
    if (end > 0) {
      const word = text.slice(at, end);
      push(tokens, text, at, word, kinds & FOLDED ? foldToken(word) : word);
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const word = TOKEN.exec(text)?.[0];
    if (word !== undefined) push(tokens, text, at, word, foldToken(word));
    at += word?.length ?? ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
  }
  return tokens;
}

const kindAt = (text: string, at: number) => KINDS[text.charCodeAt(at)] ?? 0;

/** Where the word of one alphabet's plain letters ends that begins here, and what it has; 0 where it is no such word. */
function simpleWord(text: string, from: number): [end: number, kinds: number] {
  let kinds = kindAt(text, from);
  const alphabet = kinds & ~FOLDED;
  let to = from + 1;
  for (; to < text.length; to += 1) {
    const kind = kindAt(text, to);
    if ((kind & ~FOLDED) !== alphabet) return kind === BETWEEN ? [to, kinds] : [0, 0];
    kinds |= kind;
  }
  return [to, kinds];
}

function push(tokens: Token[], text: string, start: number, word: string, folded: string): void {
  if (!folded) return;
  const before = text[start - 1];
  tokens.push({
    text: word,
    start,
    end: start + word.length,
    folded,
    suffix: before === "'" || before === "’",
  });
}

/** Folded words that are all letters, which is nearly all of them. */
const CLEAN = /^[ا-غف-يa-zа-я]+$/;

function foldToken(word: string): string {
  const unfolded = normalize(word);
  // What follows compares each word with every name: its cost must be bounded by what was typed
  const folded = unfolded.slice(0, Math.max(word.length, MAX_UNFOLDED));
  if (CLEAN.test(folded)) return folded;
  // A decimal comma is a decimal point; compatibility forms may unfold into several words (ﷺ): they stay one token.
  return isNumber(folded) ? folded.replace(",", ".") : folded.replace(/[^\p{L}\p{N}]/gu, "");
}
