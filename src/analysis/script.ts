import { PROFILES } from "../languages/all.ts";
import { LANGUAGES, type Language } from "../languages/codes.ts";
import { SCRIPTS, type Script } from "../languages/script.ts";

const ALL = Object.entries(SCRIPTS) as [Script, RegExp][];

/** The language in which a foreign word of each script is read: one Latin name in an Arabic text is stemmed as English. */
export const LANGUAGE_OF_SCRIPT = Object.fromEntries(
  ALL.map(([script]) => [script, LANGUAGES.find((language) => PROFILES[language].script === script)]),
) as Readonly<Record<Script, Language>>;

/** The script of a folded word; undefined for one without a letter of these. */
export function letterScript(folded: string): Script | undefined {
  return ALL.find(([, letter]) => letter.test(folded))?.[0];
}

/** The script of a folded word; one without a letter of these counts as Latin. */
export const scriptOf = (folded: string): Script => letterScript(folded) ?? "latin";

/** The language in which a word of a text is read: the text's own where its script fits, else that of its script. */
export function wordLanguage(folded: string, text: Language): Language {
  const script = scriptOf(folded);
  return PROFILES[text].script === script ? text : LANGUAGE_OF_SCRIPT[script];
}
