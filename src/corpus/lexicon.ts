import type { Token } from "../analysis/tokenizer.ts";
import { LANGUAGES, type Language } from "../languages/codes.ts";
import type { LexiconEntry } from "./core-lexicon.ts";
import { type ConceptMatch, LexiconTable } from "./lexicon-table.ts";
import type { ConceptKind } from "./schema.ts";

export interface Concept {
  /** Number of the concept in the lexicon. */
  readonly index: number;
  readonly id: string;
  readonly kind: ConceptKind | undefined;
  /** What a number word or an ordinal counts. */
  readonly value: number | undefined;
  /** The number of a month, 1 to 12. */
  readonly month: number | undefined;
  /** Whether Arabic letters match it only as it is written. */
  readonly exact: boolean;
  /** Concepts accepted in its place at a lower weight. */
  readonly near: readonly number[];
}

/** Between the words of a concept: no text has it. */
const SEPARATOR = "\0";

export class Lexicon {
  readonly concepts: readonly Concept[];
  /** The words of each concept: one string of them all, since most languages are hardly asked for and there are as many words as in a book. */
  private readonly words: ReadonlyMap<Language, readonly string[]>;
  /** Built when a language is first asked for: a question needs one or two of them. */
  private readonly tables = new Map<Language, LexiconTable>();
  private arabic: ReadonlySet<string> | undefined;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(entries: readonly LexiconEntry[]) {
    this.words = new Map(
      LANGUAGES.map((language) => [language, entries.map((entry) => entry[language]?.join(SEPARATOR) ?? "")]),
    );
    this.numbers = new Map(entries.map((entry, index) => [entry.id, index]));
    this.concepts = entries.map((entry, index) => ({
      index,
      id: entry.id,
      kind: entry.kind,
      value: entry.kind === "month" ? undefined : entry.value,
      month: entry.kind === "month" ? entry.value : undefined,
      exact: entry.exact === true,
      near: (entry.near ?? []).map((id) => this.numbers.get(id)).filter((n) => n !== undefined),
    }));
  }

  /**
   * Every Arabic word of the corpus's own concepts (folded, single words), for spelling and transliteration: an orange is no slip for a
   * country that the corpus does not speak of.
   */
  get arabicWords(): ReadonlySet<string> {
    this.arabic ??= new Set(
      [...this.table("ar").words()].flatMap(([word, concepts]) =>
        concepts.every((concept) => this.concepts[concept]?.exact) ? [] : [word],
      ),
    );
    return this.arabic;
  }

  byId(id: string): Concept | undefined {
    const number = this.numbers.get(id);
    return number === undefined ? undefined : this.concepts[number];
  }

  /** The concept of a month, by its number from 1. */
  month(number: number): Concept | undefined {
    return this.concepts.find(({ month }) => month === number);
  }

  /** The matches of a text in one language, in order; `all` gives shorter entries inside longer ones too. */
  match(tokens: readonly Token[], language: Language, all = false): ConceptMatch[] {
    return this.table(language).match(tokens, all);
  }

  /** Whether a single folded word of the language is in the lexicon at all. */
  has(folded: string, language: Language): boolean {
    return this.table(language).has(folded);
  }

  /** Drops what only pays off while many texts are read. */
  forgetWords(): void {
    for (const table of this.tables.values()) table.forgetWords();
  }

  /** The word by which a concept is called in a language, where it has one. */
  wordIn(concept: number, language: Language): string | undefined {
    return this.wordsIn(language, concept)[0];
  }

  private wordsIn(language: Language, concept: number): readonly string[] {
    return this.words.get(language)?.[concept]?.split(SEPARATOR).filter(Boolean) ?? [];
  }

  private table(language: Language): LexiconTable {
    let table = this.tables.get(language);
    if (!table) {
      table = new LexiconTable(language, this.concepts, (concept) => this.wordsIn(language, concept));
      this.tables.set(language, table);
    }
    return table;
  }
}
