import { MAX_AROUND } from "./bm25.ts";
import type { Surroundings } from "./surroundings.ts";

export interface Candidate {
  readonly passage: number;
  readonly score: number;
}

/** The best of the passages that hold terms or stand where others do, best first; `boosts` are those of the terms, by number. */
export function withSurroundings(
  found: readonly Candidate[],
  surroundings: Surroundings,
  boosts: ReadonlyMap<number, number>,
  limit: number,
): Candidate[] {
  const around = surroundings.scores(boosts);
  if (around.size === 0) return best(found, limit);
  const all = found.map(({ passage, score }) => ({
    passage,
    score: score + (around.get(surroundings.numberOf(passage)) ?? 0),
  }));
  // Nearly always enough passages hold terms themselves, with more to show for it
  const least = leastOfBest(all, limit);
  const near = [...around].filter(([, score]) => score >= least).sort((a, b) => b[1] - a[1]);
  if (near.length === 0) return best(all, limit);
  const known = new Set(found.map(({ passage }) => passage));
  let left = MAX_AROUND;
  for (const [number, score] of near)
    for (const passage of left > 0 ? surroundings.passagesIn(number) : [])
      if (!known.has(passage)) {
        all.push({ passage, score });
        left -= 1;
      }
  return best(all, limit);
}

/** The score of the last of the best; 0 where there are no more than these. */
function leastOfBest(found: readonly Candidate[], limit: number): number {
  if (found.length <= limit) return 0;
  const scores = new Float64Array(found.length);
  found.forEach(({ score }, at) => {
    scores[at] = score;
  });
  return scores.sort()[found.length - limit] as number;
}

/** Ties by place in the corpus. */
function best(found: readonly Candidate[], limit: number): Candidate[] {
  const least = leastOfBest(found, limit);
  return found
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, limit);
}
