import type { Lexicon } from "../corpus/lexicon.ts";
import { type ConceptKind, isPlaceKind } from "../corpus/schema.ts";
import type { Passage, PassageKind, Span } from "../model.ts";
import type { Asked } from "../text/questions.ts";
import type { Place, UnitTerms } from "./match.ts";
import type { PassageIndex } from "./passage-index.ts";
import type { IndexedPassage } from "./passage-terms.ts";
import type { Understanding } from "./understand.ts";
import type { Unit } from "./unit.ts";

/** The term of a number that is a year. */
export const YEAR = /^n:(?:1[5-9]|20)\d\d$/;

type Test = (name: string, lexicon: Lexicon) => boolean;

const kindOf = (name: string, lexicon: Lexicon) =>
  name.startsWith("c:") ? lexicon.concepts[Number(name.slice(2))]?.kind : undefined;
const kindIs =
  (...kinds: readonly ConceptKind[]): Test =>
  (name, lexicon) =>
    kinds.includes(kindOf(name, lexicon) as ConceptKind);
const isDay = kindIs("month", "weekday");
const isPerson = kindIs("person");

/** Terms that answer each kind of question. */
const ANSWERS: Partial<Record<Asked, Test>> = {
  when: (name, lexicon) => YEAR.test(name) || isDay(name, lexicon),
  where: (name, lexicon) => isPlaceKind(kindOf(name, lexicon)),
  city: kindIs("city"),
  country: kindIs("country"),
  who: (name, lexicon) => name.startsWith("p:") || isPerson(name, lexicon),
  "how-many": (name) => name.startsWith("n:"),
};

/** "Where" beside "which city" asks for the city. */
const isNarrowed = ({ asked }: Understanding) => asked.has("city") || asked.has("country");

const REASON =
  /(?:^|\s)(?:لأن|لان|لأنه|لأنها|بسبب|نظرا|نظراً|لذلك|ولذلك|من أجل|بهدف|نتيجة|إذ|تهدف|أن هدفه)(?=\s)/gu;

/** A thing of the kind asked for, other than what the question itself names, and its offset in the document. */
export interface PossibleAnswer {
  readonly at: number;
  /** Equal for the same thing said again. */
  readonly what: number;
}

/** The things in a passage that may be what is asked for. */
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

/** A term that meets what the question says less than this is another thing. */
const NAMES = 0.5;

/** "The Russian …", with its article. */
const ADJECTIVE = /^[وفبلك]?(?:ال|لل).+(?:ي|ية|يين|يون|يان|يتين|يتان)$/u;

/** Whether a place says whose or whom, and not where: "the Kazakh president", "the president of Kazakhstan". */
function describes(at: number, passage: Passage, indexed: IndexedPassage, index: PassageIndex): boolean {
  const [start, end] = [indexed.starts[at] as number, indexed.ends[at] as number];
  if (ADJECTIVE.test(passage.text.slice(start - passage.start, end - passage.start))) return true;
  for (let i = 0; i < indexed.terms.length; i += 1)
    if (
      (indexed.from[i] as number) <= at &&
      at < (indexed.to[i] as number) &&
      index.nameOf(indexed.terms[i] as number).startsWith("p:")
    )
      return true;
  return false;
}

/** Made once for a question. */
export function answersFor(
  question: Understanding,
  terms: UnitTerms,
  index: PassageIndex,
  lexicon: Lexicon,
): AnswersIn {
  const tests = [...question.asked]
    .filter((kind) => !(kind === "where" && isNarrowed(question)))
    .map((kind) => ANSWERS[kind])
    .filter((test) => test !== undefined);
  // what is only near to a thing that is named may well be the answer: a country of the five
  const named = new Set<number>();
  for (const list of terms) for (const { number, strength } of list) if (strength >= NAMES) named.add(number);
  const kinds = tests.map((test) => answering(test, index, lexicon));
  const wheres =
    question.asked.has("where") && !question.asked.has("country")
      ? answering(ANSWERS.where as Test, index, lexicon)
      : undefined;
  return (passage, indexed) => {
    const found: PossibleAnswer[] = [];
    if (kinds.length > 0)
      for (let i = 0; i < indexed.terms.length; i += 1) {
        const what = indexed.terms[i] as number;
        const first = indexed.from[i] as number;
        if (
          kinds.some((kind) => kind[what] === 1) &&
          !named.has(what) &&
          !(wheres?.[what] === 1 && describes(first, passage, indexed, index))
        )
          found.push({ at: indexed.starts[first] as number, what });
      }
    if (question.asked.has("why"))
      for (const reason of passage.text.matchAll(REASON))
        found.push({ at: passage.start + reason.index + 1, what: -1 });
    return found;
  };
}

/** Whether a question asks for any kind of answer that can be looked for. */
export function expects(question: Understanding): boolean {
  return [...question.asked].some((asked) => asked === "why" || ANSWERS[asked] !== undefined);
}

