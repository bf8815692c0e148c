import { PROFILES } from "../languages/all.ts";
import { LANGUAGES, type Language } from "../languages/codes.ts";
import { SCRIPTS, type Script } from "../languages/script.ts";

const ALL = Object.entries(SCRIPTS) as [Script, RegExp][];
/** By UTF-16 unit one more than the place of its script in `ALL`; 0 for the letters of none of them. */
const SCRIPT_AT = Uint8Array.from(
  { length: 0x700 },
  (_, unit) => 1 + ALL.findIndex(([, letter]) => letter.test(String.fromCharCode(unit))),
);

/** The language in which a foreign word of each script is read: one Latin name in an Arabic text is stemmed as English. */
export const LANGUAGE_OF_SCRIPT = Object.fromEntries(
  ALL.map(([script]) => [script, LANGUAGES.find((language) => PROFILES[language].script === script)]),
) as Readonly<Record<Script, Language>>;

/** The script of a folded word; undefined for one without a letter of these. */
export function letterScript(folded: string): Script | undefined {
  let first = ALL.length;
  for (let at = 0; at < folded.length && first > 0; at += 1) {
    const place = (SCRIPT_AT[folded.charCodeAt(at)] ?? 0) - 1;
    if (place >= 0 && place < first) first = place;
  }
  return ALL[first]?.[0];
}

/** The script of a folded word; one without a letter of these counts as Latin. */
export const scriptOf = (folded: string): Script => letterScript(folded) ?? "latin";

/** The language in which a word of a text is read: the text's own where its script fits, else that of its script. */
export function wordLanguage(folded: string, text: Language): Language {
  const script = scriptOf(folded);
  return PROFILES[text].script === script ? text : LANGUAGE_OF_SCRIPT[script];
}

/** On a tie the first script wins: a Latin word inside another text is a name. */
const BY_WEIGHT: readonly Script[] = ["cyrillic", "arabic", "latin"];

/** The script of most letters. */
export function mainScript(words: readonly { readonly folded: string }[]): Script | undefined {
  const letters = new Map<Script, number>();
  for (const { folded } of words) {
    const script = letterScript(folded);
    if (script) letters.set(script, (letters.get(script) ?? 0) + folded.length);
  }
  let most: Script | undefined;
  for (const script of BY_WEIGHT)
    if ((letters.get(script) ?? 0) > (most ? (letters.get(most) as number) : 0)) most = script;
  return most;
}
