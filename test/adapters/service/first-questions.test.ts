import { expect, it } from "vitest";
import { firstQuestions } from "../../../adapters/service/first-questions.ts";
import { tokenize } from "../../../src/analysis/tokenizer.ts";
import { LANGUAGES } from "../../../src/languages/codes.ts";
import { realAnswerer } from "../../support/core.ts";

it("are of every language, one of each with words that no text has, so that the speller is ready too", () => {
  const { corpus } = realAnswerer();
  const words = new Set(corpus.passages.flatMap(({ text }) => tokenize(text).map(({ folded }) => folded)));
  for (const lang of LANGUAGES) {
    const own = firstQuestions(corpus).filter(({ locale }) => locale === lang);
    expect(own.length, lang).toBeGreaterThan(1);
    const unknown = own.filter(({ text }) => tokenize(text).every(({ folded }) => !words.has(folded)));
    expect(unknown.length, lang).toBeGreaterThan(0);
  }
  const others = firstQuestions(corpus).filter(({ locale }) => locale === undefined);
  expect(others.map((question) => realAnswerer().answer(question))).toMatchObject([{ topic: "language" }]);
});
