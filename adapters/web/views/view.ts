import { LANGUAGES, type Language } from "../../../src/languages/codes.ts";
import type { Document } from "../../../src/model/corpus.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { numbers, type Strings } from "../../../src/strings/strings.ts";
import type { Assets } from "../assets.ts";
import type { Library } from "../library.ts";
import { WORDS } from "../strings/all.ts";
import type { Words } from "../strings/strings.ts";

/** What every part of a page needs to know. */
export interface View {
  readonly library: Library;
  readonly assets: Assets;
  readonly lang: Language;
  /** How the public reaches this server, where that is set. */
  readonly publicUrl: string | undefined;
  /** A translation service, where one is set. */
  readonly translatorUrl?: string | undefined;
  /** Scheme and host of the same, or of how the reader reached it: every address is a path of it. */
  readonly root: string;
  /** The path of the same, without a final slash: empty at the root of a host. */
  readonly base: string;
  /** Days for which questions without an answer are kept, where they are. */
  readonly questionsKept: number | undefined;
  /** What the bot says, and what the page itself says, in the page's language. */
  readonly strings: Strings;
  readonly words: Words;
  /** The language in the address, which every link then carries on. */
  readonly chosen: Language | undefined;
  /** Called for a quote that is not what stands at its place and so is not shown. */
  readonly unquotable: () => void;
}

export function viewIn(lang: Language, rest: Omit<View, "lang" | "strings" | "words">): View {
  return { ...rest, lang, strings: STRINGS[lang], words: WORDS[lang] };
}

/** Making a number format costs more than everything else on a page, so each language's is made once. */
const NUMBERS = new Map(LANGUAGES.map((lang) => [lang, numbers(lang)]));

export function numberIn(lang: Language, value: number): string {
  return NUMBERS.get(lang)?.(value) ?? String(value);
}

/** The headline as it stands in the document, or its opening words. */
export function workOf({ title, opening }: Document): string {
  return title.how === "unknown" ? `${opening}…` : title.value;
}
