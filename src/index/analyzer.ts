import { articleNumbers, isInWords } from "../analysis/article-numbers.ts";
import { saidYears } from "../analysis/references.ts";
import { stem } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { isNumber, type Token } from "../analysis/tokenizer.ts";
import { WordCache } from "../analysis/word-cache.ts";
import type { Leaders } from "../corpus/leaders.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import type { Language } from "../languages/codes.ts";
import { type PlacedTerm, PlacedTerms } from "./placed-terms.ts";
import { bare, kindOfTerm, type TermKind, term } from "./terms.ts";

/** The terms of a word by itself; a number has no stem, a stopword has neither. */
interface WordTerms {
  readonly isStop: boolean;
  readonly surface: number | undefined;
  readonly stem: number | undefined;
}

/** What a document contributes to reading a text in it. */
interface Known {
  /** All leaders whom the text names, where they were looked for. */
  readonly people?: readonly string[];
  /** The day of publication. */
  readonly published?: string | undefined;
}

/** Texts as their terms, which it numbers from 0 as it meets them. */
export class Analyzer {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly kinds: TermKind[] = [];
  private readonly words = new Map<Language, WordCache<WordTerms>>();
  private readonly concepts: (readonly number[])[] = [];
  private found = new PlacedTerms();

  constructor(
    private readonly lexicon: Lexicon,
    private readonly leaders: Leaders,
  ) {}

  get size(): number {
    return this.names.length;
  }

  number(name: string): number | undefined {
    return this.numbers.get(name);
  }

  nameOf(number: number): string {
    return this.names[number] as string;
  }

  kindOf(number: number): TermKind {
    return this.kinds[number] as TermKind;
  }

  /** The number of a term, given to it now if it has none. */
  numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.length;
      this.numbers.set(name, number);
      this.names.push(name);
      this.kinds.push(kindOfTerm(name));
    }
    return number;
  }

  /** The names of all terms, in the order of their numbers. */
  keep(): readonly string[] {
    return this.names;
  }

  /** Replaces its contents. */
  restore(names: readonly string[]): void {
    this.numbers.clear();
    this.names.length = 0;
    this.kinds.length = 0;
    for (const name of names) this.numberOf(name);
  }

  /** Drops caches that only pay off while many texts are read. */
  forgetWords(): void {
    this.words.clear();
    this.concepts.length = 0;
    this.found = new PlacedTerms();
    this.lexicon.forgetWords();
  }

  /** All terms of a text in its language, in order, until the next text is read; `known` is what its document makes known of it. */
  analyze(tokens: readonly Token[], lang: Language, { people, published }: Known = {}): PlacedTerms {
    const words = this.wordsIn(lang);
    const read = tokens.map(
      ({ folded }) => words.get(folded) ?? words.set(folded, this.wordTerms(folded, lang)),
    );
    // Few beside those of the words themselves
    const others: PlacedTerm[] = [];
    for (const { from, to, concepts } of this.lexicon.match(tokens, lang, true)) {
      if (to - from === 1 && read[from]?.isStop) continue;
      for (const index of concepts)
        for (const number of this.concepts[index] ?? this.conceptTerms(index))
          others.push({ number, from, to });
    }
    for (const { from, to, ids, form } of people?.length === 0 ? [] : this.leaders.find(tokens))
      for (const id of ids)
        if (people?.includes(id) || form !== "part")
          others.push({ number: this.numberOf(term.person(id)), from, to });
    for (const { year, from, to } of published ? saidYears(tokens, published) : [])
      others.push({ number: this.numberOf(term.number(year)), from, to });
    for (const article of articleNumbers(tokens))
      if (isInWords(tokens, article))
        others.push({
          number: this.numberOf(term.number(article.number)),
          from: article.from,
          to: article.to,
        });
    others.sort((a, b) => a.from - b.from);
    return this.inOrder(read, others);
  }

  /** The terms of the words, and behind those of each the others that begin there. */
  private inOrder(words: readonly WordTerms[], others: readonly PlacedTerm[]): PlacedTerms {
    const { found } = this;
    found.clear();
    let next = 0;
    for (let at = 0; at < words.length; at += 1) {
      const { surface, stem: stemmed } = words[at] as WordTerms;
      if (surface !== undefined) found.add(surface, at, at + 1);
      if (stemmed !== undefined) found.add(stemmed, at, at + 1);
      for (let other = others[next]; other?.from === at; other = others[next]) {
        found.add(other.number, other.from, other.to);
        next += 1;
      }
    }
    return found;
  }

  private wordsIn(lang: Language): WordCache<WordTerms> {
    const words = this.words.get(lang) ?? new WordCache<WordTerms>();
    this.words.set(lang, words);
    return words;
  }

  /** The terms of a concept: its own, and what it counts. */
  private conceptTerms(index: number): readonly number[] {
    const value = this.lexicon.concepts[index]?.value;
    const own = [term.concept(index), ...(value === undefined ? [] : [term.number(value)])];
    const found = own.map((name) => this.numberOf(name));
    this.concepts[index] = found;
    return found;
  }

  private wordTerms(folded: string, lang: Language): WordTerms {
    const number = isNumber(folded);
    const isStop = isStopword(folded, lang);
    return {
      isStop,
      surface: number
        ? this.numberOf(term.number(folded))
        : isStop
          ? undefined
          : this.numberOf(term.surface(bare(folded))),
      stem: isStop || number ? undefined : this.numberOf(term.stem(stem(folded, lang))),
    };
  }
}
