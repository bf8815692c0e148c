import { stem } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { isNumber, type Token } from "../analysis/tokenizer.ts";
import { fromArabizi, skeleton } from "../analysis/transliteration.ts";
import type { QuestionLanguage } from "../corpus/questions.ts";
import type { Language } from "../languages/codes.ts";
import { bare } from "./terms.ts";

/** Letters of the pieces by which words of one root, and slips of the finger, are alike. */
const GRAM = 4;
/** A word as expansion compares it: its key, none where it carries no content, and the pieces of the word. */
interface ExpansionWord {
  readonly key: string | undefined;
  /** The key and the pieces, which a `#` tells from keys. */
  readonly terms: readonly string[];
}

/** Whether a term is a piece of a word. */
export const isGram = (term: string) => term.startsWith("#");

const NO_CONTENT: ExpansionWord = { key: undefined, terms: [] };
const wordOf = (key: string, grams: readonly string[] = []): ExpansionWord => ({
  key,
  terms: [key, ...grams],
});

export type WordAnalyzer = (token: Token) => ExpansionWord;

/** One or two Latin letters are more likely a truncated word or a command than an abbreviation. */
const LETTERS = /^[a-z]{1,2}$/;

const wordsOf =
  (language: Language): WordAnalyzer =>
  ({ folded, suffix }) => {
    // In Turkish what follows an apostrophe is a case ending; in French it is a word
    if ((suffix && language === "tr") || isStopword(folded, language)) return NO_CONTENT;
    if (isNumber(folded)) return wordOf(folded);
    if (LETTERS.test(folded)) return NO_CONTENT;
    const word = `^${bare(folded)}$`;
    const terms = [stem(folded, language)];
    for (let at = 0; at + GRAM <= word.length; at += 1) terms.push(`#${word.slice(at, at + GRAM)}`);
    return { key: terms[0], terms };
  };

const ARTICLE = /^(?:[wbf]?[eai]l)(?=.{3})/;

/** Arabic in any letters by its consonants: no two people spell its vowels alike in Latin ones. */
const consonants: WordAnalyzer = ({ folded }) => {
  if (isNumber(folded)) return wordOf(folded);
  const arabic = /[\u0600-\u06ff]/.test(folded);
  if (isStopword(folded, arabic ? "ar" : "en")) return NO_CONTENT;
  const key = skeleton(arabic ? bare(folded) : fromArabizi(folded.replace(ARTICLE, "")));
  return key.length > 1 ? wordOf(key, arabic ? [] : [`#${folded}`]) : NO_CONTENT;
};

export const analyzerOf = (language: QuestionLanguage): WordAnalyzer =>
  language === "arabizi" ? consonants : wordsOf(language);
