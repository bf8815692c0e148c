import type { Word } from "./words.ts";

/** The key of a word that stands between passages which do not follow on one another: only a leap leads over it. */
export const GAP = "\u0000";

/** Numbers of no word: of a source word that the quotation lacks, of a gap, of a pair that makes no word. */
const NONE = -1;
const NOBODY = -2;
export const OVER = -3;

/** Words as numbers, which are compared at once: `t` of the quotation, `s` of the sources. */
export interface WordNumbers {
  readonly t: Int32Array;
  readonly s: Int32Array;
  readonly tStem: Int32Array;
  readonly sStem: Int32Array;
  /** A word with the one before it, as one word. */
  readonly tGlued: Int32Array;
  readonly sGlued: Int32Array;
}

/** Words as numbers: equal for equal keys, none for a word of the sources that the quotation lacks. */
export function numbered(
  typed: readonly Word[],
  source: readonly Word[],
  stemOf: (key: string) => string,
): WordNumbers {
  const keys = new Map<string, number>();
  const stems = new Map<string, number>();
  const number = (map: Map<string, number>, key: string) => {
    let known = map.get(key);
    if (known === undefined) {
      known = map.size;
      map.set(key, known);
    }
    return known;
  };
  const t = Int32Array.from(typed, ({ key }) => number(keys, key));
  const tStem = Int32Array.from(typed, ({ key }) => number(stems, stemOf(key)));
  const joined = new Map<string, number>();
  typed.forEach(({ key }, at) => {
    if (at > 0) number(joined, (typed[at - 1] as Word).key + key);
  });
  const s = Int32Array.from(source, ({ key }) => (key === GAP ? OVER : (keys.get(key) ?? NONE)));
  const sStem = Int32Array.from(source, ({ key }, at) =>
    s[at] === NONE ? (stems.get(stemOf(key)) ?? NONE) : NONE,
  );
  // A glued pair has the number of the word that it makes
  const whole = new Map<string, number>();
  source.forEach(({ key }, at) => {
    const pair = joined.get(key);
    if (pair === undefined) return;
    const own = s[at] as number;
    if (own === NONE) s[at] = number(keys, key);
    whole.set(key, s[at] as number);
  });
  const tGlued = Int32Array.from(typed, ({ key }, at) =>
    at > 0 ? (whole.get((typed[at - 1] as Word).key + key) ?? NOBODY) : NOBODY,
  );
  const sGlued = Int32Array.from(source, ({ key }, at) =>
    at > 0 ? (keys.get((source[at - 1] as Word).key + key) ?? NOBODY) : NOBODY,
  );
  return { t, s, tStem, sStem, tGlued, sGlued };
}

/** How many words of the quotation stand anywhere in the sources, alone, glued or parted. */
export function sharedWords({ t, s, tGlued, sGlued }: WordNumbers): number {
  const known = new Set([...s, ...sGlued]);
  const isGlued = (at: number) => (tGlued[at] ?? NOBODY) !== NOBODY;
  return t.filter((word, at) => known.has(word) || isGlued(at) || isGlued(at + 1)).length;
}

/** Where each number stands, counted from 1. */
export function columnsByNumber(numbers: Int32Array): ReadonlyMap<number, readonly number[]> {
  const columns = new Map<number, number[]>();
  numbers.forEach((number, at) => {
    if (number < 0) return;
    const known = columns.get(number);
    if (known) known.push(at + 1);
    else columns.set(number, [at + 1]);
  });
  return columns;
}
