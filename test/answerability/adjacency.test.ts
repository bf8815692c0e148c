import { describe, expect, it } from "vitest";
import { type Ranked, rank } from "../../src/ranking/reranker.ts";
import { understand } from "../../src/query/query-parser.ts";
import { fair, signals } from "../ranking/fair.ts";
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
  const held = (text: string) => {
    const ranked = rank(understand(text, undefined, over), over);
    return [1, 2, 3].map((at) => ranked.find(({ passage }) => passage.paragraph === at)?.signals.held);
  };

  it("is told where a name stands beside the office and its country", () => {
    expect(held("من سفير سرقند الذي وصل إلى المعرض؟")).toEqual([true, false, true]);
  });

  it("is looked for only where somebody is asked for by office and country", () => {
    expect(held("متى وصل سفير سرقند إلى المعرض؟")).toEqual([undefined, undefined, undefined]);
    expect(held("من وصل إلى معرض سرقند؟")).toEqual([undefined, undefined, undefined]);
  });
});

describe("a year of the question", () => {
  it("is listed where it stands among others, and only when it is the one year asked about", () => {
    expect(signals("ماذا جرى في معرض الخزف عام 2003؟", 4).listed).toBe(1);
    expect(signals("ماذا جرى في معرض الخزف عام 2012؟", 3).listed).toBe(0);
    expect(signals("معرض الخزف 2003 و2009", 4).listed).toBe(0);
    expect(signals("معرض الخزف 6 النحاس", 5).listed).toBe(0);
  });
});

describe("an ordinal", () => {
  const met = (text: string, paragraph: number) => {
    const question = understand(text, undefined, fair);
    const at = question.units.findIndex(({ kind }) => kind === "number");
    const found = rank(question, fair).find(({ passage }) => passage.paragraph === paragraph) as Ranked;
    return found.own[at] as number;
  };
  it("is met by itself and not by the count, while a number is met by both", () => {
    expect(met("معرض الخزف السادس", 1)).toBeGreaterThan(0.5);
    expect(met("الأواني السادسة من النحاس", 5)).toBe(0);
    expect(met("معرض الخزف 6", 1)).toBeGreaterThan(0.5);
    expect(met("6 أوان من النحاس", 5)).toBeGreaterThan(0.5);
  });
});
