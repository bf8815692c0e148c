import { TERM_WEIGHTS, type TermWeights } from "../query/term-weights.ts";

/**
 * Every number that ranking uses. Shares are of 1. Found by a random search that raised how often the right passage comes first, over
 * the questions with known answers and about 1,300 more of the same kind; how each reacts to a change was not studied.
 */
export interface Weights extends TermWeights {
  /** Met only by the passage's surroundings: title, subheading, date, publisher. */
  readonly context: number;
  /** The same for people, places, organisations and dates. */
  readonly contextEntity: number;
  /** Met only elsewhere in the same document. */
  readonly document: number;
  /** The first two for a line that the question asks for: met by what it signs or entitles. */
  readonly lineContext: number;
  /** The same by any paragraph of its document. */
  readonly lineDocument: number;
  /** Met by the person who speaks in the passage without being named in it. */
  readonly speaker: number;
  /** Parts of the score. */
  readonly coverage: number;
  readonly window: number;
  readonly proximity: number;
  readonly bm25: number;
  readonly expected: number;
  readonly speaks: number;
  /** Taken off for each person, number or organisation of the question that the passage does not meet. */
  readonly astray: number;
  /** Taken off lines that only sign or title, added where such a line is asked for. */
  readonly line: number;
}

export const WEIGHTS: Weights = {
  ...TERM_WEIGHTS,
  context: 0.48,
  contextEntity: 0.36,
  document: 0.03,
  lineContext: 0.55,
  lineDocument: 0.22,
  speaker: 1,
  coverage: 1,
  window: 0.6,
  proximity: 0.43,
  bm25: 0.17,
  expected: 0.3,
  speaks: 0.55,
  astray: 0.25,
  line: 0.56,
};

/** Passages that the second stage looks at. Recall of the first stage is 92-96 % at 50 on 21,500 paragraphs. */
export const MAX_CANDIDATES = 60;
/** Postings that one question may walk: rare words choose the candidates, frequent ones speak in the second stage. */
export const MAX_POSTINGS = 12_000;
/**
 * Boost times inverse document frequency that a term must have for the first stage to ask for it, as a share of what a term of a single
 * passage has: a meaning merely near, of a frequent word, costs as much as the word itself and orders nothing.
 */
export const MIN_IDF_SHARE = 0.08;
/** Terms that one question asks MiniSearch for, rarest first: long talk has hundreds, and the last of them choose nothing. */
export const MAX_TERMS = 64;
