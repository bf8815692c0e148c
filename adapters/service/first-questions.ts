import { LANGUAGES } from "../../src/languages/codes.ts";
import type { Question } from "../../src/model/answer.ts";
import type { Corpus } from "../../src/model/corpus.ts";
import { introduction } from "../../src/strings/introduction.ts";

/** A few in each language. The first of a language builds its tables, and is better asked while nobody waits. */
export const firstQuestions = (corpus: Corpus): readonly Question[] =>
  LANGUAGES.flatMap((lang) => introduction(corpus, lang).examples.map((text) => ({ text })));
