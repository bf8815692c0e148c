import { DAY_WORDS } from "../analysis/references.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import { type ConceptKind, isPlaceKind } from "../corpus/schema.ts";
import type { IndexedPassage } from "../index/forward-index.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { conceptOfTerm, isYear, kindOfTerm, term } from "../index/terms.ts";
import { SOURCE_LANGUAGES } from "../languages/all.ts";
import type { AnswerType } from "../languages/profile.ts";
import type { Passage, Span } from "../model/corpus.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import type { ClauseTerms } from "./matcher.ts";

type Test = (name: string, lexicon: Lexicon) => boolean;

const conceptOf = (name: string, lexicon: Lexicon) => lexicon.concepts[conceptOfTerm(name) ?? Number.NaN];
const kindOf = (name: string, lexicon: Lexicon) => conceptOf(name, lexicon)?.kind;
const kindIs =
  (...kinds: readonly ConceptKind[]): Test =>
  (name, lexicon) =>
    kinds.includes(kindOf(name, lexicon) as ConceptKind);
const DAYS: ReadonlySet<ConceptKind | undefined> = new Set<ConceptKind>(["month", "weekday", "day"]);
const isDay: Test = (name, lexicon) => DAYS.has(kindOf(name, lexicon));
const isPerson = kindIs("person");
/** Days and months as texts write them, for a corpus without a lexicon. */
const DAY_TERMS: ReadonlySet<string> = new Set(DAY_WORDS.map(term.surface));

/** Terms that answer each kind of question. */
const ANSWERS: Partial<Record<AnswerType, Test>> = {
  when: (name, lexicon) => isYear(name) || isDay(name, lexicon) || DAY_TERMS.has(name),
  where: (name, lexicon) => isPlaceKind(kindOf(name, lexicon)),
  city: kindIs("city"),
  country: kindIs("country"),
  who: (name, lexicon) => kindOfTerm(name) === "person" || isPerson(name, lexicon),
  "how-many": (name) => kindOfTerm(name) === "number",
};

/** "Where" next to "which city" asks for the city. */
const isNarrowed = ({ answerTypes }: ParsedQuery) => answerTypes.has("city") || answerTypes.has("country");

const REASON = new RegExp(
  `(?:^|\\s)(?:${Object.values(SOURCE_LANGUAGES)
    .map(({ reasons }) => reasons)
    .join("|")})(?=\\s)`,
  "gu",
);

/** A thing of the kind asked for, other than what the question itself names, and its offset in the document. */
export interface PossibleAnswer {
  readonly at: number;
  /** The thing's term: equal for repeated mentions. A reason is no term. */
  readonly what?: number;
}

/** The things in a passage that may be what is asked for; undefined where the corpus has nothing that is known for one. */
export type AnswersIn = (passage: Passage, indexed: IndexedPassage) => readonly PossibleAnswer[];

/** For each test of terms, by number, which of an index's terms pass it: the same for every question. */
const ANSWERING = new WeakMap<PassageIndex, Map<Test, Uint8Array>>();

function answering(test: Test, index: PassageIndex, lexicon: Lexicon): Uint8Array {
  const known = ANSWERING.get(index) ?? new Map<Test, Uint8Array>();
  ANSWERING.set(index, known);
  let passes = known.get(test);
  if (!passes) {
    passes = Uint8Array.from({ length: index.terms }, (_, number) =>
      test(index.nameOf(number), lexicon) ? 1 : 0,
    );
    known.set(test, passes);
  }
  return passes;
}

/** A term that meets the question's words less than this is a different thing. */
const NAMES = 0.5;

/** Built once per question. */
export function answersFor(
  question: ParsedQuery,
  terms: ClauseTerms,
  index: PassageIndex,
  lexicon: Lexicon,
): AnswersIn | undefined {
  const tests = [...question.answerTypes]
    .filter((kind) => !(kind === "where" && isNarrowed(question)))
    .map((kind) => ANSWERS[kind])
    .filter((test) => test !== undefined);
  // Something merely related to what is named may well be the answer: one of the five countries
  const named = new Set<number>();
  for (const list of terms) for (const { number, strength } of list) if (strength >= NAMES) named.add(number);
  const kinds = tests.map((test) => answering(test, index, lexicon));
  // Without a lexicon no city is known for one: then there is nothing to hold against a passage that names none
  if (kinds.length > 0 && !question.answerTypes.has("why") && kinds.every((kind) => !kind.includes(1)))
    return undefined;
  return (passage, indexed) => {
    const found: PossibleAnswer[] = [];
    if (kinds.length > 0)
      for (let i = 0; i < indexed.terms.length; i += 1) {
        const what = indexed.terms[i] as number;
        if (isOfKind(kinds, what) && !named.has(what))
          found.push({ at: indexed.starts[indexed.from[i] as number] as number, what });
      }
    if (question.answerTypes.has("why"))
      for (const reason of passage.text.matchAll(REASON))
        found.push({ at: passage.start + reason.index + 1 });
    return found;
  };
}

function isOfKind(kinds: readonly Uint8Array[], term: number): boolean {
  for (const kind of kinds) if (kind[term] === 1) return true;
  return false;
}

/** Whether a question asks for any kind of answer that can be looked for. */
export function hasAnswerType(question: ParsedQuery): boolean {
  return [...question.answerTypes].some((asked) => asked === "why" || ANSWERS[asked] !== undefined);
}

/** Things that a sentence must hold to be the list that a question in the plural asks for. */
const LIST = 3;
/** What an answer is worth that stands outside the sentence that meets the question best. */
const ASIDE = 0.4;

/** How far the candidates are what the question expects, 0 to 1; `best` is the sentence that meets it best. */
export function answerTypeMatch(
  question: ParsedQuery,
  found: readonly PossibleAnswer[],
  [start, end]: Span,
): number {
  if (found.length === 0) return 0;
  const inside = found.filter(({ at }) => at >= start && at < end);
  if (!question.answerTypes.has("several")) return inside.length > 0 ? 1 : ASIDE;
  const share = (list: readonly PossibleAnswer[]) =>
    Math.min(1, new Set(list.map(({ what }) => what)).size / LIST);
  return Math.max(share(inside), ASIDE * share(found));
}
