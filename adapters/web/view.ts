import type { Known, Language } from "../../src/model.ts";
import type { Assets } from "./assets.ts";
import type { Library } from "./library.ts";
import { directionOf } from "./locale.ts";
import { type Words, wordsIn } from "./words/words.ts";

/** What every part of a page needs to know. */
export interface View {
  readonly library: Library;
  readonly assets: Assets;
  readonly lang: Language;
  readonly dir: "rtl" | "ltr";
  readonly words: Words;
  /** The language in the address, which every link then carries on. */
  readonly chosen: Language | undefined;
}

export function viewIn(lang: Language, rest: Pick<View, "library" | "assets" | "chosen">): View {
  return { ...rest, lang, dir: directionOf(lang), words: wordsIn(lang) };
}

/** Western digits in Arabic, as the articles themselves have them. */
const LOCALES: Readonly<Record<Language, string>> = {
  ar: "ar-u-nu-latn-ca-gregory",
  en: "en-GB",
  ru: "ru",
  tr: "tr",
  fa: "fa-u-ca-gregory",
  fr: "fr",
};

export function numberIn(lang: Language, value: number): string {
  return value.toLocaleString(LOCALES[lang]);
}

export function dateIn(lang: Language, iso: string): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
}

/** A known fact as text: an inference is marked as one. */
export function knownText(
  fact: Known<string>,
  words: Words,
  format: (value: string) => string = (value) => value,
): string {
  if (fact.how === "unknown") return words.unknown;
  return fact.how === "inferred" ? `${format(fact.value)} (${words.inferred})` : format(fact.value);
}
