import { isContent } from "../query/clause.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import type { Ranked } from "../ranking/reranker.ts";
import { documentShare } from "./document-share.ts";
import { type AnswerabilityFeatures, type AnswerabilityParts, answerabilityFeatures } from "./features.ts";
import { type Unmatched, unmatched } from "./unmatched.ts";
import fitted from "./weights.json" with { type: "json" };

/** The confidence that the best passage answers, and the words of the question that are not matched. */
export interface Answerability extends Unmatched {
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether the best passage is at least on the question's subject. */
  readonly near: boolean;
}

type Weights = Readonly<Partial<Record<keyof AnswerabilityFeatures, number>>> & { readonly bias: number };

/**
 * Two sets of weights over the same features, as `npm run fit` wrote them: where editors wrote what is asked of the passage, in the
 * question's language, that says most; elsewhere what the texts say must do.
 */
const WEIGHTS: Readonly<Record<"expanded" | "plain", Weights>> = fitted;

/** Share of the question that a passage must cover to be an answer at all, however much sounds like it ("constructor", "construction"). */
const MIN_COVERAGE = 0.25;
const MIN_EXPANDED_COVERAGE = 0.2;
/** Share of the question that a passage must cover to be worth showing although it does not answer. */
const NEAR_COVERAGE = 0.22;
const NEAR_EXPANDED_COVERAGE = 0.5;

export function classifyAnswerability(
  query: ParsedQuery,
  ranked: readonly Ranked[],
  parts: AnswerabilityParts,
): Answerability {
  const best = ranked[0];
  const words = unmatched(query, best);
  if (!best) return { confidence: 0, near: false, ...words };
  const features = answerabilityFeatures(query, best, shareOf(ranked, parts), parts);
  const reaches = (share: number, expandedShare: number) =>
    query.clauses.some(isContent) &&
    (features.coverage >= share || features.expandedCoverage >= expandedShare);
  const { expansion, passage } = best;
  const expanded = expansion?.known === true && expansion.expects(passage.index);
  return {
    confidence: reaches(MIN_COVERAGE, MIN_EXPANDED_COVERAGE) ? confidenceOf(features, expanded) : 0,
    near: reaches(NEAR_COVERAGE, NEAR_EXPANDED_COVERAGE),
    ...words,
  };
}

const shareOf = (ranked: readonly Ranked[], { corpus }: AnswerabilityParts) =>
  documentShare(
    ranked.map(({ passage, score }) => ({ doc: passage.doc, score })),
    corpus,
  );

/** Logistic regression over the features. */
function confidenceOf(features: AnswerabilityFeatures, expanded: boolean): number {
  const { bias, ...weights } = WEIGHTS[expanded ? "expanded" : "plain"];
  let sum = bias;
  for (const [name, weight] of Object.entries(weights))
    sum += (weight ?? 0) * features[name as keyof AnswerabilityFeatures];
  return 1 / (1 + Math.exp(-sum));
}