/** Things that a sentence must hold to be the list that a question in the plural asks for. */
const LIST = 3;
/** What an answer is worth that stands outside the sentence that meets the question best. */
const ASIDE = 0.4;

/** How far the candidates are what the question expects, 0 to 1; `best` is the sentence that meets it best. */
export function expected(
  question: Understanding,
  found: readonly PossibleAnswer[],
  [start, end]: Span,
): number {
  if (found.length === 0) return 0;
  const inside = found.filter(({ at }) => at >= start && at < end);
  if (!question.asked.has("several")) return inside.length > 0 ? 1 : ASIDE;
  const share = (list: readonly PossibleAnswer[]) =>
    Math.min(1, new Set(list.map(({ what }) => what)).size / LIST);
  return Math.max(share(inside), ASIDE * share(found));
}

/**
 * What a question must name to ask for a line that signs, titles or captions, and not for a paragraph: any one of the ways, each of
 * which is concepts that must all be there (one of each group).
 */
const LINES: Partial<Record<PassageKind, readonly (readonly (readonly string[])[])[]>> = {
  source: [
    [["source", "news-agency", "publisher"]],
    [
      ["publish", "attribute"],
      ["report", "news", "press-article", "article"],
    ],
  ],
  credit: [[["photo", "photographer"]]],
  caption: [[["photo", "photographer"]]],
  headline: [[["title", "headline", "subtitle"]]],
  subheading: [[["title", "headline", "subtitle"]]],
};

/** No such line tells how, why or how many. */
const NO_LINE: readonly Asked[] = ["how", "why", "how-many"];

/** The units by which a question asks for a line of this kind itself, as numbers; empty when it asks for none. */
export function unitsAskingFor(question: Understanding, kind: PassageKind): ReadonlySet<number> {
  const found = new Set<number>();
  if (NO_LINE.some((asked) => question.asked.has(asked))) return found;
  const named = new Set(question.units.flatMap((unit) => unit.concepts));
  // "subheading" is a heading too, but then the headline is not meant
  if (kind === "headline" && named.has("subtitle")) return found;
  for (const way of LINES[kind] ?? [])
    if (way.every((group) => group.some((id) => named.has(id))))
      question.units.forEach((unit, at) => {
        if (unit.concepts.some((id) => way.flat().includes(id))) found.add(at);
      });
  return found;
}

/** Tokens between a number and what it counts. */
const COUNTED = 6;
/** Years at most this many tokens apart are a list. */
const LISTED = 2;

/** Whether the passage holds a number beside what a question counts; undefined where nothing is counted, or it is not told here. */
export function hasCount(
  question: Understanding,
  counted: readonly Place[],
  indexed: IndexedPassage,
  index: PassageIndex,
): boolean | undefined {
  if (!question.asked.has("how-many") || counted.length === 0) return undefined;
  for (let i = 0; i < indexed.terms.length; i += 1) {
    if (!index.nameOf(indexed.terms[i] as number).startsWith("n:")) continue;
    const at = indexed.from[i] as number;
    if (counted.some((place) => Math.abs(place.from - at) <= COUNTED || Math.abs(at - place.to) <= COUNTED))
      return true;
  }
  return false;
}

/** Tokens between an office, what it is of, and the name of who holds it. */
const TITLED = 3;

/** Whether the passage names the holder of the office that is asked for; undefined where none is. */
export function isHeld(
  { office }: Understanding,
  places: readonly (readonly Place[])[],
  indexed: IndexedPassage,
  index: PassageIndex,
  lexicon: Lexicon,
): boolean | undefined {
  if (office < 0) return undefined;
  const isPerson = answering(ANSWERS.who as Test, index, lexicon);
  const titles = (places[office] ?? []).flatMap((title) =>
    (places[office + 1] ?? []).filter((of) => Math.abs(of.from - title.to) <= TITLED),
  );
  return indexed.terms.some(
    (number, i) =>
      isPerson[number] === 1 &&
      titles.some(({ from, to }) => {
        const at = indexed.from[i] as number;
        return Math.abs(at - to) <= TITLED || Math.abs(at - from) <= TITLED;
      }),
  );
}

/** The one year that a question names, as the number of its unit; -1 where there is none, or more: who names several asks for a list. */
export function onlyYear(units: readonly Unit[]): number {
  const years = units.flatMap(({ kind, terms }, at) =>
    kind === "number" && [...terms.keys()].some((name) => YEAR.test(name)) ? [at] : [],
  );
  return years.length === 1 ? (years[0] as number) : -1;
}

/** Whether a year stands only in a list of years: then what else the passage tells is not of that year. */
export function isListed(found: readonly Place[], indexed: IndexedPassage, index: PassageIndex): boolean {
  return (
    found.length > 0 &&
    found.every((place) => {
      for (let i = 0; i < indexed.terms.length; i += 1) {
        const gap = Math.abs((indexed.from[i] as number) - place.from);
        if (gap > 0 && gap <= LISTED && YEAR.test(index.nameOf(indexed.terms[i] as number))) return true;
      }
      return false;
    })
  );
}
