import { describe, expect, it } from "vitest";
import { LexiconShare } from "../../src/index/lexicon-share.ts";
import type { TermKind } from "../../src/index/terms.ts";
import { placedTerms } from "../support/placed-terms.ts";

/** Terms as `kind from to`. */
function share(...texts: string[][]): number {
  const counted = new LexiconShare();
  for (const terms of texts) {
    const kinds = terms.map((one) => one.split(" ")[0] as TermKind);
    counted.add(
      placedTerms(
        terms.map((one, number) => {
          const [, from, to] = one.split(" ").map(Number);
          return { number, from: from as number, to: to as number };
        }),
      ),
      (number) => kinds[number] as TermKind,
    );
  }
  const again = new LexiconShare();
  again.restore(counted.keep());
  expect(again.share).toBe(counted.share);
  return counted.share;
}

describe("the share of the texts' words that the lexicon has", () => {
  it("counts a word with a meaning, whatever else it has", () => {
    expect(share(["surface 0 1", "stem 0 1", "concept 0 1", "concept 0 1", "surface 1 2"])).toBe(0.5);
  });
  it("counts each word of a phrase", () => {
    expect(share(["surface 0 1", "concept 0 2", "surface 1 2", "surface 2 3"])).toBeCloseTo(2 / 3);
  });
  it("does not count a stopword that begins or ends a phrase", () => {
    expect(share(["concept 0 2", "surface 1 2", "surface 2 3", "concept 2 4"])).toBe(1);
  });
  it("is of all texts, and nothing of none", () => {
    expect(share(["surface 0 1", "concept 0 1"], ["surface 0 1"])).toBe(0.5);
    expect(share()).toBe(0);
  });
});
