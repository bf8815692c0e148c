import { z } from "zod";
import { LANGUAGES } from "./languages/codes.ts";
import type { Answer } from "./model/answer.ts";
import type { Span } from "./model/corpus.ts";
import { VERDICTS, type Verification } from "./model/verification.ts";

/**
 * The machine interface: what `ask --json` and the API print. The schemas are its only description; the API's OpenAPI document and the
 * JSON Schema that tests hold answers to are made from them.
 */
const lang = z.enum(LANGUAGES);
const ids = z.array(z.string().min(1));
const words = z.array(z.string().min(1));

const offset = z.int().min(0);
const span = z.tuple([offset, offset]);

const translation = z
  .strictObject({
    lang,
    text: z.string().min(1).describe("The whole paragraph's."),
    best: span.describe("What renders the quote's `best`, in offsets of this text."),
  })
  .describe("An editor's translation of the paragraph, where the corpus has one in the asker's language.");

const quote = z.strictObject({
  doc: z.string().min(1).describe("The document's file name."),
  paragraph: z.int().min(1).describe("Number among the document's non-empty lines."),
  start: offset,
  end: offset,
  text: z.string().min(1).describe("Exactly `document.slice(start, end)`."),
  best: span.describe("The sentence or two that answer, within `start` and `end`."),
  highlights: z.array(span).describe("Matched words, in order."),
  score: z.number(),
  source: z
    .string()
    .describe(
      "What the offsets are into where that is not the file as UTF-8: the text decoded from `utf-16le` or `windows-1256`, or taken out of `markdown`, `html` or `docx`.",
    )
    .optional(),
  translation: translation.optional(),
});

const leader = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.partialRecord(lang, z.string().min(1)),
  roles: words.describe("In the words of the sources."),
  rolesIn: z.partialRecord(lang, words).describe("The same in other languages.").optional(),
});

const difference = z.strictObject({
  kind: z.enum(["added", "dropped", "changed", "moved", "spelling", "punctuation"]),
  about: z.enum(["negation", "number", "name", "date"]).optional(),
  typed: span.describe("In what was pasted; none for what was dropped.").optional(),
  source: span.describe("In the document `doc`; none for what was added.").optional(),
  doc: z.string().optional(),
});

const answer = z.strictObject({
  kind: z.enum(["quotes", "closest", "nothing", "help", "leader", "leaders", "refused", "verified"]),
  lang,
  quotes: z.array(quote).max(10).describe("Best first."),
  missing: words.describe("Words of the question, as typed, that the documents have in no form or language."),
  unmet: words.describe("Words of the question that the documents have, but the best passage has not."),
  suggestions: words.describe("Other questions to try."),
  readings: z
    .array(z.strictObject({ typed: z.string(), as: z.string() }))
    .describe("What was searched for in place of what was typed."),
  leaders: z
    .array(leader)
    .describe("With kind `leaders`: whom the name fits. With topic `language`: whom the question names."),
  mentions: z.array(quote).describe("With kind `leader`: whole paragraphs in document order."),
  statements: z.array(quote).describe("With kind `leader`: whole paragraphs in document order."),
  leader: leader.optional(),
  about: z.array(quote).describe("With kind `leader`: the statements on a topic, best first.").optional(),
  follows: z.string().describe("The earlier question, where its subject was carried over.").optional(),
  reason: z.enum(["empty", "too-long"]).describe("With kind `refused`.").optional(),
  topic: z
    .enum(["greeting", "thanks", "bot", "language"])
    .describe("With kind `help`. `language`: the question is in a language that is not spoken here.")
    .optional(),
  unspoken: z
    .string()
    .describe("With topic `language`: ISO 639-1, or `und` where only the script is known.")
    .optional(),
  documents: ids
    .describe("With topic `language`: documents whose headlines share a name with the question.")
    .optional(),
  verdict: z
    .enum(VERDICTS)
    .describe(
      "With kind `verified`. `exact`: `places[0].text` is what was pasted, byte for byte (with an ellipsis, each part is). `spelling`: the same words, everything else that differs is listed. `altered`: one passage with words added, dropped, changed or moved. `stitched`: parts of several places. `misattributed`: the words, but not of whom they are claimed to be. `translation`: it renders the place in another language. `absent`: the words stand nowhere; `places` are the nearest.",
    )
    .optional(),
  places: z
    .array(quote)
    .max(10)
    .describe("Where the words stand, best first; `highlights` are those that differ.")
    .optional(),
  differs: z
    .strictObject({ typed: z.array(span), source: z.array(span) })
    .describe(
      "The words that differ: offsets into what was pasted, and into the document of the first place.",
    )
    .optional(),
  differences: z
    .array(difference)
    .describe("The same one by one with their kind, the weightiest first.")
    .optional(),
  quotation: span.describe("The words that were checked, in what was pasted.").optional(),
  claimed: ids.describe("Ids of those who are claimed to have said it.").optional(),
  speakers: ids
    .describe("Ids of those who say it in the first place; none where the text itself does.")
    .optional(),
});

/** By the names that the API's description refers to them by. */
export const RECORD_SCHEMAS = {
  Offset: offset,
  Span: span,
  Translation: translation,
  Quote: quote,
  Leader: leader,
  Difference: difference,
  Answer: answer,
} as const;

type Frozen<T> = T extends readonly (infer _)[] | object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** An answer as the machine interface prints it: the union flattened, the lists always there. */
export type AnswerRecord = Frozen<z.infer<typeof answer>>;

export function toRecord(given: Answer | Verification): AnswerRecord {
  return {
    quotes: [],
    missing: [],
    unmet: [],
    suggestions: [],
    readings: [],
    leaders: [],
    mentions: [],
    statements: [],
    ...given,
    ...(given.kind === "verified" ? { differs: wordsApart(given) } : {}),
  };
}

function wordsApart({ places, differences }: Extract<Verification, { kind: "verified" }>) {
  const differing = differences.filter(({ kind }) => kind !== "punctuation");
  const inOrder = (spans: readonly (Span | undefined)[]) =>
    spans.filter((one) => one !== undefined).toSorted((a, b) => a[0] - b[0]);
  return {
    typed: inOrder(differing.map(({ typed }) => typed)),
    source: inOrder(differing.filter(({ doc }) => doc === places[0]?.doc).map(({ source }) => source)),
  };
}
