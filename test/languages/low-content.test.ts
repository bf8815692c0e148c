import { describe, expect, it } from "vitest";
import { normalize } from "../../src/analysis/normalizer.ts";
import { isStopword } from "../../src/analysis/stopwords.ts";
import { PROFILES } from "../../src/languages/all.ts";
import { LANGUAGES } from "../../src/languages/codes.ts";
import { answerTypeOfWord } from "../../src/query/answer-type.ts";

describe.each(LANGUAGES)("the words of low content of %s", (code) => {
  const words = PROFILES[code].asking.lowContent.trim().split(/\s+/).map(normalize);

  it("are each listed once, and are neither stop words nor words that ask, which nobody would ask them for", () => {
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    expect(words.filter((word) => isStopword(word, code))).toEqual([]);
    expect(words.filter((word) => answerTypeOfWord(word, code) !== undefined)).toEqual([]);
  });
});
