import { bare } from "../index/terms.ts";
import { VOWELS } from "../languages/letters.ts";

/** Whether a word is one that somebody may have meant to write, other than `meant`. */
export type IsWord = (key: string, meant?: string) => boolean;

/** Letters of the bare word from which one letter more or less makes another word very rarely. */
const LONG = 8;
const LONG_FOR_VOWEL = 7;
const LONG_FOR_SWAP = 6;
const LONG_FOR_DOUBLING = 5;
/** Pairs of letters that sound alike, so that whoever mistakes one for the other meant the same word. */
const ALIKE = ["ضظ", "ذز", "ثس", "صس"];
const LONG_FOR_ALIKE = 4;

/**
 * Whether a word is another one mistyped by a letter. A likeness proves nothing (استقرار and استمرار, ارتفع and ارتفعت are a letter apart), so a
 * slip is only what is no word as far as anybody knows, and what no other word is a letter away from: long words, changed inside.
 */
export function isSlip(typed: string, meant: string, isWord: IsWord): boolean {
  if (/\p{N}/u.test(typed + meant) || isWord(typed, meant)) return false;
  const word = bare(meant);
  const edit = oneEdit(typed, meant);
  if (!edit) return false;
  const { at, from, to, end } = edit;
  const begin = meant.length - word.length;
  const alike =
    from.length === 1 && to.length === 1 && ALIKE.some((two) => two.includes(from) && two.includes(to));
  if (alike && at >= begin && word.length >= LONG_FOR_ALIKE) return true;
  // What begins and ends a word is grammar: persons, tenses, cases
  if (at <= begin || end === 0) return false;
  // A letter typed twice, or once for twice
  const letter = from || to;
  if (from.length + to.length === 1) {
    const doubled = typed[at - 1] === letter || typed[at + 1] === letter || meant[at - 1] === letter;
    if (doubled && word.length >= LONG_FOR_DOUBLING) return true;
    if (VOWELS.includes(letter) && word.length >= LONG_FOR_VOWEL) return true;
  } else if (from.length === 2 && from[0] === to[1] && from[1] === to[0]) return word.length >= LONG_FOR_SWAP;
  return word.length >= LONG && at > begin + 1 && end > 1;
}

interface Edit {
  /** Where, in both words. */
  readonly at: number;
  /** What stands there in the typed word and in the meant one: none, one or two letters. */
  readonly from: string;
  readonly to: string;
  /** Letters behind it. */
  readonly end: number;
}

/** The one letter more, less or other, or the two swapped, by which two words differ; none when they differ by more. */
function oneEdit(a: string, b: string): Edit | undefined {
  if (a === b || Math.abs(a.length - b.length) > 1) return undefined;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - at && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const from = a.slice(at, a.length - end);
  const to = b.slice(at, b.length - end);
  const swapped = from.length === 2 && to.length === 2 && from[0] === to[1] && from[1] === to[0];
  return (from.length <= 1 && to.length <= 1) || swapped ? { at, from, to, end } : undefined;
}
