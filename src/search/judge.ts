import { expects } from "./expect.ts";
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

/** What the judge looks at, each about 0 to 1. */
export const FEATURES = [
  "coverage",
  "own",
  "window",
  "proximity",
  "unmetTop",
  "absent",
  "absentKnown",
  "unmetNamed",
  "unmetNumber",
  "notSpoken",
  "length",
  "margin",
  "unexpected",
  "strength",
  "uncounted",
  "listed",
  "absentForeign",
] as const;
export type Evidence = Readonly<Record<(typeof FEATURES)[number], number>>;

const NAMED = new Set(["person", "place", "name"]);

export function evidence(question: Understanding, ranked: readonly Ranked[]): Evidence {
  const best = ranked[0] as Ranked;
  const second = ranked[1];
  const { units } = question;
  const total = units.reduce((sum, u) => sum + u.rarity, 0) || 1;
  let unmetTop = 0,
    absent = 0,
    absentKnown = 0,
    unmetNamed = 0,
    unmetNumber = 0,
    weight = 0;
  units.forEach((unit, at) => {
    const met = best.met[at] as number;
    const own = best.own[at] as number;
    unmetTop = Math.max(unmetTop, (unit.rarity * (1 - met)) / total);
    weight += unit.rarity * met;
    if (!unit.known) absent += unit.rarity / total;
    if (!unit.known && unit.inLexicon) absentKnown += unit.rarity / total;
    if (NAMED.has(unit.kind) && met < MET) unmetNamed += 1;
    if ((unit.kind === "number" || unit.kind === "date") && own < MET && met < 0.9) unmetNumber += 1;
  });
  return {
    coverage: best.signals.coverage,
    own: best.signals.own,
    window: best.signals.window,
    proximity: best.signals.proximity,
    unmetTop,
    absent,
    absentKnown,
    unmetNamed: Math.min(2, unmetNamed),
    unmetNumber: Math.min(2, unmetNumber),
    notSpoken: question.says && question.people.length > 0 && best.signals.speaks === 0 ? 1 : 0,
    length: Math.min(1, units.length / 10),
    margin: second ? (best.score - second.score) / Math.max(best.score, 0.01) : 1,
    unexpected: expects(question) ? 1 - best.signals.expected : 0,
    strength: Math.min(1.5, weight / 10),
    uncounted: best.signals.uncounted,
    listed: best.signals.listed,
    absentForeign: question.language === "ar" ? 0 : absent,
  };
}

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
