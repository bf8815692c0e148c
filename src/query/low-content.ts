import { normalize } from "../analysis/normalizer.ts";
import { withoutClitics } from "../analysis/stemmer.ts";
import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";

const WORDS: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  Object.values(PROFILES).map(({ code, asking }) => [
    code,
    new Set(asking.lowContent.trim().split(/\s+/).map(normalize)),
  ]),
);

/** Whether a folded word of a question says what sort of thing is asked for ("name", "kind", "is called") rather than which one. */
export function isLowContent(folded: string, language: Language): boolean {
  const words = WORDS.get(language) as ReadonlySet<string>;
  return withoutClitics(folded).some((form) => words.has(form));
}
