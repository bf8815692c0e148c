/**
 * How far apart two words are: Damerau-Levenshtein with cheap steps for what keyboards, dots and agencies confuse.
 */

const NEIGHBOURS = [
  // Arabic keyboard (101), rows as they lie
  "ضصثقفغعهخحجد",
  "شسيبلاتنمكط",
  "ئءؤرلىةوزظ",
  // Latin
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  // Russian
  "йцукенгшщзхъ",
  "фывапролджэ",
  "ячсмитьбю",
];
const ALIKE = [
  "بتثني",
  "جحخ",
  "دذ",
  "رز",
  "سش",
  "صض",
  "طظ",
  "عغ",
  "فق",
  "هح",
  "كق",
  "سص",
  "تط",
  "ضظد",
  "ثسص",
  "ذز",
  "اعه",
  "غق",
  "وف",
  "eiy",
  "ou",
  "aeo",
  "ckq",
  "sz",
  "vw",
  "дт",
  "ие",
  "оа",
  "бп",
  "сз",
];

const cheap = new Set<string>();
for (const row of NEIGHBOURS)
  for (let i = 1; i < row.length; i += 1) {
    cheap.add(`${row[i - 1]}${row[i]}`);
    cheap.add(`${row[i]}${row[i - 1]}`);
  }
for (const group of ALIKE) for (const a of group) for (const b of group) if (a !== b) cheap.add(a + b);

/** Cost of one step; a whole letter typed for another is 1. */
const ALIKE_COST = 0.6;
const VOWEL_COST = 0.6;
const DOUBLED_COST = 0.4;
const SWAP_COST = 0.7;
const MISSING_COST = 0.85;
const EXTRA_COST = 1;
const VOWELS = "اويeiouayаеиоуыэюя";

function substitution(a: string, b: string): number {
  return a === b ? 0 : cheap.has(a + b) ? ALIKE_COST : 1;
}

/** A letter too many or too few; `missing` when the other word has it and this one lacks it, the commoner slip. */
function gap(word: string, at: number, missing: boolean): number {
  const c = word[at] as string;
  if (c === word[at - 1] || c === word[at + 1]) return DOUBLED_COST;
  if (VOWELS.includes(c)) return VOWEL_COST;
  return missing ? MISSING_COST : EXTRA_COST;
}

/** Distance from a typed folded word `a` to a known one `b`, or Infinity once it must pass `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) * DOUBLED_COST > limit) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let previous: number[] = [0];
  for (let j = 1; j <= b.length; j += 1) previous.push((previous[j - 1] as number) + gap(b, j - 1, true));
  for (let i = 1; i <= a.length; i += 1) {
    const row = [(previous[0] as number) + gap(a, i - 1, false)];
    let least = row[0] as number;
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(
        (previous[j] as number) + gap(a, i - 1, false),
        (row[j - 1] as number) + gap(b, j - 1, true),
        (previous[j - 1] as number) + substitution(a[i - 1] as string, b[j - 1] as string),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + SWAP_COST);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    before = previous;
    previous = row;
  }
  const total = previous[b.length] as number;
  return total > limit ? Number.POSITIVE_INFINITY : total;
}
