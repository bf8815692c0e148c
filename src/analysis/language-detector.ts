import { PROFILES } from "../languages/all.ts";
import { LANGUAGES, type Language } from "../languages/codes.ts";
import type { Script } from "../languages/script.ts";
import { type Voting, votesFor, votingOf, wordSet } from "./language-votes.ts";
import { letterScript } from "./script.ts";
import type { Token } from "./tokenizer.ts";

/** What a question is written in: a language, or Arabic in Latin letters. */
export interface Detected {
  readonly language: Language;
  /** Arabic typed in Latin letters and digits (Arabizi). */
  readonly arabizi: boolean;
  /** False when nothing in the text indicates a language, which is then guessed from the locale. */
  readonly certain: boolean;
}

const BY_SCRIPT = new Map<Script, (Voting & { readonly code: Language })[]>();
for (const { script, code, detector } of Object.values(PROFILES))
  BY_SCRIPT.set(script, [...(BY_SCRIPT.get(script) ?? []), { ...votingOf(detector), code }]);

/** Languages of other scripts that are also typed in Latin letters: one word with digits, or two function words, decide. */
const IN_LATIN = Object.values(PROFILES).flatMap(({ code, detector: { latin } }) =>
  latin ? [{ ...latin, code, words: wordSet(latin.markers) }] : [],
);
const MIN_LATIN_VOTES = 2;

/**
 * The language of a question from its script, its letters and its small words. `locale` (a BCP 47 tag from the platform) only
 * breaks ties, since people write to a bot in another language than their telephone's; without one the language of the texts does.
 */
export function detectLanguage(
  text: string,
  tokens: readonly Token[],
  locale?: string,
  texts: Language = LANGUAGES[0],
): Detected {
  const fallback = languageOf(locale) ?? texts;
  const script = mainScript(tokens);
  if (script === undefined) return { language: fallback, arabizi: false, certain: false };
  const own = tokens.filter(({ folded }) => letterScript(folded) === script);
  const candidates = (BY_SCRIPT.get(script) ?? []).map((candidate) => ({
    language: candidate.code,
    votes: votesFor(candidate, text, tokens),
  }));
  // Ties go to the locale's language, then to the one added first, an order that adding a language does not change
  const rank = (language: Language) => (language === fallback ? -1 : LANGUAGES.indexOf(language));
  const [best] = candidates.toSorted((a, b) => b.votes - a.votes || rank(a.language) - rank(b.language)) as [
    (typeof candidates)[number],
  ];
  if (script === "latin") {
    const latin = IN_LATIN.map((one) => ({ language: one.code, votes: latinVotes(one, own) }));
    const most = latin.find((one) => one.votes >= MIN_LATIN_VOTES && one.votes > best.votes);
    if (most) return { language: most.language, arabizi: true, certain: true };
  }
  return { language: best.language, arabizi: false, certain: candidates.length === 1 || best.votes > 0 };
}

/** The script of most letters. */
function mainScript(tokens: readonly Token[]): Script | undefined {
  const letters = new Map<Script, number>();
  for (const { folded } of tokens) {
    const script = letterScript(folded);
    if (script) letters.set(script, (letters.get(script) ?? 0) + folded.length);
  }
  let most: Script | undefined;
  for (const script of SCRIPTS_BY_WEIGHT)
    if ((letters.get(script) ?? 0) > (most ? (letters.get(most) as number) : 0)) most = script;
  return most;
}
/** On a tie the first script wins: a Latin word inside another text is a name. */
const SCRIPTS_BY_WEIGHT: readonly Script[] = ["cyrillic", "arabic", "latin"];

function latinVotes({ digits, except, words }: (typeof IN_LATIN)[number], tokens: readonly Token[]): number {
  let votes = 0;
  for (const { folded } of tokens) {
    if (digits.test(folded) && !except.test(folded)) votes += 2;
    else if (words.has(folded)) votes += 1;
  }
  return votes;
}

/** The language of a BCP 47 tag, where it is one that the bot speaks. */
export function languageOf(locale: string | undefined): Language | undefined {
  const code = locale?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === code);
}
