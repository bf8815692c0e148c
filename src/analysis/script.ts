import type { Language } from "../model.ts";

/** The scripts of the languages that the bot speaks. */
export type Script = "arabic" | "cyrillic" | "latin";

const ARABIC = /[\u0600-\u06ff]/;
const CYRILLIC = /[\u0400-\u04ff]/;

export const SCRIPT_OF: Readonly<Record<Language, Script>> = {
  ar: "arabic",
  fa: "arabic",
  ru: "cyrillic",
  en: "latin",
  tr: "latin",
  fr: "latin",
};

/** The language in which a foreign word of each script is read: one Latin name in an Arabic text is stemmed as English. */
export const LANGUAGE_OF_SCRIPT: Readonly<Record<Script, Language>> = {
  arabic: "ar",
  cyrillic: "ru",
  latin: "en",
};

/** The script of a folded word; one without a letter of these counts as Latin. */
export function scriptOf(folded: string): Script {
  if (ARABIC.test(folded)) return "arabic";
  return CYRILLIC.test(folded) ? "cyrillic" : "latin";
}

/** The language in which a word of a text is read: the text's own where its script fits, else that of its script. */
export function wordLanguage(folded: string, text: Language): Language {
  const script = scriptOf(folded);
  return SCRIPT_OF[text] === script ? text : LANGUAGE_OF_SCRIPT[script];
}
