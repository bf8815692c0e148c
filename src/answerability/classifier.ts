import { expects } from "../ranking/answer-type-match.ts";
import { MONTH_IDS } from "../query/months.ts";
import type { Ranked } from "../ranking/reranker.ts";
import { isYear } from "../index/terms.ts";
import type { Understanding } from "../query/query-parser.ts";
import { totalRarity, type Unit } from "../query/clause.ts";

/** How sure it is that the best passage answers, and which words of the question the sources say nothing about. */
export interface Judgement {
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether the best passage is at least about what is asked. */
  readonly near: boolean;
  readonly missing: readonly string[];
}

/** What there is for and against the best passage being an answer. Shares are of the question's weight; the others are counts, or 0 and 1. */
export interface Evidence {
  /** What ranking gave it, at most MOST_SCORE, by the share of the question that the corpus has at all. */
  readonly score: number;
  /** Asked in another language than the texts'. */
  readonly foreign: number;
  /** Words that it meets, at most five. */
  readonly metWords: number;
  /** The weightiest thing that is not met, as a share: what the question may hinge on. */
  readonly hinge: number;
  /** The same among words that neither corpus nor lexicon has: any of them may be an inflection that the stemmer does not see, or talk. */
  readonly hingeUnknown: number;
  /** Share of words that the corpus has nowhere though the lexicon knows them. */
  readonly absent: number;
  /** Share of words that neither has, in the letters of the texts. */
  readonly unknown: number;
  /** Places that are not met, though the document does not keep coming back to them, so that they are not understood either. */
  readonly otherPlace: number;
  /** Those of them with something near them met: a capital for its country. */
  readonly nearPlace: number;
  /** People who are not met. */
  readonly otherPerson: number;
  /** A decisive event, taken for granted, that is not met. */
  readonly untold: number;
  /** Somebody's words are asked for, and this share of what they should be about is not met. */
  readonly offTopic: number;
  /** Somebody's words are asked for and somebody else speaks. */
  readonly otherSpeaker: number;
  /** A person or a count is asked for: details that a near miss lacks. */
  readonly asksWho: number;
  readonly asksHowMany: number;
  /** A year or a month that neither passage nor surroundings are of. It decides by itself. */
  readonly otherDate: number;
  /** The kind of thing asked for is not in the passage. */
  readonly unexpected: number;
  /** The same of which city or country, and of when: these are recognised wherever they stand. */
  readonly noSuchPlace: number;
  readonly noDate: number;
  /** How many is asked, and a number stands beside what is counted; or none does. */
  readonly counted: number;
  readonly uncounted: number;
  /** The holder of an office is asked for, and no name stands beside it. */
  readonly unheld: number;
  /** The year of the question stands only in a list of years. */
  readonly listed: number;
}

/**
 * A logistic sum, fitted to questions with known answers, those of `test/questions` among them, and rounded: figures on these are
 * therefore flattered. `npm run score -- --curve` prints what each threshold on it costs. Near misses are the hard part: the right people and
 * places, and a fact that is not there; what the question hinges on decides, not how much overlaps.
 */
const WEIGHTS: Readonly<Record<Exclude<keyof Evidence, "otherDate">, number>> = {
  score: 5.6,
  foreign: 0.2,
  metWords: 0.2,
  hinge: -8.3,
  hingeUnknown: -1.6,
  absent: -3.9,
  unknown: 1.6,
  otherPlace: -3.2,
  nearPlace: 2.3,
  otherPerson: -3.7,
  untold: -3.2,
  offTopic: -0.9,
  otherSpeaker: -5.5,
  asksWho: -0.6,
  asksHowMany: -3.1,
  unexpected: -1.3,
  noSuchPlace: -2.9,
  noDate: -2.8,
  counted: 1.5,
  uncounted: -1.9,
  unheld: -5.7,
  listed: -8.6,
};
const BIAS = -2.5;
/** Coverage under which nothing else counts: words that are met by chance. */
const LEAST_COVERAGE = 0.22;
/** Coverage from which a passage that does not answer is worth showing. */
const NEAR_COVERAGE = 0.3;

/** A unit met less than this is not met. */
const MET = 0.3;
/** A concept meets a word that is spelled so at least this well. */
const SPELLED = 0.8;

/** A thing met less than this is met by a neighbouring meaning only. */
const HALF_MET = 0.5;
/** Beyond this a passage is no likelier to answer: near misses score as high as answers. */
const MOST_SCORE = 1.25;
/** What is in focus counts for as much more as it is met better than the whole, up to this. */
const MOST_GAIN = 2;
const ARABIC = /[\u0600-\u06ff]/;

