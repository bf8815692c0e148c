import { type Token, tokenize } from "../analysis/tokenizer.ts";
import type { Leaders } from "../corpus/leaders.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import type { Corpus, Document, Passage } from "../model/corpus.ts";
import { Analyzer } from "./analyzer.ts";
import { idf } from "./bm25.ts";
import { type Candidate, withSurroundings } from "./candidates.ts";
import { ForwardIndex, type IndexedPassage, type KeptForwardIndex } from "./forward-index.ts";
import { GramIndex } from "./gram-index.ts";
import { type KeptLexiconShare, LexiconShare } from "./lexicon-share.ts";
import { type KeptPairIndex, PairIndex } from "./pair-index.ts";
import { about, around } from "./passage-context.ts";
import { PhoneticIndex } from "./phonetic-index.ts";
import { type KeptSurroundings, Surroundings } from "./surroundings.ts";
import { TermSearch } from "./term-search.ts";
import { term } from "./terms.ts";
import { TextLanguages } from "./text-languages.ts";
import { Vocabulary } from "./vocabulary.ts";

const MAX_TOKENS = 0xffff;

/** An index as data: `PassageIndex.keep` gives it, and the constructor takes it. */
export interface KeptPassageIndex {
  readonly forward: KeptForwardIndex;
  readonly terms: readonly string[];
  readonly pairs: KeptPairIndex;
  readonly frequency: readonly number[];
  readonly surroundings: KeptSurroundings;
  readonly explained: KeptLexiconShare;
}

export interface PassageIndexOptions {
  readonly kept?: KeptPassageIndex | undefined;
  /** Filled with what is kept, where it is already. */
  readonly search?: TermSearch | undefined;
  readonly progress?: ((passages: number, of: number) => void) | undefined;
}

/** The corpus under its terms. */
export class PassageIndex {
  private readonly stored = new ForwardIndex();
  private readonly texts: Analyzer;
  /** Passages that hold each term in their text. */
  private readonly frequency: number[] = [];
  /** The last passage that holds each, while they are read. */
  private lastWith: number[] = [];
  /** What stands around them. */
  readonly surroundings = new Surroundings();
  private readonly search: TermSearch;
  /** What the texts are written in. */
  readonly languages: TextLanguages;
  /** Words of the texts, folded and bare, with the number of passages that hold them: for spelling. */
  readonly vocabulary: Vocabulary;
  /** The vocabulary by its pieces: for other forms of a word. */
  readonly grams = new GramIndex(() => this.vocabulary.keys());
  /** The vocabulary by its sound: for names from other scripts. */
  readonly phonetics = new PhoneticIndex(
    () => this.vocabulary.keys(),
    (word) => this.vocabulary.get(word),
  );
  /** The texts by their neighbouring words: for quotations. */
  readonly pairs = new PairIndex();
  private readonly explained = new LexiconShare();
  /**
   * Reads all texts, and tells after each document how many passages it has read; or takes what `keep` gave of the same corpus, lexicon
   * and leaders, which is several times as fast.
   */
  constructor(
    corpus: Corpus,
    lexicon: Lexicon,
    leaders: Leaders,
    { kept, search, progress }: PassageIndexOptions = {},
  ) {
    this.texts = new Analyzer(lexicon, leaders);
    this.vocabulary = new Vocabulary(this.texts, this.frequency);
    this.languages = new TextLanguages(corpus.documents);
    if (kept) this.restore(kept);
    else {
      for (const document of corpus.documents) {
        this.addDocument(document);
        progress?.(this.size, corpus.passages.length);
      }
      this.texts.forgetWords();
      this.lastWith = [];
      this.stored.seal();
      this.surroundings.seal(this.terms);
      this.pairs.seal();
    }
    this.search = search ?? new TermSearch();
    if (!search) for (const _ of this.search.filling(this.stored, this.texts.keep()));
  }

