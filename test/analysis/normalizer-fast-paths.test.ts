import fc from "fast-check";
import { expect, test } from "vitest";
import { normalize } from "../../src/analysis/normalizer.ts";

/** An invisible character keeps a word off the short ways, and is folded away at the end of the long one. */
const INVISIBLE = "\u200d";

test("words of plain letters are folded the short way to what the long way makes of them", () => {
  const letter = fc.constantFrom(..."ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيabcxyz019абвийъыьэюя");
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 12 }), (word) => {
      expect(normalize(word)).toBe(normalize(word + INVISIBLE));
    }),
  );
});
