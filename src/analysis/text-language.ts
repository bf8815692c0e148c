import { PROFILES } from "../languages/all.ts";
import { LANGUAGES, type Language } from "../languages/codes.ts";
import type { Script } from "../languages/script.ts";
import { scriptOf } from "./script.ts";
import { isStopword } from "./stopwords.ts";
import { tokenize } from "./tokenizer.ts";

/** UTF-16 units read at each of so many places: front matter and lists of sources may be in another language than the text. */
const WINDOW = 500;
const WINDOWS = 12;
/** Letters that no other of the languages in their script has; each counts as much as a small word. */
const OWN_LETTERS: ReadonlyMap<Language, RegExp> = new Map(
  Object.values(PROFILES).flatMap(({ code, detector: { own } }) =>
    own ? [[code, new RegExp(`[${own}]`, "giu")] as const] : [],
  ),
);

/**
 * The language of a text, by its script and, of those in one script, by the small words and letters that it uses most. Undefined for
 * a text without a letter, and for one in the letters of none of `among`. Unlike a question a text is long, so nothing but counting is needed.
 */
export function textLanguage(text: string, among: readonly Language[] = LANGUAGES): Language | undefined {
  const sample = samples(text).join("\n");
  const letters: Record<Script, number> = { arabic: 0, cyrillic: 0, latin: 0 };
  // Texts repeat their words
  const times = new Map<string, number>();
  for (const { folded } of tokenize(sample)) times.set(folded, (times.get(folded) ?? 0) + 1);
  const words = [...times].filter(([word]) => /\p{L}/u.test(word));
  for (const [word, count] of words) letters[scriptOf(word)] += word.length * count;
  const script = (Object.keys(letters) as Script[]).reduce((a, b) => (letters[b] > letters[a] ? b : a));
  if (letters[script] === 0) return undefined;
  let best: Language | undefined;
  let most = -1;
  for (const language of among.filter((one) => PROFILES[one].script === script)) {
    const own = OWN_LETTERS.get(language);
    let votes = own ? (sample.match(own)?.length ?? 0) : 0;
    for (const [word, count] of words) if (isStopword(word, language)) votes += count;
    if (votes > most) {
      best = language;
      most = votes;
    }
  }
  return best;
}

/** Stretches of a text from its beginning to its end, as far from each other; all of a short one. */
function samples(text: string): string[] {
  if (text.length <= WINDOWS * WINDOW) return [text];
  const distance = (text.length - WINDOW) / (WINDOWS - 1);
  return Array.from({ length: WINDOWS }, (_, at) => text.slice(Math.round(at * distance)).slice(0, WINDOW));
}
