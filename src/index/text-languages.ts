import { LANGUAGE_OF_SCRIPT, scriptOf } from "../analysis/script.ts";
import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import type { Script } from "../languages/script.ts";
import type { Document } from "../model/corpus.ts";

/** The languages that the texts of a corpus are written in, and so those in which a word of a question may meet them. */
export class TextLanguages {
  /** The language of most passages. */
  readonly main: Language;
  private readonly passages = new Map<Language, number>();
  private readonly byScript: Readonly<Record<Script, readonly Language[]>>;

  constructor(documents: readonly Document[]) {
    for (const { lang, passages } of documents)
      this.passages.set(lang, (this.passages.get(lang) ?? 0) + passages.length);
    const all = [...this.passages].toSorted((a, b) => b[1] - a[1]).map(([language]) => language);
    this.main = all[0] ?? "ar";
    const of = (script: Script) => {
      const own = all.filter((language) => PROFILES[language].script === script);
      // A text reads the foreign words in it by their script
      const foreign = all.some((language) => PROFILES[language].script !== script) || all.length === 0;
      return [...new Set([...own, ...(foreign ? [LANGUAGE_OF_SCRIPT[script]] : [])])];
    };
    this.byScript = { arabic: of("arabic"), cyrillic: of("cyrillic"), latin: of("latin") };
  }

  /** Whether any text is in the language. */
  has(language: Language): boolean {
    return this.passages.has(language);
  }

  /** The languages in which the texts may hold a folded word, by its script; that of most texts first. */
  of(folded: string): readonly Language[] {
    return this.byScript[scriptOf(folded)];
  }
}
