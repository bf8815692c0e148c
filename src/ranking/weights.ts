import { TERM_WEIGHTS, type TermWeights } from "../query/term-weights.ts";
import type { ScoreTerm } from "./features.ts";
import fitted from "./weights.json" with { type: "json" };

/** The weight of each term of the score; that of coverage is 1. */
export type ScoreWeights = Readonly<Record<ScoreTerm, number>>;

/** How well a clause is met other than by the passage's own words. Shares of 1, found by a search over questions with known answers. */
export interface Weights extends TermWeights {
  /** Met only by the passage's surroundings: title, subheading, date, publisher. */
  readonly context: number;
  /** As `npm run fit` wrote them: where editors wrote what is asked of the passages, and elsewhere. */
  readonly expanded: ScoreWeights;
  readonly plain: ScoreWeights;
}

export const WEIGHTS: Weights = {
  ...TERM_WEIGHTS,
  context: 0.48,
  expanded: fitted.expanded,
  plain: fitted.plain,
};

/**
 * Passages that the second stage looks at. Of 18 to 60 it is all the same on the five public sets, and over 10,000 passages 18 cost 0.2
 * points of those first.
 */
export const MAX_CANDIDATES = 24;
/** The same where editors wrote what is asked: their questions choose beside the words, and 14 find no more, other texts beside theirs or not. */
export const MAX_CANDIDATES_EXPANDED = 8;
/** Passages that are looked at for what editors expect to be asked of them alone. */
export const MAX_EXPANDED = 6;
/**
 * Postings that one question may walk, beside the passages that there are: rare words choose the candidates, frequent ones speak in the
 * second stage. On five sets of 240 to 460 paragraphs a share of a third costs nothing, of an eighth at most half a point of MRR.
 */
export const POSTINGS_SHARE = 0.12;
/** And at least, at most so many: each costs a fraction of a microsecond. */
export const MIN_POSTINGS = 250;
export const MAX_POSTINGS = 6_000;
/**
 * Boost times inverse document frequency that a term must have for the first stage to ask for it, as a share of what a term of a single
 * passage has: a meaning merely near, of a frequent word, costs as much as the word itself and orders nothing.
 */
export const MIN_IDF_SHARE = 0.08;
/**
 * Boost that such a term must have: meanings merely near, and words merely alike, were two thirds of all terms and chose next to nothing.
 */
export const MIN_BOOST = 0.35;
/** Terms that one question asks MiniSearch for, rarest first: long talk has hundreds, and the last of them choose nothing. */
export const MAX_TERMS = 64;
