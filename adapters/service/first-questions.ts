import { LANGUAGES } from "../../src/languages/codes.ts";
import type { Question } from "../../src/model/answer.ts";
import type { Corpus } from "../../src/model/corpus.ts";
import { introduction } from "../../src/strings/introduction.ts";

/** "What is this?" in Chinese. */
const UNSPOKEN = "这是什么？";

/**
 * A few in each language, one of words that nobody wrote, and one in a language that is not spoken here. The first of a language builds its
 * tables, the first with a slip those of the speller, and for the last all headlines are read: all are better asked while nobody waits.
 */
export const firstQuestions = (corpus: Corpus): readonly Question[] => [
  ...LANGUAGES.flatMap((lang) => {
    const { examples } = introduction(corpus, lang);
    const [backwards = ""] = examples.map((text) => [...text].reverse().join(""));
    return [...examples, backwards].filter(Boolean).map((text) => ({ text, locale: lang }));
  }),
  { text: UNSPOKEN },
];
