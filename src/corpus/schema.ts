import { z } from "zod";
import { LANGUAGES, type Language } from "../languages/codes.ts";

/** The shapes of the optional data files beside the texts. Unknown keys are mistakes, so the schemas are strict. */

const text = z.string().trim().min(1);
const texts = z.array(text);
/** Where an editor finds the shape of the file, `.github/schemas`; nothing else reads it. */
const $schema = z.string().optional();

/** A key for each language, optional: without a search through an enum for each of the lexicon's many entries. */
const eachLanguage = <T extends z.ZodType>(value: T) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, value.optional()])) as Record<
    Language,
    z.ZodOptional<T>
  >;

/** `editor`: not in the text, but known to whoever keeps the corpus. */
const HOW = z.enum(["stated", "inferred", "editor"]);
const UNKNOWN = z.strictObject({ how: z.literal("unknown") });
/** The same in several languages. Records of an enum are whole in zod, so each is optional by itself. */
const inLanguages = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(LANGUAGES), value).optional();
/** A name, which an editor may give in other languages too. */
const name = z.discriminatedUnion("how", [
  z.strictObject({ how: HOW, value: text, in: inLanguages(text) }),
  UNKNOWN,
]);
const date = z.discriminatedUnion("how", [z.strictObject({ how: HOW, value: z.iso.date() }), UNKNOWN]);

/** UTF-16 units. `name` and `subject` are added to the greeting and the description, which Telegram shows up to 512 units of. */
const MAX_NAME_LENGTH = 80;
const MAX_SUBJECT_LENGTH = 120;
const MAX_GREETING_LENGTH = 400;
const MAX_DESCRIPTION_LENGTH = 512;
/** What fits on a button. */
const MAX_EXAMPLE_LENGTH = 80;
const MAX_EXAMPLES = 5;

/** `corpus.json`: what the corpus is called, what it is about and what may be asked, by language; the languages of its texts. */
export const corpusSchema = z.strictObject({
  $schema,
  name: inLanguages(text.max(MAX_NAME_LENGTH)),
  subject: inLanguages(text.max(MAX_SUBJECT_LENGTH)),
  languages: z.array(z.enum(LANGUAGES)).min(1).optional(),
  greeting: inLanguages(text.max(MAX_GREETING_LENGTH)),
  description: inLanguages(text.max(MAX_DESCRIPTION_LENGTH)),
  examples: inLanguages(z.array(text.max(MAX_EXAMPLE_LENGTH)).min(1).max(MAX_EXAMPLES)),
});
export type CorpusEntry = z.infer<typeof corpusSchema>;

/** `catalogue.json`: title, publisher and date of each text, and how each is known; its language where detecting it goes wrong. */
export const catalogueSchema = z.strictObject({
  $schema,
  documents: z.record(
    z.string(),
    z.strictObject({
      title: name.optional(),
      publisher: name.optional(),
      date: date.optional(),
      lang: z.enum(LANGUAGES).optional(),
    }),
  ),
});
export type CatalogueEntry = z.infer<typeof catalogueSchema>["documents"][string];

/** `leaders.json`: the people who can be looked up. `names` identify alone, `parts` may be other words, `titles` are offices. */
export const leadersSchema = z.strictObject({
  $schema,
  leaders: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/),
      name: z.strictObject({ ...eachLanguage(text), ar: text }),
      roles: texts.default([]),
      /** The roles in other languages than the texts'. */
      rolesIn: inLanguages(texts).default({}),
      names: texts.min(1),
      parts: texts.default([]),
      titles: texts.default([]),
    }),
  ),
});
export type LeaderEntry = z.infer<typeof leadersSchema>["leaders"][number];

/** `speakers.json`: an editor's word on who speaks in a paragraph, over what the rules find. */
export const speakersSchema = z.strictObject({
  $schema,
  corrections: z.array(
    z.strictObject({
      doc: text,
      paragraph: z.int().positive(),
      speakers: z.array(text),
      why: text.optional(),
    }),
  ),
});
export type SpeakerCorrection = z.infer<typeof speakersSchema>["corrections"][number];

const CONCEPT_KINDS = [
  "place",
  "country",
  "city",
  "person",
  "organisation",
  "month",
  "weekday",
  "day",
  "number",
  "ordinal",
  "unit",
  "animal",
  "office",
  "say",
  "light",
] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** Countries and cities are places too. */
export const isPlaceKind = (kind: ConceptKind | undefined) =>
  kind === "place" || kind === "country" || kind === "city";

/** `lexicon/*.json`: concepts, each with its words in the languages. */
const lexicon = z.strictObject({
  $schema,
  concepts: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
      kind: z.enum(CONCEPT_KINDS).optional(),
      /** What a number word or an ordinal counts; of a month its number, 1 to 12. */
      value: z.number().optional(),
      near: z.array(z.string()).optional(),
      ...eachLanguage(texts),
    }),
  ),
});
/** Compiled: of all the data it is by far the most, and every start waits for its check. */
export const lexiconSchema = z.compile(lexicon);
export type ConceptEntry = z.infer<typeof lexiconSchema>["concepts"][number];
