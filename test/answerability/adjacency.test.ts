import { describe, expect, it } from "vitest";
import { answerabilityFeatures } from "../../src/answerability/features.ts";
import { type Ranked, rerank } from "../../src/ranking/reranker.ts";
import { fair } from "../ranking/fair.ts";
import { parsed } from "../support/search-parts.ts";

const seen = (text: string, paragraph: number) => {
  const question = parsed(text, fair);
  const found = rerank(question, fair).find(({ passage }) => passage.paragraph === paragraph) as Ranked;
  return answerabilityFeatures(question, found, 1, fair);
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
    const question = parsed(text, fair);
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
