import { describe, expect, it } from "vitest";
import { citationOf, titleOf } from "../src/citation.ts";
import { LANGUAGES } from "../src/languages/codes.ts";
import type { Document, Passage } from "../src/model/corpus.ts";
import { STRINGS } from "../src/strings/all.ts";
import { realAnswerer } from "./support/core.ts";

const document: Document = {
  id: "a.txt",
  text: "",
  lang: "ar",
  title: { how: "stated", value: "ميناء الفيروز" },
  opening: "افتتح الوزير",
  publisher: { how: "stated", value: "وكالة الورد" },
  date: { how: "stated", value: "2024-02-29" },
  passages: [],
};
const passage = { paragraph: 3 } as Passage;
const unknown = { how: "unknown" } as const;

describe("a citation", () => {
  it("has the headline, the publisher, the date and the paragraph", () => {
    const { title, publisher, date, paragraph } = citationOf(document, passage, STRINGS.en);
    expect([title, publisher, date, paragraph]).toEqual([
      "ميناء الفيروز",
      "وكالة الورد",
      "29 February 2024",
      "paragraph 3",
    ]);
  });

  it.each(LANGUAGES)("has all of it in one line, each part in its own direction (%s)", (language) => {
    const { title, publisher, date, paragraph, line } = citationOf(document, passage, STRINGS[language]);
    expect(line).toBe([title, publisher, date, paragraph].map((part) => `\u2068${part}\u2069`).join(" · "));
    expect(line).not.toMatch(/undefined|NaN|Invalid/);
  });

  it.each(LANGUAGES)("shows a text without a headline by its opening, marked as such (%s)", (language) => {
    const untitled = titleOf({ ...document, title: unknown }, STRINGS[language]);
    expect(untitled).toContain(document.opening);
    expect(untitled).not.toBe(document.opening);
  });

  it.each(LANGUAGES)("tells what is stated from what is inferred and what is not known (%s)", (language) => {
    const strings = STRINGS[language];
    const of = (how: "stated" | "inferred" | "unknown") => {
      const known = <T>(value: T) => (how === "unknown" ? unknown : { how, value });
      const { publisher, date } = citationOf(
        { ...document, publisher: known("وكالة"), date: known("2024-02-29") },
        passage,
        strings,
      );
      return [publisher, date];
    };
    const [stated, inferred, none] = [of("stated"), of("inferred"), of("unknown")];
    for (const part of [0, 1]) expect(new Set([stated?.[part], inferred?.[part], none?.[part]]).size).toBe(3);
    expect(inferred?.[0]).toContain("وكالة");
    expect(none?.[0]).not.toContain("وكالة");
  });

  it("is on the day that the source gives, wherever the bot runs", () => {
    expect(STRINGS.fr.citation.date({ how: "stated", value: "2023-12-05" })).toBe("5 décembre 2023");
    expect(STRINGS.ru.citation.date({ how: "stated", value: "2024-01-01" })).toContain("1 января 2024");
  });

  it("of the articles never has a headline that the text does not have", () => {
    for (const article of realAnswerer().corpus.documents)
      if (article.title.how !== "unknown") expect(article.text).toContain(article.title.value);
      else expect(article.text.startsWith(article.opening)).toBe(true);
  });
});

describe("a citation of a translated document", () => {
  const names = { title: "Port of Turquoise", publisher: "The Rose Agency" };
  const translated: Document = { ...document, translated: { en: names } };

  it("has the names in the asker's language beside the original's", () => {
    const { title, translatedTitle, publisher, line } = citationOf(translated, passage, STRINGS.en);
    expect([title, translatedTitle]).toEqual(["ميناء الفيروز", "Port of Turquoise"]);
    expect(publisher).toBe("\u2068The Rose Agency\u2069 (\u2068وكالة الورد\u2069)");
    for (const part of [title, translatedTitle, publisher]) expect(line).toContain(part);
  });

  it("has the original's alone in a language that nobody translated it into", () => {
    expect(citationOf(translated, passage, STRINGS.fr)).toEqual(citationOf(document, passage, STRINGS.fr));
  });

  it("has the translated opening of a document without a headline", () => {
    const untitled = {
      ...translated,
      title: unknown,
      translated: { en: { opening: "The minister opened" } },
    };
    expect(citationOf(untitled, passage, STRINGS.en).translatedTitle).toBe("“The minister opened…”");
  });
});
