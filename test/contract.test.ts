import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { readSeeds } from "../adapters/service/corpus-files.ts";
import { toRecord } from "../src/answer-record.ts";
import { createAnswerer } from "../src/answerer.ts";
import { type Answerer, LANGUAGES, VERDICTS } from "../src/model.ts";
import { realAnswerer } from "./support/core.ts";

const span = { type: "array", items: { type: "integer", minimum: 0 }, minItems: 2, maxItems: 2 };
const words = { type: "array", items: { type: "string", minLength: 1 } };
const quotes = (most?: number) => ({
  type: "array",
  ...(most && { maxItems: most }),
  items: {
    type: "object",
    additionalProperties: false,
    required: ["doc", "paragraph", "start", "end", "text", "best", "highlights", "score"],
    properties: {
      doc: { type: "string", pattern: "\\.txt$" },
      paragraph: { type: "integer", minimum: 1 },
      start: { type: "integer", minimum: 0 },
      end: { type: "integer", minimum: 1 },
      text: { type: "string", minLength: 1 },
      best: span,
      highlights: { type: "array", items: span },
      score: { type: "number" },
      translation: {
        type: "object",
        additionalProperties: false,
        required: ["lang", "text", "best"],
        properties: { lang: { enum: LANGUAGES }, text: { type: "string", minLength: 1 }, best: span },
      },
    },
  },
});
const leader = {
  type: "object",
  additionalProperties: false,
  required: ["id", "name", "roles"],
  properties: {
    id: { type: "string", pattern: "^[a-z][a-z-]*$" },
    name: { type: "object", required: ["ar", "en"], additionalProperties: { type: "string" } },
    roles: words,
    rolesIn: { type: "object", propertyNames: { enum: LANGUAGES }, additionalProperties: words },
  },
};
/** The shape that whoever reads the machine interface counts on. */
const SHAPE = {
  type: "object",
  additionalProperties: false,
  required: [
    "kind",
    "lang",
    "quotes",
    "missing",
    "unmet",
    "suggestions",
    "leaders",
    "mentions",
    "statements",
  ],
  properties: {
    kind: { enum: ["quotes", "closest", "nothing", "help", "leader", "leaders", "refused", "verified"] },
    lang: { enum: LANGUAGES },
    quotes: quotes(10),
    missing: words,
    unmet: words,
    suggestions: words,
    readings: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["typed", "as"],
        properties: { typed: { type: "string" }, as: { type: "string" } },
      },
    },
    leader,
    leaders: { type: "array", items: leader },
    mentions: quotes(),
    statements: quotes(),
    about: quotes(),
    reason: { enum: ["empty", "too-long"] },
    topic: { enum: ["greeting", "thanks", "bot"] },
    verdict: { enum: VERDICTS },
    places: quotes(10),
    differs: {
      type: "object",
      additionalProperties: false,
      required: ["typed", "source"],
      properties: { typed: { type: "array", items: span }, source: { type: "array", items: span } },
    },
    differences: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["kind"],
        properties: {
          kind: { enum: ["added", "dropped", "changed", "moved", "spelling", "punctuation"] },
          about: { enum: ["negation", "number", "name", "date"] },
          typed: span,
          source: span,
          doc: { type: "string", pattern: "\\.txt$" },
        },
      },
    },
    quotation: span,
    claimed: words,
    speakers: words,
  },
};
const validate = new Ajv({ strict: false }).compile(SHAPE);
const answerer = realAnswerer();
/** One that is never sure, so that what it finds is only near. */
const unsure = createAnswerer({
  seeds: readSeeds(fileURLToPath(new URL("../seeds", import.meta.url))),
  threshold: 2,
});
const errors = (record: unknown) => (validate(JSON.parse(JSON.stringify(record))) ? [] : validate.errors);

const ASKED: readonly (readonly [kind: string, question: string, over: Answerer])[] = [
  ["quotes", "ماذا قال بوتين عن العلاقات مع كازاخستان؟", answerer],
  ["closest", "كم دفع القراصنة لبوتين عن سمك الحفش في بحر قزوين؟", unsure],
  ["nothing", "asdkjh qwoeiu zxmnc", answerer],
  ["help", "صباح الخير", answerer],
  ["refused", "؟", answerer],
];

describe("a record of the machine interface", () => {
  it.each(ASKED)("has the shape of every answer: %s", (kind, text, over) => {
    const record = toRecord(over.answer({ text }));
    expect(errors(record)).toEqual([]);
    expect(record.kind).toBe(kind);
  });

  it.each([
    ["leader", "بوتين"],
    ["leaders", "بردي محمدوف"],
    ["nothing", "ماكرون"],
    ["refused", ""],
  ])("has the shape of every lookup: %s", (kind, name) => {
    const record = toRecord(answerer.leader({ name, topic: "الطاقة" }));
    expect(errors(record)).toEqual([]);
    expect(record.kind).toBe(kind);
  });

  it.each([
    ["exact", "الجيش الروسي لا يضرب أهدافاً مدنية", "putin"],
    ["spelling", "الجيش الروسي لا يضرب اهدافا مدنية", "putin"],
    ["altered", "الجيش الروسي يضرب أهدافاً مدنية", "putin"],
    ["misattributed", "الجيش الروسي لا يضرب أهدافاً مدنية", "lavrov"],
    ["translation", "The Russian army does not strike civilian targets", "putin"],
    ["absent", "سنوقع اتفاقية الغاز مع الصين الأسبوع المقبل", "putin"],
  ])("has the shape of every checked quotation: %s", (verdict, text, speaker) => {
    const record = toRecord(answerer.verify({ text, speaker }));
    expect(errors(record)).toEqual([]);
    expect(record).toMatchObject({ kind: "verified", verdict });
  });

  it("says of a checked quotation which words differ, on both sides", () => {
    const text = "قال بوتين: «لن نبدأ إنتاج الناقلات المشتركة مع أذربيجان»";
    const { differs, places } = toRecord(answerer.verify({ text }));
    const document = answerer.corpus.documents.find(({ id }) => id === places?.[0]?.doc);
    expect(differs?.typed.map((span) => text.slice(...span))).toEqual(["لن", "نبدأ"]);
    expect(differs?.source.map((span) => document?.text.slice(...span))).toEqual(["سنبدأ"]);
  });

  it("has empty lists where an answer has none", () => {
    expect(toRecord({ kind: "help", lang: "en", topic: "bot" })).toEqual({
      kind: "help",
      lang: "en",
      topic: "bot",
      quotes: [],
      missing: [],
      unmet: [],
      suggestions: [],
      readings: [],
      leaders: [],
      mentions: [],
      statements: [],
    });
  });

  it("keeps quotes where the sources do not answer, and gives the reason of a refusal", () => {
    const closest = toRecord(unsure.answer({ text: ASKED[1]?.[1] as string }));
    expect(closest.quotes.length).toBeGreaterThan(0);
    expect(toRecord(answerer.answer({ text: "" })).reason).toBe("empty");
  });

  it("names the nine people by the ids that everyone counts on", () => {
    expect(answerer.corpus.leaders.map(({ id }) => id).toSorted()).toEqual([
      "aliyev",
      "gurbanguly-berdimuhamedow",
      "lavrov",
      "putin",
      "raisi",
      "serdar-berdimuhamedow",
      "tokayev",
      "xi-jinping",
      "zakharova",
    ]);
  });
});
