import type { Corpus } from "../model/corpus.ts";

/** Passages that count, best first. */
const COUNTED = 10;
/** Power of the scores: the best passages say most. */
const SHARPNESS = 3;
/** The share that is no evidence either way. */
const NEUTRAL = 0.5;

/**
 * Share of the best passages' scores that falls in the document of the first, 0 to 1: a measure of query clarity. The words of a question
 * that the texts answer stand together; those of any other stand wherever chance has them. It says the less, the more of the corpus that
 * document is.
 */
export function documentShare(
  ranked: readonly { readonly doc: string; readonly score: number }[],
  { documents, passages }: Corpus,
): number {
  const first = documents.find(({ id }) => id === ranked[0]?.doc);
  let [same, all] = [0, 0];
  for (const { doc, score } of ranked.slice(0, COUNTED)) {
    const weight = Math.max(0, score) ** SHARPNESS;
    all += weight;
    if (doc === first?.id) same += weight;
  }
  if (!first || all === 0) return NEUTRAL;
  const byChance = first.passages.length / passages.length;
  return NEUTRAL + (same / all - NEUTRAL) * (1 - byChance);
}
