import type { Clause } from "../query/clause.ts";
import type { MatchPosition } from "./matcher.ts";

/** Tokens between two neighbouring words of the question beyond which they count as far apart. */
const REACH = 12;

/** How close, and in what order, the question's neighbouring words stand. */
export function proximity(
  clauses: readonly Clause[],
  places: readonly (readonly MatchPosition[])[],
  total: number,
): number {
  let sum = 0;
  let previous = -1;
  for (let at = 0; at < clauses.length; at += 1) {
    if ((places[at] as readonly MatchPosition[]).length === 0) continue;
    if (previous >= 0) {
      let closest = REACH;
      for (const a of places[previous] as readonly MatchPosition[])
        for (const b of places[at] as readonly MatchPosition[]) {
          // The question's order costs nothing, the reverse a little
          const gap = b.from >= a.to ? b.from - a.to : a.from >= b.to ? (a.from - b.to) * 1.3 + 0.5 : 0;
          closest = Math.min(closest, gap / Math.min(1, (a.strength + b.strength) / 1.4));
        }
      if (closest < REACH)
        sum +=
          (1 - closest / REACH) *
          Math.min((clauses[previous] as Clause).rarity, (clauses[at] as Clause).rarity);
    }
    previous = at;
  }
  return sum / total;
}
