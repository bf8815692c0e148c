import { tokenize } from "../analysis/tokenizer.ts";
import { type Clause, type ClauseKind, isContent, sameTerms } from "./clause.ts";
import type { ParsedQuery } from "./query-parser.ts";

/** What a clause of the question before weighs beside those of the fragment: it says what is asked about, the fragment what is asked. */
const EARLIER_SHARE = 0.35;

/** Kinds that replace each other: a new person the old one, a new year the old one. Words accumulate. */
const REPLACED: readonly (readonly ClauseKind[])[] = [["person"], ["place", "name"], ["number", "date"]];

/** Whether a message names so little that it cannot stand alone ("ومتى؟", "and Tokayev?"). */
export const isFragment = ({ clauses }: ParsedQuery) => clauses.filter(isContent).length <= 1;

/** A fragment completed with the subject of the previous question. */
export function carryOver(fragment: ParsedQuery, earlier: ParsedQuery): ParsedQuery {
  const replaced = new Set(
    REPLACED.filter((kinds) => fragment.clauses.some((clause) => kinds.includes(clause.kind))).flat(),
  );
  const isReplaced = (clause: Clause) => replaced.has(clause.kind);
  const kept = earlier.clauses
    .filter((clause) => !isReplaced(clause))
    .map((clause) => ({ ...clause, rarity: clause.rarity * EARLIER_SHARE }));
  const own = fragment.clauses.filter((clause) => !kept.some((other) => sameTerms(clause, other)));
  const gone = new Set(
    earlier.clauses
      .filter(isReplaced)
      .flatMap(({ surface }) => tokenize(surface).map(({ folded }) => folded)),
  );
  return {
    language: fragment.language,
    typedIn: fragment.typedIn,
    tokens: fragment.tokens,
    earlier: earlier.tokens.filter(({ folded }) => !gone.has(folded)),
    clauses: [...own, ...kept],
    answerTypes: fragment.answerTypes.size > 0 ? fragment.answerTypes : earlier.answerTypes,
    counted: fragment.counted && own.includes(fragment.counted) ? fragment.counted : undefined,
    people: fragment.people.length > 0 ? fragment.people : earlier.people,
    says: fragment.says || (earlier.says && fragment.answerTypes.size === 0),
    readings: fragment.readings,
  };
}
