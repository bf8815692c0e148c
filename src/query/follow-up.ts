import { normalize } from "../analysis/normalizer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import type { Token } from "../analysis/tokenizer.ts";
import { PROFILES } from "../languages/all.ts";
import type { FollowUp } from "../languages/profile.ts";
import { answerTypeOfWord } from "./answer-type.ts";
import { type Clause, type ClauseKind, sameTerms } from "./clause.ts";
import type { ParsedQuery } from "./query-parser.ts";

const wordsOf = (kind: keyof FollowUp) =>
  new Set(
    Object.values(PROFILES).flatMap(({ followUp }) =>
      followUp[kind].split(" ").filter(Boolean).map(normalize),
    ),
  );
const JOINING = wordsOf("joining");
/** Whether a word joins what it begins on to what was said before. */
export const isJoiner = (folded: string) => JOINING.has(folded);
const ASKING = wordsOf("asking");
const ABOUT = wordsOf("about");
/** With a joining word a message of this many things still leans on the one before; without, of one. */
const LEANING = 3;
const ALONE = 1;

/** What a clause of the question before weighs beside those of the fragment: it says what is asked about, the fragment what is asked. */
const EARLIER_SHARE = 0.35;

/** Kinds that replace each other: a new person the old one, a new year the old one. Words accumulate. */
const REPLACED: readonly (readonly ClauseKind[])[] = [["person"], ["place", "name"], ["number", "date"]];

export const isContent = (clause: Clause) => clause.kind !== "light" && clause.kind !== "say";

/** "And" is glued to the words that ask and to prepositions; a noun may just begin like it. */
const isSmall = (folded: string) => answerTypeOfWord(folded, "ar") !== undefined || isStopword(folded, "ar");

/** Whether a message is a fragment that cannot stand alone ("ومتى؟", "and Tokayev?"). */
export function leansOn(question: ParsedQuery, tokens: readonly Token[]): boolean {
  const content = question.clauses.filter(isContent).length;
  return content <= (joins(tokens) ? LEANING : ALONE);
}

/** Whether a message begins as one that goes on from the last ("and", "what about", "ومتى"). */
export function joins(tokens: readonly Token[]): boolean {
  const first = tokens[0]?.folded ?? "";
  return (
    JOINING.has(first) ||
    (ASKING.has(first) && ABOUT.has(tokens[1]?.folded ?? "")) ||
    (first.startsWith("و") && isSmall(first.slice(1)))
  );
}

/** A fragment completed with the subject of the previous question. */
export function carryOver(fragment: ParsedQuery, earlier: ParsedQuery): ParsedQuery {
  const replaced = new Set(
    REPLACED.filter((kinds) => fragment.clauses.some((clause) => kinds.includes(clause.kind))).flat(),
  );
  const kept = earlier.clauses
    .filter((clause) => !replaced.has(clause.kind))
    .map((clause) => ({ ...clause, rarity: clause.rarity * EARLIER_SHARE }));
  const own = fragment.clauses.filter((clause) => !kept.some((other) => sameTerms(clause, other)));
  return {
    language: fragment.language,
    typedIn: fragment.typedIn,
    tokens: fragment.tokens,
    earlier: earlier.tokens,
    clauses: [...own, ...kept],
    answerTypes: fragment.answerTypes.size > 0 ? fragment.answerTypes : earlier.answerTypes,
    counted: fragment.counted && own.includes(fragment.counted) ? fragment.counted : undefined,
    people: fragment.people.length > 0 ? fragment.people : earlier.people,
    says: fragment.says || (earlier.says && fragment.answerTypes.size === 0),
    readings: fragment.readings,
  };
}
