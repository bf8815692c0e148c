import { describe, expect, it } from "vitest";
import { answerabilityFeatures } from "../../src/answerability/features.ts";
import { parseQuery } from "../../src/query/query-parser.ts";
import { type Ranked, rerank } from "../../src/ranking/reranker.ts";
import { fair } from "../ranking/fair.ts";
import { partsOver } from "../support/search-parts.ts";

describe("the holder of an office", () => {
  const over = partsOver(
    {
      "a.txt": [
        "وصل سفير سرقند نور إلى المعرض مع سفراء كثيرين.",
        "وصل سفير سرقند إلى المعرض، ثم تجول بين أروقته ساعة كاملة مع نور.",
        "وصل نور سفير سرقند إلى المعرض مساء.",
      ].join("\n"),
    },
    {
      "lexicon/fair.json": {
        concepts: [
          { id: "sarkand", kind: "country", ar: ["سرقند"] },
          { id: "ambassador", kind: "office", ar: ["سفير", "سفراء"] },
          { id: "fair", ar: ["معرض"] },
        ],
      },
      "leaders.json": { leaders: [{ id: "head", name: { ar: "نور" }, names: ["نور"] }] },
    },
  );
  const unheld = (text: string) => {
    const question = parseQuery(text, undefined, over);
    const ranked = rerank(question, over);
    return [1, 2, 3].map((at) => {
      const found = ranked.find(({ passage }) => passage.paragraph === at) as Ranked;
      return answerabilityFeatures(question, found, over).unheld;
    });
  };

  it("is told where a name stands beside the office and its country", () => {
    expect(unheld("من سفير سرقند الذي وصل إلى المعرض؟")).toEqual([0, 1, 0]);
  });

  it("is looked for only where somebody is asked for by office and country", () => {
    expect(unheld("متى وصل سفير سرقند إلى المعرض؟")).toEqual([0, 0, 0]);
    expect(unheld("من وصل إلى معرض سرقند؟")).toEqual([0, 0, 0]);
  });
});

const seen = (text: string, paragraph: number) => {
  const question = parseQuery(text, undefined, fair);
  const found = rerank(question, fair).find(({ passage }) => passage.paragraph === paragraph) as Ranked;
  return answerabilityFeatures(question, found, fair);
};

describe("a year of the question", () => {
  it("is listed where it stands among others, and only when it is the one year asked about", () => {
    expect(seen("ماذا جرى في معرض الخزف عام 2003؟", 4).listed).toBe(1);
    expect(seen("ماذا جرى في معرض الخزف عام 2012؟", 3).listed).toBe(0);
    expect(seen("معرض الخزف 2003 و2009", 4).listed).toBe(0);
    expect(seen("معرض الخزف 6 النحاس", 5).listed).toBe(0);
  });
});

describe("an ordinal", () => {
  const met = (text: string, paragraph: number) => {
    const question = parseQuery(text, undefined, fair);
    const at = question.clauses.findIndex(({ kind }) => kind === "number");
    const found = rerank(question, fair).find(({ passage }) => passage.paragraph === paragraph) as Ranked;
    return found.own[at] as number;
  };
  it("is met by itself and not by the count, while a number is met by both", () => {
    expect(met("معرض الخزف السادس", 1)).toBeGreaterThan(0.5);
    expect(met("الأواني السادسة من النحاس", 5)).toBe(0);
    expect(met("معرض الخزف 6", 1)).toBeGreaterThan(0.5);
    expect(met("6 أوان من النحاس", 5)).toBeGreaterThan(0.5);
  });
});