export function judge(question: Understanding, ranked: readonly Ranked[]): Judgement {
  const best = ranked[0];
  const missing = question.units
    .filter((unit, at) => {
      if (unit.kind === "light" || unit.kind === "say") return false;
      return !unit.known || (best !== undefined && (best.met[at] as number) < MET);
    })
    .map((unit) => unit.typed);
  if (!best) return { confidence: 0, near: false, missing };
  const { from, to } = focus(question.units, best.met);
  const coverage = coverageOf(question.units.slice(from, to), best.met.slice(from, to));
  const near = coverage >= NEAR_COVERAGE;
  if (coverage < LEAST_COVERAGE) return { confidence: 0, near, missing };
  const given = evidence(question, best);
  // dates, cities and countries are recognised wherever they stand: where there is none, or another date, it is not told
  if (given.noSuchPlace === 1 || given.noDate === 1 || given.otherDate === 1)
    return { confidence: 0, near, missing };
  let sum = BIAS;
  for (const [name, weight] of Object.entries(WEIGHTS)) sum += weight * given[name as keyof Evidence];
  return { confidence: 1 / (1 + Math.exp(-sum)), near, missing };
}

/** Whether it takes something for granted, as "why did he refuse" does, and "did he refuse" does not. */
function supposes({ asked }: Understanding): boolean {
  return !(asked.size === 1 && asked.has("yes-no"));
}

/** A year, or a month as it is spelled: a word that was only read as one may be another. */
function isYearOrMonth({ kind, terms, concepts }: Unit): boolean {
  if (kind === "number") return [...terms.keys()].some(isYear);
  return (
    kind === "date" && concepts.some((id) => MONTH_IDS.includes(id)) && Math.max(...terms.values()) >= SPELLED
  );
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

function coverageOf(units: readonly Unit[], met: readonly number[]): number {
  const total = units.reduce((sum, unit) => sum + unit.rarity, 0) || 1;
  return units.reduce((sum, unit, at) => sum + unit.rarity * (met[at] as number), 0) / total;
}

export function evidence(question: Understanding, best: Ranked): Evidence {
  const { signals, topical } = best;
  const { from, to } = focus(question.units, best.met);
  const units = question.units.slice(from, to);
  const total = units.reduce((sum, unit) => sum + unit.rarity, 0) || 1;
  // ranking weighs the whole question, the rest of which is talk, and leaves out what the corpus does not have
  const whole = Math.max(coverageOf(question.units, best.met), 0.05);
  const all = question.units.reduce((sum, unit) => sum + unit.rarity, 0) || 1;
  const gain =
    Math.min(MOST_GAIN, coverageOf(units, best.met.slice(from, to)) / whole) *
    (totalRarity(question.units) / all);
  let metWords = 0;
  const other = { otherPlace: 0, nearPlace: 0, otherPerson: 0 };
  let hinge = 0;
  let hingeUnknown = 0;
  let absent = 0;
  let untold = 0;
  let otherDate = 0;
  let topic = 0;
  let onTopic = 0;
  let unknown = 0;
  units.forEach((unit, i) => {
    const at = from + i;
    const met = best.met[at] as number;
    const own = best.own[at] as number;
    const share = unit.rarity / total;
    const isUnknown = !unit.known && !unit.inLexicon && unit.kind === "word";
    if (isUnknown) hingeUnknown = Math.max(hingeUnknown, share);
    else hinge = Math.max(hinge, share * (1 - met));
    if (!unit.known && unit.inLexicon) absent += share;
    if (isUnknown && ARABIC.test(unit.typed)) unknown += share;
    if (isYearOrMonth(unit) && met < MET) otherDate = 1;
    if (unit.decisive && met < MET && supposes(question)) untold = 1;
    if (unit.kind !== "person" && unit.kind !== "say") {
      topic += unit.rarity;
      onTopic += unit.rarity * own;
    }
    switch (unit.kind) {
      case "word":
        if (own >= HALF_MET) metWords += 1;
        break;
      case "place":
        if (own < HALF_MET && !topical[at]) {
          other.otherPlace += 1;
          if (own > 0) other.nearPlace += 1;
        }
        break;
      case "person":
        if (met < MET) other.otherPerson += 1;
        break;
    }
  });
  const { asked } = question;
  return {
    score: Math.min(MOST_SCORE, best.score * gain),
    foreign: question.language === "ar" ? 0 : 1,
    metWords: Math.min(5, metWords),
    hinge,
    hingeUnknown,
    absent,
    unknown,
    otherPlace: Math.min(2, other.otherPlace),
    nearPlace: Math.min(2, other.nearPlace),
    otherPerson: Math.min(2, other.otherPerson),
    untold,
    offTopic: question.says && question.people.length > 0 && topic > 0 ? 1 - onTopic / topic : 0,
    otherSpeaker: question.says && question.people.length > 0 && signals.speaks === 0 ? 1 : 0,
    asksWho: asked.has("who") ? 1 : 0,
    asksHowMany: asked.has("how-many") ? 1 : 0,
    otherDate,
    unexpected: expects(question) ? 1 - signals.expected : 0,
    noSuchPlace: asked.has("city") || asked.has("country") ? 1 - signals.expected : 0,
    noDate: asked.has("when") ? 1 - signals.expected : 0,
    counted: signals.counted === true ? 1 : 0,
    uncounted: signals.counted === false ? 1 : 0,
    unheld: signals.held === false ? 1 : 0,
    listed: signals.listed,
  };
}
