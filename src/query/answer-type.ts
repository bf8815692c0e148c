import { normalize } from "../analysis/normalizer.ts";
import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import type { AnswerType, AskingPhrase } from "../languages/profile.ts";

const letters = (word: string) => normalize(word).replace(/[^\p{L}\p{N}]/gu, "");

/** The words that ask, by language. */
const WORDS: ReadonlyMap<Language, ReadonlyMap<string, AnswerType>> = new Map(
  Object.values(PROFILES).map(({ code, asking }) => [
    code,
    new Map(
      Object.entries(asking.words).flatMap(([asked, list]) =>
        list.split(" ").map((word): [string, AnswerType] => [letters(word), asked as AnswerType]),
      ),
    ),
  ]),
);

/** The kind of answer that this word asks for. */
export function answerTypeOfWord(folded: string, language: Language): AnswerType | undefined {
  const words = WORDS.get(language);
  const conjunctions = PROFILES[language].proclitics?.conjunctions ?? "";
  const joined = folded.length > 3 && conjunctions.includes(folded.charAt(0)) ? folded.slice(1) : undefined;
  return words?.get(folded) ?? (joined ? words?.get(joined) : undefined);
}

/** A phrase that asks, as its words; what it asks for and what it leaves in the question. */
interface Phrase extends Omit<AskingPhrase, "text"> {
  readonly words: readonly string[];
}

const PHRASES: readonly Phrase[] = Object.values(PROFILES).flatMap(({ asking }) =>
  asking.phrases.flatMap(({ text, ...rest }) =>
    text.split("|").map((one) => ({ words: one.trim().split(" ").map(normalize), ...rest })),
  ),
);
/** Words of the longest phrase that begins with each word. */
const LONGEST = new Map<string, number>();
for (const { words } of PHRASES)
  LONGEST.set(words[0] as string, Math.max(LONGEST.get(words[0] as string) ?? 0, words.length));
const BY_WORDS: ReadonlyMap<string, Phrase> = new Map(PHRASES.map((p) => [p.words.join(" "), p]));

/** The phrase that asks at a place of a question, longest first. */
export function questionPhrase(folded: readonly string[], at: number): Phrase | undefined {
  const longest = LONGEST.get(folded[at] as string) ?? 0;
  for (let length = Math.min(longest, folded.length - at); length > 1; length -= 1) {
    const found = BY_WORDS.get(folded.slice(at, at + length).join(" "));
    if (found) return found;
  }
  return undefined;
}
