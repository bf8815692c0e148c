import { PROFILES } from "../languages/all.ts";
import { LANGUAGES, type Language } from "../languages/codes.ts";
import type { LanguageProfile } from "../languages/profile.ts";
import type { ConceptEntry, ConceptKind } from "./schema.ts";

/** A concept of the lexicon; one of the core's matches Arabic letters only as it is written, since light stems are of many words. */
export type LexiconEntry = ConceptEntry & { readonly exact?: boolean };

type Words = Partial<Record<Language, string[]>>;

const wordsOf = (forms: (profile: LanguageProfile) => string | undefined): Words =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const words = forms(PROFILES[language])?.split("|").filter(Boolean) ?? [];
      return words.length > 0 ? [[language, words]] : [];
    }),
  );

const concept = (id: string, kind: ConceptKind, words: Words, value?: number): LexiconEntry => ({
  id: `core-${id}`,
  kind,
  ...(value === undefined ? {} : { value }),
  exact: true,
  ...words,
});

/** Every value that a language has a word for. */
const valuesOf = (kind: "numbers" | "ordinals") =>
  [...new Set(LANGUAGES.flatMap((code) => Object.keys(PROFILES[code].numerals[kind]).map(Number)))].toSorted(
    (a, b) => a - b,
  );

/**
 * Number words, ordinals, months, weekdays, units and countries, in every language: of no corpus, so that each has them. Countries
 * are here since a question about another than a passage names is not answered by it.
 */
const CORE: readonly LexiconEntry[] = [
  ...valuesOf("numbers").map((value) =>
    concept(
      `number-${value}`,
      "number",
      wordsOf(({ numerals }) => numerals.numbers[value]),
      value,
    ),
  ),
  ...valuesOf("ordinals").map((value) =>
    concept(
      `ordinal-${value}`,
      "ordinal",
      wordsOf(({ numerals }) => numerals.ordinals[value]),
      value,
    ),
  ),
  ...Array.from({ length: 12 }, (_, at) =>
    concept(
      `month-${at + 1}`,
      "month",
      wordsOf(({ names }) => names.months[at]),
      at + 1,
    ),
  ),
  ...Array.from({ length: 7 }, (_, at) =>
    concept(
      `weekday-${at + 1}`,
      "weekday",
      wordsOf(({ names }) => names.weekdays[at]),
      at + 1,
    ),
  ),
  ...Object.keys(PROFILES[LANGUAGES[0]].names.units).map((unit) =>
    concept(
      unit,
      "unit",
      wordsOf(({ names }) => names.units[unit]),
    ),
  ),
  ...Object.keys(PROFILES[LANGUAGES[0]].names.countries).map((code) =>
    concept(
      `country-${code.toLowerCase()}`,
      "country",
      wordsOf(({ names }) => names.countries[code]),
    ),
  ),
];

const CORE_WORDS = new Set(CORE.flatMap((entry) => LANGUAGES.flatMap((code) => entry[code] ?? [])));

/** The concepts of a corpus, over those of the core: what the corpus has of its own takes the place of the core's. */
export function withCore(own: readonly ConceptEntry[]): readonly LexiconEntry[] {
  const values = new Set(
    own.map(({ kind, value }) => (value === undefined ? undefined : `${kind} ${value}`)),
  );
  const words = new Set<string>();
  for (const entry of own)
    for (const code of LANGUAGES)
      for (const word of entry[code] ?? []) if (CORE_WORDS.has(word)) words.add(word);
  const isOwn = (entry: LexiconEntry) =>
    entry.kind === "number" || entry.kind === "ordinal"
      ? values.has(`${entry.kind} ${entry.value}`)
      : LANGUAGES.some((code) => entry[code]?.some((word) => words.has(word)));
  return [...own, ...CORE.filter((entry) => !isOwn(entry))];
}
