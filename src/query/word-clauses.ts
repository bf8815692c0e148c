import { isStopword } from "../analysis/stopwords.ts";
import { isNumber, type Token } from "../analysis/tokenizer.ts";
import { term } from "../index/terms.ts";
import {
  addWordTerms,
  type Clause,
  type ClauseParts,
  conceptTerms,
  isContent,
  makeClause,
  withNeighbours,
} from "./clause.ts";
import type { ClauseDraft } from "./clause-draft.ts";
import { isLowContent } from "./low-content.ts";

/**
 * Adds a clause for each word that is left and has content. A word for the sort of thing that is asked for is what is asked about where
 * there is no other: "what is a term?"
 */
export function addWords(draft: ClauseDraft, parts: ClauseParts): void {
  const low: number[] = [];
  draft.tokens.forEach(({ folded }, at) => {
    if (draft.isTaken(at) || isStopword(folded, draft.language)) return;
    if (isLowContent(folded, draft.language)) low.push(at);
    else add(at, monthClause(draft, at, parts) ?? wordClause(draft, at, "word", parts));
  });
  const kind = draft.clauses().some(isContent) ? "light" : "word";
  for (const at of low) add(at, wordClause(draft, at, kind, parts));

  function add(at: number, clause: Clause | undefined): void {
    if (clause) draft.add(at, clause);
  }
}

/** The month of a numeric date, which follows the day: 14/9, 1.1.2024. */
function monthClause(draft: ClauseDraft, at: number, parts: ClauseParts): Clause | undefined {
  const gap = draft.gapBefore(at);
  if (gap === undefined || !/^[/.-]$/.test(gap)) return undefined;
  const [day, month] = [draft.tokens[at - 1] as Token, draft.tokens[at] as Token];
  if (![day, month].every(({ folded }) => /^\d{1,2}$/.test(folded)) || Number(day.folded) > 31)
    return undefined;
  const concept = parts.lexicon.month(Number(month.folded));
  return concept && makeClause(month.text, "date", conceptTerms([concept], 1, parts), [concept], parts);
}

function wordClause(
  draft: ClauseDraft,
  at: number,
  kind: "word" | "light",
  parts: ClauseParts,
): Clause | undefined {
  const { token, likeness } = draft.words[at] as ClauseDraft["words"][number];
  const surface = draft.surface(at, at + 1);
  if (isNumber(token.folded))
    return makeClause(surface, "number", new Map([[term.number(token.folded), 1]]), [], parts);
  if (token.folded.length < 2) return undefined;
  const terms = new Map<string, number>();
  addWordTerms(terms, token, likeness, parts);
  const clause = makeClause(surface, kind, terms, [], parts);
  return kind === "light" ? clause : withNeighbours(clause, token, parts);
}
