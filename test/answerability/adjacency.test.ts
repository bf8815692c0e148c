import { describe, expect, it } from "vitest";
import { type Ranked, rerank } from "../../src/ranking/reranker.ts";
import { fair } from "../ranking/fair.ts";
import { parsed } from "../support/search-parts.ts";

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
