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
      expect([share, termWeights(share)]).toEqual([
        share,
        { ...TERM_WEIGHTS, concept: 0.65, near: 0, trustsLightWords: false },
      ]);
  });

  it("changes by degrees in between", () => {
    for (const share of [0.5, 0.9]) {
      const { concept, near } = termWeights(share);
      expect(concept).toBeGreaterThan(0.65);
      expect(concept).toBeLessThan(TERM_WEIGHTS.concept);
      expect(near).toBeGreaterThan(0);
      expect(near).toBeLessThan(TERM_WEIGHTS.near);
    }
  });

  const words = [
    ...new Set(
      Object.values(TOWN)
        .join(" ")
        .match(/\p{L}+/gu),
    ),
  ];
  /** The town with a lexicon of these words, each a concept of little content. */
  const searchWith = (own: readonly string[]) =>
    createSearch(
      seedsOf({
        ...TOWN,
        "lexicon/town.json": JSON.stringify({
          concepts: own.map((word, at) => ({ id: `w${at}`, kind: "light", ar: [word] })),
        }),
      }),
    );
  const dictionary = words.filter((_, at) => at % 4 > 0);

  it("is found for each corpus", () => {
    expect(searchWith(["جسر"]).parts.weights).toMatchObject({ near: TERM_WEIGHTS.near });
    expect(searchWith(dictionary).parts.weights).toMatchObject({ near: 0 });
    expect(searchWith(words).parts.weights).toMatchObject({ near: TERM_WEIGHTS.near });
  });

  it("is that of any word where a dictionary takes it for one of little content", () => {
    const kinds = (own: readonly string[]) => {
      const search = searchWith(own);
      const [word] = dictionary.filter((one) => one.length > 5);
      return search.parse(search.read(word as string)).clauses.map(({ kind }) => kind);
    };
    expect(kinds(words)).toEqual(["light"]);
    expect(kinds(dictionary)).toEqual(["word"]);
  });
});
