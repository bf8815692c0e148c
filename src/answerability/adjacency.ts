import type { IndexedPassage } from "../index/forward-index.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { kindOfTerm } from "../index/terms.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import type { MatchPosition } from "../ranking/matcher.ts";

/** Tokens between a number and what it counts. */
const COUNTED = 6;

/** Whether the passage has a number next to what the question counts; undefined if nothing is counted, or the passage does not mention it. */
export function hasCount(
  question: ParsedQuery,
  counted: readonly MatchPosition[],
  indexed: IndexedPassage,
  index: PassageIndex,
): boolean | undefined {
  if (!question.answerTypes.has("how-many") || counted.length === 0) return undefined;
  for (let i = 0; i < indexed.terms.length; i += 1) {
    if (kindOfTerm(index.nameOf(indexed.terms[i] as number)) !== "number") continue;
    const at = indexed.from[i] as number;
    if (counted.some((place) => Math.abs(place.from - at) <= COUNTED || Math.abs(at - place.to) <= COUNTED))
      return true;
  }
  return false;
}
