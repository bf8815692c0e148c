import { mayBeJoined } from "../analysis/stemmer.ts";
import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import { lettersWithHamza } from "./words.ts";

const PROFILE_LIST = Object.values(PROFILES);
const WORDS = new Set(PROFILE_LIST.flatMap(({ negation }) => negation.words.split(" ")));

/** Whether a word, as written, denies in any language; "and" and "so" may be glued before it. */
export function negates(word: string): boolean {
  const letters = lettersWithHamza(word);
  if (WORDS.has(letters)) return true;
  return letters.length > 2 && mayBeJoined(letters) && WORDS.has(letters.slice(1));
}

/** Whether a verb of the language denies by an ending or a beginning. */
export const negatesWithin = (word: string, language: Language): boolean =>
  PROFILES[language].negation.within?.test(lettersWithHamza(word)) === true;
