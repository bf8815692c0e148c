import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import { withCore } from "../../src/corpus/core-lexicon.ts";
import { Lexicon } from "../../src/corpus/lexicon.ts";
import type { Language } from "../../src/languages/codes.ts";
import { answererOver } from "../support/small-corpus.ts";

const core = new Lexicon(withCore([]));
const found = (text: string, language: Language) =>
  core.match(tokenize(text), language).flatMap(({ concepts }) => concepts.map((at) => core.concepts[at]?.id));

describe("the lexicon that every corpus has", () => {
  it.each([
    ["ar", "سبعة أرصفة", "core-number-7"], // seven quays
    ["ar", "خمسة وعشرون عاملا", "core-number-25"], // twenty-five workers
    ["ar", "وبالثلاثة", "core-number-3"], // and by the three
    ["ru", "двадцати пяти", "core-number-20"],
    ["fr", "quatre-vingts", "core-number-80"],
    ["tr", "yirmi beş", "core-number-25"],
    ["fa", "بیست و پنج", "core-number-25"], // twenty-five
    ["en", "twenty-five", "core-number-25"],
    ["ar", "القمة الثالثة", "core-ordinal-3"], // the third summit
    ["ru", "третьего", "core-ordinal-3"],
    // The months of the Levant, the Maghreb and Afghanistan
    ["ar", "تشرين الأول", "core-month-10"], // October, in the Levant
    ["ar", "في جانفي", "core-month-1"], // in January, in the Maghreb
    ["ar", "في غشت", "core-month-8"], // in August, in Morocco
    ["fa", "جنوری", "core-month-1"], // January
    ["ru", "в сентябре", "core-month-9"],
    ["tr", "eylülde", "core-month-9"],
    ["en", "on Thursday", "core-weekday-4"],
    ["ar", "يوم الثلاثاء", "core-weekday-2"], // on Tuesday
    ["en", "40 kilometers", "core-kilometer"],
    ["ru", "сорок километров", "core-kilometer"],
    ["ar", "في بوروندي", "core-country-bi"], // in Burundi
    ["fr", "au Burundi", "core-country-bi"],
  ] as const)("has in %s: %s", (language, text, id) => {
    expect(found(text, language)).toContain(id);
  });

  it.each([
    // By its stem Lebanon would be milk; Mali is "financial"
    ["ar", "اللبن"], // milk, not Lebanon
    ["ar", "تمارس"], // she practises, not March
    ["ar", "الدعم المالي"], // financial support, not Mali
  ] as const)("takes no other word for one of its own (%s: %s)", (language, text) => {
    expect(found(text, language)).toEqual([]);
  });

  it("gives way to what a corpus has of its own", () => {
    const own = withCore([
      { id: "seven", kind: "number", value: 7, en: ["seven", "septet"] },
      { id: "autumn-month", kind: "month", value: 9, en: ["September"] },
      { id: "sea-mile", en: ["kilometer"] },
    ]);
    const ids = own.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(["seven", "autumn-month", "sea-mile"]);
    for (const id of ["core-number-7", "core-month-9", "core-kilometer"]) expect(ids).not.toContain(id);
    expect(ids).toContain("core-number-8");
  });
});

describe("a corpus without a lexicon", () => {
  const answerer = answererOver({
    "harbour.txt": [
      "أخبار الميناء",
      "بنى العمال سبعة أرصفة جديدة في الميناء خلال الصيف الماضي.",
      "وتحدث رئيس البلدية طويلا عن الأرصفة الجديدة وعن جمالها وعن الزوار.",
      "وافتتح السوق الكبير في تشرين الأول بعد أشهر من العمل المتواصل.",
      "وزار وفد من بوروندي المدينة القديمة واطلع على متاحفها.",
    ].join("\n"),
  });
  const first = (text: string) => {
    const answer = answerer.answer({ text });
    return "quotes" in answer ? answer.quotes[0]?.paragraph : undefined;
  };

  it("is asked how many, in digits and in words of other languages", () => {
    expect(first("كم رصيفا جديدا في الميناء؟")).toBe(2);
    expect(first("ما هي الأرصفة ال 7؟")).toBe(2);
    expect(first("seven")).toBe(2);
  });

  it("is asked about a month or a country by any of its names", () => {
    expect(first("أكتوبر")).toBe(4);
    expect(first("октябрь")).toBe(4);
    expect(first("Burundi")).toBe(5);
  });
});
