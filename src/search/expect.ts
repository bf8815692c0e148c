import type { Lexicon } from "../corpus/lexicon.ts";
import type { Passage, PassageKind } from "../model.ts";
import type { Asked } from "../text/questions.ts";
import type { IndexedPassage, PassageIndex } from "./passage-index.ts";
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

/**
 * Where in a passage, by offset in the document, the kind of thing asked for stands, other than what the question itself names.
 */
export function answersIn(
  question: Understanding,
  passage: Passage,
  indexed: IndexedPassage,
  index: PassageIndex,
  lexicon: Lexicon,
): number[] {
  const found: number[] = [];
  const tests = [...question.asked].map((asked) => ANSWERS[asked]).filter((test) => test !== undefined);
  if (tests.length > 0) {
    const named = new Set(question.units.flatMap((unit) => [...unit.terms.keys()]));
    for (let i = 0; i < indexed.terms.length; i += 1) {
      const name = index.nameOf(indexed.terms[i] as number);
      if (!named.has(name) && tests.some((test) => test(name, lexicon)))
        found.push(indexed.starts[indexed.from[i] as number] as number);
    }
  }
  if (question.asked.has("why"))
    for (const reason of passage.text.matchAll(REASON)) found.push(passage.start + reason.index + 1);
  return found;
}

/** Whether a question asks for any kind of answer that can be looked for. */
export function expects(question: Understanding): boolean {
  return [...question.asked].some((asked) => asked === "why" || ANSWERS[asked] !== undefined);
}

/** Words of a question by which it asks for a line that signs, titles or captions, and not for a paragraph. */
const LINES: Partial<Record<PassageKind, ReadonlySet<string>>> = {
  source: new Set(["source", "news-agency", "publish", "report", "news", "publisher", "reference", "media"]),
  credit: new Set(["photo", "photographer", "source"]),
  caption: new Set(["photo", "photographer"]),
  headline: new Set(["title", "headline"]),
  subheading: new Set(["title", "headline", "subtitle", "paragraph"]),
};

/** The units by which a question asks for a line of this kind itself, as numbers; empty when it asks for none. */
export function unitsAskingFor(question: Understanding, kind: PassageKind): ReadonlySet<number> {
  const words = LINES[kind];
  const found = new Set<number>();
  if (words)
    question.units.forEach((unit, at) => {
      if (unit.concepts.some((id) => words.has(id))) found.add(at);
    });
  return found;
}
