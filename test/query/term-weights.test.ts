import { describe, expect, it } from "vitest";
import { TERM_WEIGHTS, termWeights } from "../../src/query/term-weights.ts";
import { createSearch } from "../../src/search.ts";
import { seedsOf } from "../support/corpus-folder.ts";
import { TOWN } from "../support/search-parts.ts";

describe("what a meaning weighs", () => {
  it("is all where the lexicon was written for the texts, be it complete or small", () => {
    for (const share of [0, 0.2, 0.4, 0.94, 1])
      expect([share, termWeights(share)]).toEqual([share, TERM_WEIGHTS]);
  });

  it("is less where it is a dictionary, and what is merely near counts for nothing", () => {
    for (const share of [0.6, 0.7, 0.85])
      expect([share, termWeights(share)]).toEqual([share, { ...TERM_WEIGHTS, concept: 0.5, near: 0 }]);
  });

  it("changes by degrees in between", () => {
    for (const share of [0.5, 0.9]) {
      const { concept, near } = termWeights(share);
      expect(concept).toBeGreaterThan(0.5);
      expect(concept).toBeLessThan(TERM_WEIGHTS.concept);
      expect(near).toBeGreaterThan(0);
      expect(near).toBeLessThan(TERM_WEIGHTS.near);
    }
  });

  it("is found for each corpus", () => {
    const weightsWith = (words: readonly string[]) =>
      createSearch(
        seedsOf({
          ...TOWN,
          "lexicon/town.json": JSON.stringify({
            concepts: words.map((word, at) => ({ id: `w${at}`, ar: [word] })),
          }),
        }),
      ).parts.weights;
    const words = [
      ...new Set(
        Object.values(TOWN)
          .join(" ")
          .match(/\p{L}+/gu),
      ),
    ];
    expect(weightsWith(["جسر"])).toMatchObject({ near: TERM_WEIGHTS.near });
    expect(weightsWith(words.filter((_, at) => at % 4 > 0))).toMatchObject({ near: 0 });
    expect(weightsWith(words)).toMatchObject({ near: TERM_WEIGHTS.near });
  });
});
