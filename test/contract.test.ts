import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readSeeds } from "../adapters/service/corpus-files.ts";
import { RECORD_SCHEMAS, toRecord } from "../src/answer-record.ts";
import { createAnswerer } from "../src/answerer.ts";
import type { Answerer } from "../src/model/answerer.ts";
import { realAnswerer } from "./support/core.ts";

const answerer = realAnswerer();
/** One that is never sure, so that what it finds is only near. */
const unsure = createAnswerer({
  seeds: readSeeds(fileURLToPath(new URL("../seeds", import.meta.url))),
  threshold: 2,
});
/** What whoever reads the printed record finds that the schema does not have. */
const errors = (record: unknown) =>
  RECORD_SCHEMAS.Answer.safeParse(JSON.parse(JSON.stringify(record))).error?.issues ?? [];

const ASKED: readonly (readonly [kind: string, question: string, over: Answerer])[] = [
  ["quotes", "ماذا قال بوتين عن العلاقات مع كازاخستان؟", answerer],
  ["closest", "كم دفع زقطظوق لبوتين عن سمك الحفش في بحر قزوين؟", unsure],
  ["nothing", "asdkjh qwoeiu zxmnc", answerer],
  ["help", "صباح الخير", answerer],
  ["help", "Що сказав Путін про угоду?", answerer],
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

  it("has the shape of every question that follows another", () => {
    const record = toRecord(answerer.answer({ text: "ومتى؟", earlier: "ماذا قال بوتين عن سمك الحفش؟" }));
    expect(errors(record)).toEqual([]);
    expect(record.follows).toBe("ماذا قال بوتين عن سمك الحفش؟");
  });

  it("has nothing that the schema does not have", () => {
    const record = toRecord(answerer.answer({ text: "سمك" }));
    expect(errors({ ...record, extra: 1 })).toHaveLength(1);
    expect(errors({ ...record, quotes: undefined })).toHaveLength(1);
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
    expect(closest.missing).toContain("زقطظوق");
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
