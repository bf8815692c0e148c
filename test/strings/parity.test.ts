import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/languages/codes.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { introduction, MAX_DESCRIPTION_LENGTH } from "../../src/strings/introduction.ts";
import { dates, isolate, listed, numbers, plural } from "../../src/strings/strings.ts";

/** Where every leaf of a language stands, and what it is; a list by its kind, for languages may have more or fewer examples. */
function shape(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return [`${path}[]`];
  if (typeof value !== "object" || value === null) {
    const arity = typeof value === "function" ? "()" : "";
    return [`${path}: ${typeof value}${arity}`];
  }
  return Object.entries(value).flatMap(([key, one]) => shape(one, `${path}.${key}`));
}

/** Every text of a language, those made of arguments with some of each. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

const SCRIPT = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  en: /[a-z]/i,
  tr: /[a-z]/i,
  fr: /[a-z]/i,
  az: /[a-z]/i,
  tk: /[a-z]/i,
  kk: /\p{Script=Cyrillic}/u,
};

describe.each(LANGUAGES)("the language %s", (language) => {
  const strings = STRINGS[language];

  it("has the shape of the others", () => {
    expect(shape(strings).toSorted()).toEqual(shape(STRINGS.ar).toSorted());
  });

  it("says which it is, and in which direction it runs", () => {
    expect(strings.language).toBe(language);
    expect(strings.direction).toBe(["ar", "fa"].includes(language) ? "rtl" : "ltr");
  });

  it("leaves nothing unsaid, and says it in its own letters", () => {
    const { language: _language, direction: _direction, ...said } = strings;
    for (const text of texts(said)) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe("");
      expect([text, SCRIPT[language].test(text)]).toEqual([text, true]);
    }
  });

  it("keeps within what the platforms' menus take", () => {
    const { short, about, inGroup, ...commands } = strings.command;
    expect(inGroup("a_bot_of_32_letters_0123456789bot").length).toBeLessThanOrEqual(200);
    for (const text of Object.values(commands)) expect([text, text.length <= 100]).toEqual([text, true]);
    expect(short.length).toBeLessThanOrEqual(120);
    expect(about.length).toBeLessThanOrEqual(512);
    for (const text of Object.values(strings.button)) expect([text, text.length <= 40]).toEqual([text, true]);
  });

  it("puts what it is given into what it says", () => {
    const { answer, citation, leader, sources, notice } = strings;
    const number = numbers(language);
    expect(answer.missing(["كلمة", "word"])).toMatch(/كلمة.*word/);
    expect(answer.searchedFor("typed", "read")).toMatch(/typed/);
    expect(answer.searchedFor("typed", "read")).toMatch(/read/);
    expect(answer.counter(2, 6)).toContain(number(2));
    expect(answer.counter(2, 6)).toContain(number(6));
    expect(citation.paragraph(7)).toContain(number(7));
    expect(leader.unknown("Zed")).toContain("Zed");
    expect(leader.about("Zed", 3)).toContain("Zed");
    expect(sources.page(3, 9)).toContain(number(9));
    expect(notice.slowDown(30)).toContain(number(30));
  });

  it("counts in the forms that it has", () => {
    for (const count of [
      strings.leader.said,
      strings.leader.mentioned,
      strings.sources.passages,
      strings.notice.slowDown,
    ])
      for (const value of [0, 1, 2, 3, 5, 11, 21, 100]) {
        expect(count(value)).not.toMatch(/#|undefined/);
        if (value > 2) expect(count(value)).toContain(numbers(language)(value));
      }
  });

  it("introduces a corpus by its name and subject within what a profile takes", () => {
    const presentation = { [language]: { name: "ن".repeat(80), subject: "س".repeat(120) } };
    const { greeting, description, examples } = introduction({ presentation }, language);
    for (const text of [greeting, description]) {
      expect(text).toContain("ن".repeat(80));
      expect(text).toContain("س".repeat(120));
    }
    expect(description.length).toBeLessThanOrEqual(MAX_DESCRIPTION_LENGTH);
    expect(examples).toEqual([]);
  });
});

describe("counting", () => {
  it("takes the Arabic dual, few and many, and the Russian few", () => {
    const page = plural("ar", {
      one: "صفحة",
      two: "صفحتان",
      few: "# صفحات",
      many: "# صفحة",
      other: "# صفحة",
    });
    expect([1, 2, 3, 11].map(page)).toEqual(["صفحة", "صفحتان", "3 صفحات", "11 صفحة"]);
    const line = plural("ru", { one: "# строка", few: "# строки", many: "# строк", other: "# строки" });
    expect([1, 2, 5, 11, 21].map(line)).toEqual(["1 строка", "2 строки", "5 строк", "11 строк", "21 строка"]);
  });

  it("writes Persian digits in Persian and no thousands marks in a year", () => {
    expect(numbers("fa")(2023)).toBe("۲۰۲۳");
    for (const language of ["ar", "en", "ru", "tr", "fr"] as const)
      expect(numbers(language)(2023)).toBe("2023");
  });
});

describe("words in a row", () => {
  it("stand each in its own direction, with the comma of the language", () => {
    expect(listed("ar", ["بحر", "G7"])).toBe(`${isolate("بحر")}، ${isolate("G7")}`);
    expect(listed("en", ["a", "b"])).toBe(`${isolate("a")}, ${isolate("b")}`);
  });
});

describe("a date", () => {
  it.each([
    ["en", "29 February 2024"],
    ["tr", "29 Şubat 2024"],
    ["fr", "29 février 2024"],
    ["az", "29 fevral 2024"],
    ["fa", "۲۹ فوریهٔ ۲۰۲۴"],
    ["ar", "29 فبراير 2024"],
  ] as const)("in %s is %s", (language, expected) => {
    expect(dates(language)("2024-02-29").replace(/\u200f/g, "")).toBe(expected);
  });
});
