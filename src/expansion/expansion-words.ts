import { gramsOf } from "../analysis/grams.ts";
import { stem } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { isNumber, type Token } from "../analysis/tokenizer.ts";
import { fromArabizi, skeleton } from "../analysis/transliteration.ts";
import type { QuestionLanguage } from "../corpus/questions.ts";
import { bare } from "../index/terms.ts";
import type { Language } from "../languages/codes.ts";

/** Letters of the pieces by which words of one root, and slips of the finger, are alike. */
const GRAM = 4;
/** Consonants of the pieces by which words with other prefixes and endings are. */
const CONSONANT_GRAM = 3;

/** A word as expansion compares it: its key, none where it carries no content, and the pieces of the word. */
interface ExpansionWord {
  readonly key: string | undefined;
  /** The key and the pieces, which a `#` tells from keys. */
  readonly terms: readonly string[];
}

/** How expansion reads the words of a language. */
export interface WordAnalyzer {
  word(token: Token): ExpansionWord;
  /** What the spellings of a folded word have in common, be it of content or not. */
  spelling(folded: string): string;
}

/** Whether a term is a piece of a word. */
export const isGram = (term: string) => term.startsWith("#");
/** Whether it is a piece of one of many spellings, which says something only where an editor spelled so. */
export const isSpelling = (term: string) => term.startsWith("#~");

const NO_CONTENT: ExpansionWord = { key: undefined, terms: [] };
const wordOf = (key: string, pieces: readonly string[] = []): ExpansionWord => ({
  key,
  terms: [key, ...pieces],
});

/** One or two Latin letters are more likely a truncated word or a command than an abbreviation. */
const LETTERS = /^[a-z]{1,2}$/;

const wordsOf = (language: Language): WordAnalyzer => ({
  word({ folded, suffix }) {
    // In Turkish what follows an apostrophe is a case ending; in French it is a word
    if ((suffix && language === "tr") || isStopword(folded, language)) return NO_CONTENT;
    if (isNumber(folded)) return wordOf(folded);
    if (LETTERS.test(folded)) return NO_CONTENT;
    return wordOf(
      stem(folded, language),
      gramsOf(bare(folded), GRAM).map((gram) => `#${gram}`),
    );
  },
  spelling: (folded) => folded,
});

const ARABIC = /[\u0600-\u06ff]/;
const ARTICLE = /^(?:[wbf]?[eai]l)(?=.{3})/;

/** Arabic in any letters by its consonants: no two people spell its vowels alike in Latin ones. */
const CONSONANTS: WordAnalyzer = {
  word({ folded }) {
    if (isNumber(folded)) return wordOf(folded);
    const arabic = ARABIC.test(folded);
    if (isStopword(folded, arabic ? "ar" : "en")) return NO_CONTENT;
    const key = skeleton(arabic ? bare(folded) : fromArabizi(folded.replace(ARTICLE, "")));
    if (key.length < 2) return NO_CONTENT;
    return wordOf(key, [
      ...gramsOf(key, CONSONANT_GRAM).map((gram) => `#${gram}`),
      ...(arabic ? [] : gramsOf(folded, GRAM).map((gram) => `#~${gram}`)),
    ]);
  },
  spelling: (folded) => skeleton(ARABIC.test(folded) ? folded : fromArabizi(folded)) || folded,
};

export const analyzerOf = (language: QuestionLanguage): WordAnalyzer =>
  language === "arabizi" ? CONSONANTS : wordsOf(language);
