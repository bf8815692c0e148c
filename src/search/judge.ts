import type { Ranked } from "./rank.ts";
import type { Understanding } from "./understand.ts";

/** How sure it is that the best passage answers, and which words of the question the sources say nothing about. */
export interface Judgement {
  /** 0 to 1. */
  readonly confidence: number;
  readonly missing: readonly string[];
}

/** A unit met less than this is not met. */
const MET = 0.3;

export function judge(question: Understanding, ranked: readonly Ranked[]): Judgement {
  const best = ranked[0];
  const missing = question.units
    .filter(
      (unit, at) =>
        unit.kind !== "light" &&
        unit.kind !== "say" &&
        (!unit.known || (best && (best.met[at] as number) < MET)),
    )
    .map((unit) => unit.typed);
  if (!best) return { confidence: 0, missing };
  return { confidence: best.signals.coverage, missing };
}