  /** All that was made of the texts, as data that can be cloned (structured clone). */
  keep(): KeptPassageIndex {
    return {
      forward: this.stored.seal(),
      terms: this.texts.keep(),
      pairs: this.pairs.keep(),
      frequency: this.frequency,
      surroundings: this.surroundings.keep(),
      explained: this.explained.keep(),
    };
  }

  private restore({ forward, terms, pairs, frequency, surroundings, explained }: KeptPassageIndex): void {
    this.stored.restore(forward);
    this.texts.restore(terms);
    this.pairs.restore(pairs);
    Object.assign(this.frequency, frequency);
    this.surroundings.restore(surroundings, terms.length);
    this.explained.restore(explained);
  }

  get size(): number {
    return this.stored.size;
  }

  /** Share of the texts' words that the lexicon has, 0 to 1. */
  get lexiconShare(): number {
    return this.explained.share;
  }

  /** How many terms there are: they are numbered from 0. */
  get terms(): number {
    return this.texts.size;
  }

  passage(number: number): IndexedPassage {
    return this.stored.passage(number);
  }

  number(name: string): number | undefined {
    return this.texts.number(name);
  }

  nameOf(number: number): string {
    return this.texts.nameOf(number);
  }

  /** Number of passages that hold the term. */
  documentFrequency(name: string): number {
    const number = this.texts.number(name);
    return number === undefined ? 0 : this.frequencyOf(number);
  }

  /** The same by the term's number. */
  frequencyOf(number: number): number {
    return this.frequency[number] ?? 0;
  }

  /** BM25's inverse document frequency of a term that is in that many passages, 0 upwards. */
  idf(frequency: number): number {
    return idf(this.size, frequency);
  }

  /** Whether any text or surroundings hold the term. */
  knows(name: string): boolean {
    const number = this.texts.number(name);
    return number !== undefined && this.isHeld(number);
  }

  /** The same by the term's number. */
  isHeld(number: number): boolean {
    return this.frequencyOf(number) > 0 || this.surroundings.documentFrequency(number) > 0;
  }

  /** The passages that hold the terms, by number, best: with BM25 over their boosts, by their own words and by what stands around them. */
  candidates(boosts: ReadonlyMap<number, number>, limit: number): Candidate[] {
    return withSurroundings(this.search.find(boosts), this.surroundings, boosts, limit);
  }

  private addDocument(document: Document): void {
    const { lang } = document;
    const words = document.passages.map(({ text }) => tokenize(text).slice(0, MAX_TOKENS));
    const documentTerms = [...this.texts.analyze(tokenize(about(document, words)), lang).distinct()];
    for (const id of new Set(document.passages.flatMap((p) => [...p.people, ...p.speakers])))
      documentTerms.push(this.texts.numberOf(term.person(id)));
    const contexts = new Map<string, number>();
    document.passages.forEach((passage, at) => {
      const near = around(document, passage, at);
      let context = contexts.get(near);
      if (context === undefined) {
        const own = this.texts.analyze(tokenize(near), lang).distinct();
        const terms = new Set([...documentTerms, ...own]);
        const asked = [...terms].filter((number) => this.texts.kindOf(number) !== "surface");
        context = this.surroundings.add(terms, asked.length);
        contexts.set(near, context);
      }
      this.surroundings.place(context);
      this.addPassage(passage, words[at] as readonly Token[], document);
    });
  }

  private addPassage(passage: Passage, tokens: readonly Token[], { lang, date }: Document): void {
    const found = this.texts.analyze(tokens, lang, { people: passage.people, published: date.value });
    for (let at = 0; at < found.length; at += 1) {
      const number = found.numbers.at(at);
      if (this.lastWith[number] === passage.index) continue;
      this.lastWith[number] = passage.index;
      this.frequency[number] = (this.frequency[number] ?? 0) + 1;
    }
    this.explained.add(found, (number) => this.texts.kindOf(number));
    this.pairs.add(tokens);
    this.stored.add(found, tokens, passage.start);
  }
}
