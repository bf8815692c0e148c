import type { Lexicon } from "../corpus/lexicon.ts";
import type { Passage, PassageKind } from "../model.ts";
import type { Asked } from "../text/questions.ts";
import type { Place } from "./match.ts";
import type { PassageIndex } from "./passage-index.ts";
import type { IndexedPassage } from "./passage-terms.ts";
import type { Understanding } from "./understand.ts";

const kindIs = (kinds: readonly string[]) => (name: string, lexicon: Lexicon) =>
  name.startsWith("c:") && kinds.includes(lexicon.concepts[Number(name.slice(2))]?.kind ?? "");

/** Terms that answer each kind of question. */
const ANSWERS: Partial<Record<Asked, (name: string, lexicon: Lexicon) => boolean>> = {
  when: (name, lexicon) => kindIs(["month", "weekday"])(name, lexicon) || /^n:(?:1[5-9]|20)\d\d$/.test(name),
  where: kindIs(["place"]),
  who: (name, lexicon) => name.startsWith("p:") || kindIs(["person", "office"])(name, lexicon),
  "how-many": (name) => name.startsWith("n:"),
};

const REASON =
  /(?:^|\s)(?:لأن|لان|لأنه|لأنها|بسبب|نظرا|نظراً|لذلك|ولذلك|من أجل|بهدف|نتيجة|إذ|تهدف|أن هدفه)(?=\s)/gu;

/** Where in a passage, by offset in the document, the kind of thing asked for stands, other than what the question itself names. */
export type AnswersIn = (passage: Passage, indexed: IndexedPassage) => number[];

/** Made once for a question, since the same terms stand in many of its candidates. */
export function answersFor(question: Understanding, index: PassageIndex, lexicon: Lexicon): AnswersIn {
  const tests = [...question.asked].map((asked) => ANSWERS[asked]).filter((test) => test !== undefined);
  const named = new Set(question.units.flatMap((unit) => [...unit.terms.keys()]));
  const known = new Map<number, boolean>();
  const answers = (number: number): boolean => {
    let is = known.get(number);
    if (is === undefined) {
      const name = index.nameOf(number);
      is = !named.has(name) && tests.some((test) => test(name, lexicon));
      known.set(number, is);
    }
    return is;
  };
  return (passage, indexed) => {
    const found: number[] = [];
    if (tests.length > 0)
      for (let i = 0; i < indexed.terms.length; i += 1)
        if (answers(indexed.terms[i] as number))
          found.push(indexed.starts[indexed.from[i] as number] as number);
    if (question.asked.has("why"))
      for (const reason of passage.text.matchAll(REASON)) found.push(passage.start + reason.index + 1);
    return found;
  };
}

/** Whether a question asks for any kind of answer that can be looked for. */
export function expects(question: Understanding): boolean {
  return [...question.asked].some((asked) => asked === "why" || ANSWERS[asked] !== undefined);
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

/** The units by which a question asks for a line of this kind itself, as numbers; empty when it asks for none. */
export function unitsAskingFor(question: Understanding, kind: PassageKind): ReadonlySet<number> {
  const found = new Set<number>();
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
const COUNTED = 4;
/** Numbers at most this many tokens apart, both sides, are a list. */
const LISTED = 2;

/** Whether a question asks how many of something, and the passage holds no number beside that thing. */
export function lacksCount(
  question: Understanding,
  counted: readonly Place[],
  indexed: IndexedPassage,
  index: PassageIndex,
): boolean {
  if (!question.asked.has("how-many") || counted.length === 0) return false;
  for (let i = 0; i < indexed.terms.length; i += 1) {
    if (!index.nameOf(indexed.terms[i] as number).startsWith("n:")) continue;
    const at = indexed.from[i] as number;
    if (counted.some((place) => Math.abs(place.from - at) <= COUNTED || Math.abs(at - place.to) <= COUNTED))
      return false;
  }
  return true;
}

/** Whether a number stands among others, as in a list of years: then what else the passage tells is not of that year. */
export function isListed(place: Place, indexed: IndexedPassage, index: PassageIndex): boolean {
  let before = false;
  let after = false;
  for (let i = 0; i < indexed.terms.length; i += 1) {
    const gap = (indexed.from[i] as number) - place.from;
    if (gap === 0 || Math.abs(gap) > LISTED || !/^n:\d{4}$/.test(index.nameOf(indexed.terms[i] as number)))
      continue;
    if (gap < 0) before = true;
    else after = true;
  }
  return before || after;
}
