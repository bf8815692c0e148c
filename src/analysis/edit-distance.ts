import { KEYBOARDS } from "../languages/keyboards.ts";
import { ALIKE, VOWELS } from "../languages/letters.ts";

/** Rows of keys; one that makes several letters is under the finger for its first. */
const ROWS = [KEYBOARDS.arabic, KEYBOARDS.us, KEYBOARDS.russian]
  .flat()
  .map((row) => row.replace(/\((.).*?\)/u, "$1").replace(/[^\p{L}]/gu, ""));

/** Cost of one step; a whole letter typed for another is 1. */
const ALIKE_COST = 0.6;
const VOWEL_COST = 0.6;
const DOUBLED_COST = 0.4;
const SWAP_COST = 0.7;
const MISSING_COST = 0.85;
const EXTRA_COST = 1;

/** Each letter of the tables above as a small number, 0 for all others, so that looking up a step allocates no string. */
const LETTERS = [...new Set([...ROWS, ...ALIKE, VOWELS].join(""))];
const SIZE = LETTERS.length + 1;
const NUMBER = new Uint8Array(0x10000);
const ALIKE_PAIR = new Uint8Array(SIZE * SIZE);
const VOWEL = new Uint8Array(SIZE);
LETTERS.forEach((letter, at) => {
  NUMBER[letter.charCodeAt(0)] = at + 1;
});
const numberOf = (letter: string) => NUMBER[letter.charCodeAt(0)] as number;
const pair = (a: string, b: string) => {
  ALIKE_PAIR[numberOf(a) * SIZE + numberOf(b)] = 1;
  ALIKE_PAIR[numberOf(b) * SIZE + numberOf(a)] = 1;
};
for (const row of ROWS) for (let i = 1; i < row.length; i += 1) pair(row[i - 1] as string, row[i] as string);
for (const group of ALIKE) for (const a of group) for (const b of group) if (a !== b) pair(a, b);
for (const vowel of VOWELS) VOWEL[numberOf(vowel)] = 1;

function substitution(a: number, b: number): number {
  if (a === b) return 0;
  return ALIKE_PAIR[(NUMBER[a] as number) * SIZE + (NUMBER[b] as number)] === 1 ? ALIKE_COST : 1;
}

/** An inserted or a missing letter; `missing` when this word lacks a letter of the other, which is the commoner slip. */
function gap(word: string, at: number, missing: boolean): number {
  const c = word.charCodeAt(at);
  if (c === word.charCodeAt(at - 1) || c === word.charCodeAt(at + 1)) return DOUBLED_COST;
  if (VOWEL[NUMBER[c] as number] === 1) return VOWEL_COST;
  return missing ? MISSING_COST : EXTRA_COST;
}

/** Rows of the table, kept between calls: thousands of words may be compared for one that is misspelt. */
let [before, previous, row, gaps] = Array.from({ length: 4 }, () => new Float64Array(64)) as [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];

/** Distance from a typed folded word `a` to a known one `b`; Infinity as soon as it is bound to exceed `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) * DOUBLED_COST > limit) return Number.POSITIVE_INFINITY;
  if (b.length >= row.length)
    [before, previous, row, gaps] = [before, previous, row, gaps].map(
      () => new Float64Array(b.length * 2),
    ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  previous[0] = 0;
  for (let j = 1; j <= b.length; j += 1) {
    gaps[j] = gap(b, j - 1, true);
    previous[j] = (previous[j - 1] as number) + (gaps[j] as number);
  }
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1);
    const left = gap(a, i - 1, false);
    row[0] = (previous[0] as number) + left;
    let least = row[0];
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1);
      let cost = (previous[j] as number) + left;
      const inserted = (row[j - 1] as number) + (gaps[j] as number);
      if (inserted < cost) cost = inserted;
      const replaced = (previous[j - 1] as number) + substitution(letter, other);
      if (replaced < cost) cost = replaced;
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        const swapped = (before[j - 2] as number) + SWAP_COST;
        if (swapped < cost) cost = swapped;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    [before, previous, row] = [previous, row, before];
  }
  const total = previous[b.length] as number;
  return total > limit ? Number.POSITIVE_INFINITY : total;
}

/** The cheapest way to insert or delete a letter. */
export const MIN_COST = Math.min(ALIKE_COST, VOWEL_COST, 2 * DOUBLED_COST);

/** The letters of a word, one bit each; letters of the other scripts may share a bit. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) {
    const c = word.charCodeAt(i);
    // The folded Arabic letters stand in two runs with tatweel and rare letters between them
    const bit = c < 0x80 ? c - 0x61 : c < 0x600 ? c - 0x430 : c < 0x640 ? c - 0x621 : c - 0x641 + 26;
    bits |= 1 << (bit & 31);
  }
  return bits;
}

/**
 * Whether words of these letters may be so few steps of MIN_COST apart: each letter that only one of them has must be replaced or left
 * out. Cheap to ask of every word of a vocabulary before the few that are left are compared.
 */
export function isWithin(steps: number, a: number, b: number): boolean {
  return hasAtMost(steps, a & ~b) && hasAtMost(steps, b & ~a);
}

function hasAtMost(count: number, bits: number): boolean {
  let left = bits;
  for (let n = 0; n < count && left !== 0; n += 1) left &= left - 1;
  return left === 0;
}
