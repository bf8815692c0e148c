import { postingsOf } from "../analysis/postings.ts";
import { GAP, NO_HASH, type SourceWords } from "./passage-words.ts";
import { WordFilter } from "./word-filter.ts";
import type { Word } from "./words.ts";

/** Numbers of no word: of a source word that the quotation lacks, of a gap, of a pair that makes no word. */
const NONE = -1;
const NOBODY = -2;
export const OVER = -3;

/** Words as numbers, which are compared at once: `t` of the quotation, `s` of the sources. */
export interface WordNumbers {
  readonly t: Int32Array;
  readonly s: Int32Array;
  /** A word with the one before it, as one word. */
  readonly tGlued: Int32Array;
  readonly sGlued: Int32Array;
  readonly same: Columns;
  readonly glued: Columns;
  /** Asked for where the words alone do not tell that nothing is the sources'. */
  readonly stems: () => { readonly t: Int32Array; readonly s: Int32Array; readonly inflected: Columns };
}

/** Words as numbers: equal for equal keys, none for a word of the sources that the quotation lacks. */
export function numbered(
  typed: readonly Word[],
  source: SourceWords,
  stemOf: (key: string) => string,
): WordNumbers {
  const keys = new Map<string, number>();
  const t = new Int32Array(typed.length);
  for (const [at, { key }] of typed.entries()) t[at] = number(keys, key);
  const own = new Set(keys.keys());
  const pairs = typed.map(({ key }, at) => (at > 0 ? (typed[at - 1] as Word).key + key : ""));
  const joined = new Set(pairs);
  const known = filterOf(own);
  const paired = filterOf(joined);
  // A glued pair has the number of the word that it makes
  const whole = new Map<string, number>();
  const { words, hashes, gluedHashes } = source;
  const s = new Int32Array(words.length).fill(NONE);
  for (let at = 0; at < words.length; at += 1) {
    const hash = hashes[at] as number;
    if (known.mayHave(hash)) s[at] = keys.get((words[at] as Word).key) ?? NONE;
    if (paired.mayHave(hash)) {
      const { key } = words[at] as Word;
      if (joined.has(key)) whole.set(key, s[at] as number);
    }
  }
  for (const [key, same] of whole)
    if (same === NONE) {
      whole.set(key, number(keys, key));
      known.add(key);
    }
  const tGlued = new Int32Array(typed.length).fill(NOBODY);
  if (whole.size > 0) for (const [at, pair] of pairs.entries()) tGlued[at] = whole.get(pair) ?? NOBODY;
  const sGlued = new Int32Array(words.length).fill(NOBODY);
  for (let at = 0; at < words.length; at += 1) {
    if (whole.size > 0 && s[at] === NONE) s[at] = whole.get((words[at] as Word).key) ?? NONE;
    const hash = gluedHashes[at] as number;
    if (known.mayHave(hash)) sGlued[at] = keys.get(glued(words, at)) ?? NOBODY;
    else if (hash === NO_HASH) {
      const { key } = words[at] as Word;
      if (key === GAP) s[at] = OVER;
      // A passage may follow on the one before it
      else if (at > 0) sGlued[at] = keys.get(glued(words, at)) ?? NOBODY;
    }
  }
  return {
    t,
    s,
    tGlued,
    sGlued,
    same: new Columns(s, keys.size),
    glued: new Columns(sGlued, keys.size),
    stems: () => stemNumbers(t, s, source, Array.from(own, stemOf)),
  };
}

/** `stemsOf` has the stem of each number of the quotation's own words. */
function stemNumbers(
  t: Int32Array,
  s: Int32Array,
  source: SourceWords,
  stemsOf: readonly string[],
): { readonly t: Int32Array; readonly s: Int32Array; readonly inflected: Columns } {
  const stems = new Map<string, number>();
  const numbers = stemsOf.map((stem) => number(stems, stem));
  const stemmed = filterOf(stems.keys());
  const known = source.stems();
  const ofSource = new Int32Array(s.length).fill(NONE);
  for (let at = 0; at < s.length; at += 1) {
    const same = s[at] as number;
    // Where it is not a word of the quotation itself
    if ((same < 0 || same >= numbers.length) && stemmed.mayHave(known.hashes[at] as number))
      ofSource[at] = stems.get(known.stems[at] as string) ?? NONE;
  }
  const ofTyped = new Int32Array(t.length);
  for (let at = 0; at < t.length; at += 1) ofTyped[at] = numbers[t[at] as number] as number;
  return { t: ofTyped, s: ofSource, inflected: new Columns(ofSource, stems.size) };
}

/** A word with the one before it. */
const glued = (words: readonly Word[], at: number) => (words[at - 1] as Word).key + (words[at] as Word).key;

function filterOf(words: Iterable<string>): WordFilter {
  const filter = new WordFilter();
  for (const word of words) filter.add(word);
  return filter;
}

function number(map: Map<string, number>, key: string): number {
  let known = map.get(key);
  if (known === undefined) {
    known = map.size;
    map.set(key, known);
  }
  return known;
}

/** Where each number stands, counted from 1: the columns from `from` up to `to` in `columns`, ascending. */
export class Columns {
  readonly columns: Int32Array;
  private readonly starts: Int32Array;

  /** Of numbers under `size`; a negative one is none. */
  constructor(numbers: Int32Array, size: number) {
    const counted = new Int32Array(numbers.length);
    for (let at = 0; at < counted.length; at += 1) counted[at] = at + 1;
    const { firsts, values } = postingsOf(numbers, counted, size);
    this.starts = firsts;
    this.columns = values;
  }

  from(number: number): number {
    return this.starts[number] ?? 0;
  }

  to(number: number): number {
    return this.starts[number + 1] ?? 0;
  }

  each(number: number, visit: (column: number) => void): void {
    for (let at = this.from(number), to = this.to(number); at < to; at += 1)
      visit(this.columns[at] as number);
  }

  some(number: number, is: (column: number) => boolean): boolean {
    for (let at = this.from(number), to = this.to(number); at < to; at += 1)
      if (is(this.columns[at] as number)) return true;
    return false;
  }
}
