import type { Span } from "../model/corpus.ts";

/**
 * Which sentences of a translation render which of the original (Gale and Church, "A Program for Aligning Sentences in Bilingual
 * Corpora", 1993): in order, none left out, so that the lengths agree, with figures as further evidence. Sentence for sentence is
 * likeliest; equal counts alone do not prove it, as two may be joined in one place and one parted in another.
 */

/** Sentences of the original and of the translation that are taken together. */
type Bead = readonly [source: number, target: number, cost: number];

/** How unlikely each grouping is beside one for one: minus the logarithm of the ratio of their frequencies, as in the paper. */
const BEADS: readonly Bead[] = [
  [1, 1, 0],
  [1, 2, 2.3],
  [2, 1, 2.3],
  [2, 2, 4.4],
  [1, 3, 5],
  [3, 1, 5],
  [1, 4, 7],
  [4, 1, 7],
];
/** Variance of a translation's length for each unit of the original's, as in the paper. */
const VARIANCE = 6.8;
/** Cost of a number on one side of a pair only: worse than a merge. */
const LONE_FIGURE = 3;

/** Sentence pairs that are compared at most: a book's paragraphs have dozens of sentences, a file that is one endless line has thousands. */
const MAX_PAIRS = 40_000;

/** For each sentence of the original, the stretch of the translation that renders it. */
export function alignSentences(
  source: string,
  sourceSentences: readonly Span[],
  target: string,
  targetSentences: readonly Span[],
): readonly Span[] {
  const whole: Span = [0, target.length];
  if (targetSentences.length < 2) return sourceSentences.map(() => whole);
  if (sourceSentences.length * targetSentences.length > MAX_PAIRS)
    return sourceSentences.map((span) => inProportion(span, source, target, targetSentences));
  const from = sourceSentences.map(([start, end]) => sideOf(source.slice(start, end)));
  const to = targetSentences.map(([start, end]) => sideOf(target.slice(start, end)));
  const path = cheapest(from, to);
  // One side has so many more sentences that no grouping covers both
  if (!path) return sourceSentences.map(() => whole);
  return path.flatMap(([first, beyond, at, until]) => {
    const [start] = targetSentences[at] as Span;
    const [, end] = targetSentences[until - 1] as Span;
    return Array.from({ length: beyond - first }, (): Span => [start, end]);
  });
}

/** The sentences at the same share of the text. */
function inProportion([start, end]: Span, source: string, target: string, sentences: readonly Span[]): Span {
  const at = (offset: number) => (offset / Math.max(1, source.length)) * target.length;
  const first = sentences.find(([, to]) => to > at(start)) ?? (sentences.at(-1) as Span);
  const last = sentences.findLast(([from]) => from < at(end)) ?? first;
  return [first[0], Math.max(first[1], last[1])];
}

interface Side {
  readonly length: number;
  readonly figures: readonly string[];
}

function sideOf(text: string): Side {
  const figures = [...text.matchAll(/\p{Nd}+/gu)].map(([digits]) => ascii(digits));
  return { length: text.length, figures };
}

const ascii = (digits: string) =>
  digits.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) as number) & 0xf));

/** Half-open numbers of the original's sentences, then of the translation's. */
type Step = readonly [from: number, to: number, at: number, until: number];

function cheapest(from: readonly Side[], to: readonly Side[]): readonly Step[] | undefined {
  const ratio = lengthOf(to) / Math.max(1, lengthOf(from));
  const width = to.length + 1;
  const costs = new Float64Array((from.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const steps: (Step | undefined)[] = [];
  costs[0] = 0;
  for (let i = 0; i <= from.length; i += 1)
    for (let j = 0; j <= to.length; j += 1) {
      const before = costs[i * width + j] as number;
      if (before === Number.POSITIVE_INFINITY) continue;
      for (const [m, n, penalty] of BEADS) {
        if (i + m > from.length || j + n > to.length) continue;
        const cost = before + penalty + unlikeness(from.slice(i, i + m), to.slice(j, j + n), ratio);
        const there = (i + m) * width + j + n;
        if (cost >= (costs[there] as number)) continue;
        costs[there] = cost;
        steps[there] = [i, i + m, j, j + n];
      }
    }
  const path: Step[] = [];
  for (let [i, j] = [from.length, to.length]; i > 0 || j > 0; ) {
    const step = steps[i * width + j];
    if (!step) return undefined;
    path.unshift(step);
    [i, , j] = step;
  }
  return path;
}

function unlikeness(source: readonly Side[], target: readonly Side[], ratio: number): number {
  const length = lengthOf(source);
  const off = lengthOf(target) - length * ratio;
  const figures = source.flatMap((side) => side.figures);
  const others = target.flatMap((side) => side.figures);
  const lone =
    figures.filter((f) => !others.includes(f)).length + others.filter((f) => !figures.includes(f)).length;
  return (off * off) / (2 * VARIANCE * Math.max(1, length)) + LONE_FIGURE * lone;
}

const lengthOf = (sides: readonly Side[]) => sides.reduce((sum, { length }) => sum + length, 0);
