import type { Lexicon } from "../corpus/lexicon.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { isYear } from "../index/terms.ts";
import { type Clause, totalRarity } from "../query/clause.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import { hasAnswerType } from "../ranking/answer-type-match.ts";
import type { Ranked } from "../ranking/reranker.ts";
import { hasCount, isHeld, isListed, onlyYear } from "./adjacency.ts";

export interface AnswerabilityParts {
  readonly index: PassageIndex;
  readonly lexicon: Lexicon;
}

/** What there is for and against the best passage being an answer. Shares are of the question's weight; the others are counts, or 0 and 1. */
export interface AnswerabilityFeatures {
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
  /** Places that are not met, though the document does not keep coming back to them, so that they are not parsed either. */
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

/** A clause met less than this is not met. */
export const MET = 0.3;
/** A concept meets a word that is spelled so at least this well. */
const SPELLED = 0.8;
/** A thing met less than this is met by a neighbouring meaning only. */
const HALF_MET = 0.5;
/** Beyond this a passage is no likelier to answer: near misses score as high as answers. */
const MAX_SCORE = 1.25;
/** What is in focus counts for as much more as it is met better than the whole, up to this. */
const MAX_GAIN = 2;
const ARABIC = /[\u0600-\u06ff]/;

/** Whether it takes something for granted, as "why did he refuse" does, and "did he refuse" does not. */
function supposes({ answerTypes }: ParsedQuery): boolean {
  return !(answerTypes.size === 1 && answerTypes.has("yes-no"));
}

/** A year, or a month as it is spelled: a word that was only read as one may be another. */
function isYearOrMonth({ kind, terms, isMonth }: Clause): boolean {
  if (kind === "number") return [...terms.keys()].some(isYear);
  return kind === "date" && isMonth && Math.max(...terms.values()) >= SPELLED;
}

/** Units of a question that are looked at together: of a longer one, those in a row that are met best. The rest is talk. */
const FOCUS = 9;

export function focus(clauses: readonly Clause[], met: readonly number[]): { from: number; to: number } {
  let best = { from: 0, to: Math.min(FOCUS, clauses.length) };
  let most = -1;
  for (let from = 0; from + FOCUS <= clauses.length; from += 1) {
    let sum = 0;
    for (let at = from; at < from + FOCUS; at += 1)
      sum += (clauses[at] as Clause).rarity * (met[at] as number);
    if (sum > most) {
      most = sum;
      best = { from, to: from + FOCUS };
    }
  }
  return best;
}

export function coverageOf(clauses: readonly Clause[], met: readonly number[]): number {
  const total = clauses.reduce((sum, clause) => sum + clause.rarity, 0) || 1;
  return clauses.reduce((sum, clause, at) => sum + clause.rarity * (met[at] as number), 0) / total;
}

export function answerabilityFeatures(
  question: ParsedQuery,
  best: Ranked,
  { index, lexicon }: AnswerabilityParts,
): AnswerabilityFeatures {
  const { features, topical, positions, indexed } = best;
  const counted = question.counted < 0 ? [] : (positions[question.counted] ?? []);
  const hasNumber = hasCount(question, counted, indexed, index);
  const year = onlyYear(question.clauses);
  const { from, to } = focus(question.clauses, best.met);
  const clauses = question.clauses.slice(from, to);
  const total = clauses.reduce((sum, clause) => sum + clause.rarity, 0) || 1;
  // ranking weighs the whole question, the rest of which is talk, and leaves out what the corpus does not have
  const whole = Math.max(coverageOf(question.clauses, best.met), 0.05);
  const all = question.clauses.reduce((sum, clause) => sum + clause.rarity, 0) || 1;
  const gain =
    Math.min(MAX_GAIN, coverageOf(clauses, best.met.slice(from, to)) / whole) *
    (totalRarity(question.clauses) / all);
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
  clauses.forEach((clause, i) => {
    const at = from + i;
    const met = best.met[at] as number;
    const own = best.own[at] as number;
    const share = clause.rarity / total;
    const isUnknown = !clause.known && !clause.inLexicon && clause.kind === "word";
    if (isUnknown) hingeUnknown = Math.max(hingeUnknown, share);
    else hinge = Math.max(hinge, share * (1 - met));
    if (!clause.known && clause.inLexicon) absent += share;
    if (isUnknown && ARABIC.test(clause.surface)) unknown += share;
    if (isYearOrMonth(clause) && met < MET) otherDate = 1;
    if (clause.decisive && met < MET && supposes(question)) untold = 1;
    if (clause.kind !== "person" && clause.kind !== "say") {
      topic += clause.rarity;
      onTopic += clause.rarity * own;
    }
    switch (clause.kind) {
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
  const { answerTypes } = question;
  return {
    score: Math.min(MAX_SCORE, best.score * gain),
    foreign: index.languages.has(question.language) ? 0 : 1,
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
    otherSpeaker: question.says && question.people.length > 0 && features.speaks === 0 ? 1 : 0,
    asksWho: answerTypes.has("who") ? 1 : 0,
    asksHowMany: answerTypes.has("how-many") ? 1 : 0,
    otherDate,
    unexpected: hasAnswerType(question) ? 1 - features.expected : 0,
    noSuchPlace: answerTypes.has("city") || answerTypes.has("country") ? 1 - features.expected : 0,
    noDate: answerTypes.has("when") ? 1 - features.expected : 0,
    counted: hasNumber === true ? 1 : 0,
    uncounted: hasNumber === false ? 1 : 0,
    unheld: isHeld(question, positions, indexed, index, lexicon) === false ? 1 : 0,
    listed: isListed(positions[year] ?? [], indexed, index) ? 1 : 0,
  };
}
