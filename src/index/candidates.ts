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
  const first = best(all, limit);
  // Nearly always enough passages hold terms themselves, with more to show for it
  const least = all.length > limit ? (first.at(-1)?.score ?? 0) : 0;
  const near = [...around].filter(([, score]) => score >= least).sort((a, b) => b[1] - a[1]);
  if (near.length === 0) return first;
  const known = new Set(found.map(({ passage }) => passage));
  let left = MAX_AROUND;
  for (const [number, score] of near)
    for (const passage of left > 0 ? surroundings.passagesIn(number) : [])
      if (!known.has(passage)) {
        first.push({ passage, score });
        left -= 1;
      }
  return best(first, limit);
}

/** Ties by place in the corpus. */
function best(found: readonly Candidate[], limit: number): Candidate[] {
  const top: Candidate[] = [];
  for (const one of found) {
    if (top.length === limit && !isBefore(one, top[limit - 1] as Candidate)) continue;
    let at = top.length;
    while (at > 0 && isBefore(one, top[at - 1] as Candidate)) at -= 1;
    top.splice(at, 0, one);
    if (top.length > limit) top.pop();
  }
  return top;
}

const isBefore = (a: Candidate, b: Candidate) =>
  a.score > b.score || (a.score === b.score && a.passage < b.passage);
