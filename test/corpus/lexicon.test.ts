import { describe, expect, it } from "vitest";
import { normalize } from "../../src/analysis/normalizer.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import { Lexicon } from "../../src/corpus/lexicon.ts";
import type { Language } from "../../src/languages/codes.ts";

const lexicon = new Lexicon([
  {
    id: "harbour",
    kind: "place",
    ar: ["ميناء", "مرفأ"],
    en: ["harbour", "sea port"],
    near: ["ship", "nowhere"],
  },
  { id: "ship", ar: ["سفينة", "سفن"], en: ["ship"], ru: ["корабль"] },
  { id: "sea", kind: "place", ar: ["بحر"], en: ["sea"] },
  { id: "black-sea", kind: "place", ar: ["البحر الأسود"], en: ["Black Sea"] },
  { id: "seven", kind: "number", value: 7, ar: ["سبعة", "سبع"], en: ["seven"] },
  { id: "hand-over", ar: ["يسلم", "تسليم"] },
  { id: "thousand", ar: ["ألف"] },
  { id: "germany", ar: ["ألمانيا"] },
]);

const ids = (text: string, language: Language = "ar", all = false) =>
  lexicon
    .match(tokenize(text), language, all)
    .map((match) => match.concepts.map((index) => lexicon.concepts[index]?.id).join("|"));

describe("the lexicon", () => {
  it.each<[string, Language, string[]]>([
    ["ميناء", "ar", ["harbour"]], // harbour
    ["والميناء", "ar", ["harbour"]], // and the harbour
    ["للميناء", "ar", ["harbour"]], // for the harbour
    ["مرفأ السفن", "ar", ["harbour", "ship"]], // harbour of the ships
    ["harbours", "en", ["harbour"]],
    ["The Sea Port", "en", ["harbour"]],
    ["корабля", "ru", ["ship"]],
    ["مدينة", "ar", []], // town
    ["", "ar", []],
  ])("finds the concepts of %s (%s)", (text, language, expected) => {
    expect(ids(text, language)).toEqual(expected);
  });

  it("takes the longest entry, and with all of them the shorter too", () => {
    expect(ids("في البحر الأسود")).toEqual(["black-sea"]);
    expect(ids("في البحر الأسود", "ar", true)).toEqual(["black-sea", "sea"]);
    expect(ids("في البحر الأبيض")).toEqual(["sea"]);
  });

  it("finds entries of several words whatever is glued to them", () => {
    expect(ids("وبالبحر الأسود")).toEqual(["black-sea"]);
    expect(ids("بحر أسود")).toEqual(["black-sea"]);
  });

  it("says how sure it is: the word itself, its stem, a person of the verb", () => {
    const strength = (text: string) => lexicon.match(tokenize(text), "ar")[0]?.strength ?? 0;
    expect(strength("سفينة")).toBe(1);
    expect(strength("سفينتها")).toBeLessThan(strength("سفينة"));
    expect(strength("ستسلمون")).toBeLessThan(strength("سفينتها"));
    expect(strength("ستسلمون")).toBeGreaterThan(0);
  });

  it("does not take what looks like an article off a word with a hamza", () => {
    expect(ids("ألف")).toEqual(["thousand"]);
    expect(ids("الف")).toEqual(["thousand"]);
    // By its stem perhaps, but never as if it stood in the lexicon
    expect(lexicon.match(tokenize("مانيا"), "ar")[0]?.strength ?? 0).toBeLessThan(1);
    expect(ids("المانيا")).toEqual(["germany"]);
  });

  it("says where a match stands", () => {
    const [match] = lexicon.match(tokenize("سافرت إلى البحر الأسود أمس"), "ar");
    expect([match?.from, match?.to]).toEqual([2, 4]);
  });

  it("looks words up in one language only", () => {
    expect(ids("ship", "ru")).toEqual([]);
    expect(lexicon.has("ship", "en")).toBe(true);
    expect(lexicon.has("ship", "fr")).toBe(false);
  });

  it("knows a word by what is glued to it, its stem and its verb", () => {
    for (const word of ["والميناء", "سفينتها", "ستسلمون"])
      expect([word, lexicon.has(normalize(word), "ar")]).toEqual([word, true]);
    expect(lexicon.has(normalize("زلزال"), "ar")).toBe(false);
  });

  it("keeps neighbours that exist, values and kinds", () => {
    expect(lexicon.byId("harbour")?.near).toEqual([lexicon.byId("ship")?.index]);
    expect(lexicon.byId("seven")).toMatchObject({ value: 7, kind: "number" });
    expect(lexicon.byId("nowhere")).toBeUndefined();
  });

  it("gives its single Arabic words for spelling", () => {
    expect(lexicon.arabicWords).toContain(normalize("سفينة"));
    expect([...lexicon.arabicWords].filter((word) => word.includes(" "))).toEqual([]);
  });

  it("may be empty", () => {
    const empty = new Lexicon([]);
    expect(empty.match(tokenize("ميناء المدينة"), "ar")).toEqual([]);
    expect(empty.has("ميناء", "ar")).toBe(false);
    expect(empty.arabicWords.size).toBe(0);
  });
});
