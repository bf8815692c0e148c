/** Passages that count, best first. */
const COUNTED = 10;
/** Power of the scores: the best passages say most. */
const SHARPNESS = 3;

/**
 * Share of the best passages' scores that falls in the document of the first, 0 to 1: a measure of query clarity. The words of a question
 * that the texts answer stand together; those of any other stand wherever chance has them.
 */
export function documentShare(ranked: readonly { readonly doc: string; readonly score: number }[]): number {
  let [same, all] = [0, 0];
  for (const { doc, score } of ranked.slice(0, COUNTED)) {
    const weight = Math.max(0, score) ** SHARPNESS;
    all += weight;
    if (doc === ranked[0]?.doc) same += weight;
  }
  return all > 0 ? same / all : 0;
}
