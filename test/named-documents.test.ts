import { describe, expect, it, test } from "vitest";
import { tokenize } from "../src/analysis/tokenizer.ts";
import { createNamedDocuments } from "../src/named-documents.ts";
import { seedsOf } from "./support/corpus-folder.ts";
import { LEADERS, LEXICON, TOWN } from "./support/search-parts.ts";

const line = (times: number) =>
  Array.from({ length: times }, (_, at) => `سطر رقم ${at} من هذا النص الطويل.`).join("\n");
const seeds = seedsOf({
  ...TOWN,
  "market.txt": `سوق في بلاد الفيروز الكبرى\n${line(3)}`, // a market in Great Firuz
  "school.txt": `المنصور يزور مدرسة في لبنان\n${line(3)}`, // Mansour visits a school in Lebanon
  "leaders.json": JSON.stringify(LEADERS),
  "lexicon/town.json": JSON.stringify(LEXICON),
  "catalogue.json": JSON.stringify({
    documents: {
      "harbour.txt": {
        title: {
          how: "stated",
          value: "ميناء الفيروز يفتح أبوابه للسفن",
          in: { en: "Firuza Harbour opens its gates to ships" },
        },
      },
    },
  }),
});
const named = createNamedDocuments(seeds);
const documentsIn = (text: string, language: string) => named(tokenize(text), language);

describe("the documents that a question in another language names", () => {
  test.each([
    ["by a place of the lexicon", "Was geschah in Rose Town?", "de", ["bridge.txt"]],
    ["by a country that Unicode names in the language", "Was geschah im Libanon?", "de", ["school.txt"]],
    ["the same without spaces", "黎巴嫩发生了什么？", "zh", ["school.txt"]],
    [
      "by a name in a headline or a translation of it",
      "Was geschah in Firuzas?",
      "de",
      ["harbour.txt", "market.txt"],
    ],
    ["the same in other letters", "Що сталося у Фірузі?", "uk", ["harbour.txt", "market.txt"]],
  ])("are found %s", (_, text, language, ids) => {
    expect(documentsIn(text, language)).toEqual(ids);
  });

  test.each([
    ["nothing of theirs", "Was kostet ein Fahrrad in Berlin?", "de"],
    ["a person, who is found as such", "Was sagte Mansour?", "de"],
    ["what the headline says of no name", "Ships und Gates", "de"],
    ["small words", "in for the of", "it"],
    ["no words", "", "de"],
    ["a language that nobody has", "Berlin", "und"],
  ])("are none for %s", (_, text, language) => {
    expect(documentsIn(text, language)).toEqual([]);
  });

  it("are three at most, those that share most before the others", () => {
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [`rose-${at}.txt`, `أخبار مدينة الورد اليوم ${at}\n${line(2)}`]),
    );
    const both = { "both.txt": `طريق من مدينة الورد إلى بلاد الفيروز الكبرى\n${line(2)}` };
    const over = createNamedDocuments(
      seedsOf({ ...many, ...both, "lexicon/town.json": JSON.stringify(LEXICON) }),
    );
    const found = over(tokenize("Rose Town und Great Firuz"), "de");
    expect(found).toHaveLength(3);
    expect(found[0]).toBe("both.txt");
  });

  it("are found in any text at all", () => {
    for (const text of ["里".repeat(4000), "a ".repeat(2000), "\u0000\ud800", "Firuz".repeat(800)])
      expect(documentsIn(text, "de").length).toBeLessThanOrEqual(3);
  });
});
