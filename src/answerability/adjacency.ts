import type { IndexedPassage } from "../index/forward-index.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { isYear, kindOfTerm } from "../index/terms.ts";
import type { Clause } from "../query/clause.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import type { MatchPosition } from "../ranking/matcher.ts";

/** Tokens between a number and what it counts. */
const COUNTED = 6;
/** Years at most this many tokens apart are a list. */
const LISTED = 2;

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

/** The single year that a question names; undefined if it names none, or several, which ask for a list. */
export function onlyYear(clauses: readonly Clause[]): Clause | undefined {
  const years = clauses.filter(({ kind, terms }) => kind === "number" && [...terms.keys()].some(isYear));
  return years.length === 1 ? years[0] : undefined;
}

/** Whether a year occurs only in a list of years; then the rest of the passage does not date from it. */
export function isListed(
  found: readonly MatchPosition[],
  indexed: IndexedPassage,
  index: PassageIndex,
): boolean {
  return (
    found.length > 0 &&
    found.every((place) => {
      for (let i = 0; i < indexed.terms.length; i += 1) {
        const gap = Math.abs((indexed.from[i] as number) - place.from);
        if (gap > 0 && gap <= LISTED && isYear(index.nameOf(indexed.terms[i] as number))) return true;
      }
      return false;
    })
  );
}
