import { inOwnLetters } from "../analysis/romanised.ts";
import { type Token, tokenize } from "../analysis/tokenizer.ts";
import type { QuestionLanguage } from "../corpus/questions.ts";
import type { Language } from "../languages/codes.ts";
import { type LanguageParts, queryLanguage } from "./query-language.ts";

/** A question as typed: tokenised, and its language found, once. */
export interface Query {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: Language;
  /** The language of the words as typed: Arabic may be typed in Latin letters. */
  readonly typedIn: QuestionLanguage;
}

/** Words read of one question; the longest that people ask have about sixty. */
const MAX_WORDS = 128;

export function toQuery(text: string, locale: string | undefined, parts: LanguageParts): Query {
  const tokens = tokenize(text).slice(0, MAX_WORDS);
  const { language, arabizi } = queryLanguage(text, tokens, locale, parts);
  // A name is known in Latin letters as it is
  const named = () => new Set(parts.leaders.find(tokens).flatMap(({ from, to }) => tokens.slice(from, to)));
  return {
    text,
    tokens: inOwnLetters(tokens, language, named),
    language,
    typedIn: arabizi ? "arabizi" : language,
  };
}
