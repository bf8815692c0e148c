import { detectLanguage } from "../analysis/language-detector.ts";
import type { Token } from "../analysis/tokenizer.ts";
import type { Leaders } from "../corpus/leaders.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import { isPlaceKind } from "../corpus/schema.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { PROFILES } from "../languages/all.ts";
import { LANGUAGES, type Language } from "../languages/codes.ts";
import type { ArabiziReader } from "./arabizi.ts";

export interface LanguageParts {
  readonly lexicon: Lexicon;
  readonly leaders: Leaders;
  readonly arabizi: Pick<ArabiziReader, "read">;
  readonly index: PassageIndex;
}

/** Shorter strings are words of some language or other. */
const LATIN_WORD = /^(?=.*[a-z])[a-z0-9]{3,}$/;
const LATIN = LANGUAGES.filter((code) => PROFILES[code].script === "latin");
/** Words that must read as Arabic. */
const MIN_READ = 2;

/**
 * The language of a question. Where its small words do not tell, a text in Latin letters is Arabic if it names somebody or some place of
 * the field and more of its words can be read so than any language has: a reading may be found for any words at all.
 */
export function queryLanguage(
  text: string,
  tokens: readonly Token[],
  locale: string | undefined,
  { lexicon, leaders, arabizi, index }: LanguageParts,
): { readonly language: Language; readonly arabizi: boolean } {
  const detected = detectLanguage(text, tokens, locale, index.languages.main);
  if (detected.certain) return detected;
  // Names are spelled alike in many languages
  const named = new Set(leaders.find(tokens).flatMap(({ from, to }) => tokens.slice(from, to)));
  const words = tokens.filter((token) => LATIN_WORD.test(token.folded) && !named.has(token));
  const matches = LATIN.map((language) => ({ language, found: lexicon.match(words, language) }));
  const found = matches.flatMap((one) => one.found);
  const known = new Set(found.flatMap(({ from, to }) => words.slice(from, to)));
  const arabic = arabizi.read(words, []);
  const read = words.filter((token, at) => !known.has(token) && arabic[at] !== token);
  if (read.length < MIN_READ || read.length <= known.size)
    return { ...detected, language: knownBy(matches, detected.language) };
  const isPlace = (concept: number) => isPlaceKind(lexicon.concepts[concept]?.kind);
  const names = leaders.find(arabic).length > 0 || found.some(({ concepts }) => concepts.some(isPlace));
  return names ? { language: "ar", arabizi: true } : detected;
}

/** The language whose lexicon knows most of the words; the one detected where none knows more than it. */
function knownBy(
  matches: readonly { readonly language: Language; readonly found: readonly unknown[] }[],
  detected: Language,
): Language {
  const count = (language: Language) =>
    matches.find((one) => one.language === language)?.found.length ?? Number.POSITIVE_INFINITY;
  return matches.reduce(
    (best, { language, found }) => (found.length > count(best) ? language : best),
    detected,
  );
}
