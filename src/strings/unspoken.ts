import { LANGUAGES } from "../languages/codes.ts";
import { isolate } from "./strings.ts";

/** That the bot does not understand the language of a question, in that language, and which it does: `languages` is their list. */
const SENTENCES = {
  en: (languages) => `I do not understand this language yet; please ask me in one of these: ${languages}.`,
  de: (languages) =>
    `Diese Sprache verstehe ich noch nicht; fragen Sie mich bitte in einer von diesen: ${languages}.`,
  es: (languages) => `Todavía no entiendo este idioma; pregúnteme, por favor, en uno de estos: ${languages}.`,
  uk: (languages) => `Цієї мови я ще не розумію; запитайте, будь ласка, однією з цих мов: ${languages}.`,
  // Before "languages" a name stands without its adverbial ending
  uz: (languages) =>
    `Bu tilni hali tushunmayman; iltimos, shu tillardan birida soʻrang: ${languages.replace(/cha(?=,|$)/gu, "")}.`,
  ur: (languages) => `میں ابھی یہ زبان نہیں سمجھتا؛ براہِ کرم ان میں سے کسی زبان میں پوچھیں: ${languages}۔`,
  he: (languages) => `אני עדיין לא מבין את השפה הזאת; אפשר לשאול אותי באחת מהשפות האלה: ${languages}.`,
  zh: (languages) => `我还不懂这种语言，请用以下语言之一提问：${languages}。`,
} satisfies Record<string, (languages: string) => string>;

const isKnown = (code: string): code is keyof typeof SENTENCES => Object.hasOwn(SENTENCES, code);

const COMMAS: Readonly<Record<string, string>> = { ur: "، ", zh: "、" };

/** The language of that sentence for a question in a language, both by their ISO 639-1 codes: English where there is none in its own. */
export const unspokenSentenceLanguage = (code: string) => (isKnown(code) ? code : "en");

export function unspokenSentence(code: string): string {
  const own = unspokenSentenceLanguage(code);
  const names = new Intl.DisplayNames(own, { type: "language" });
  const list = LANGUAGES.map((language) => names.of(language) ?? language).join(COMMAS[own] ?? ", ");
  return isolate(SENTENCES[own](list));
}
