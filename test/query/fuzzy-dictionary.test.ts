import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "../../src/analysis/edit-distance.ts";
import { FuzzyDictionary } from "../../src/query/fuzzy-dictionary.ts";

const word = fc.string({
  unit: fc.constantFrom(..."ابتجحدرسعكلمنهويabeksоиета"),
  minLength: 1,
  maxLength: 10,
});

describe("the words near to one", () => {
  test("are those that comparing with each of them finds, in their order", () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        word,
        fc.double({ min: 0, max: 2, noNaN: true }),
        (all, typed, limit) => {
          const words = new FuzzyDictionary();
          for (const one of all) words.add(one);
          const found = all
            .map((one) => [one, editDistance(typed, one, limit)])
            .filter(([, off]) => Number.isFinite(off));
          expect(words.near(typed, limit)).toEqual(found);
        },
      ),
    );
  });
});
