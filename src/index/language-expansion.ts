import { type Token, tokenize } from "../analysis/tokenizer.ts";
import type { ExpectedQuestion } from "../corpus/questions.ts";
import { BM25 } from "./bm25.ts";
import { type ExpansionWord, isGram, type WordAnalyzer } from "./expansion-words.ts";
import { type Likeness, QuestionLikeness } from "./question-likeness.ts";
import { UnansweredOdds } from "./unanswered-odds.ts";

/** What a piece of a word weighs beside the word: of a word of six letters all five weigh twice as much as its stem. */
const GRAM_WEIGHT = 0.4;
const shareOf = (term: string) => (isGram(term) ? GRAM_WEIGHT : 1);
/** What a word of the question before weighs beside one of the question itself. */
const EARLIER_WEIGHT = 0.2;

/** Zero-width joiners: people type words with and without them. */
const JOINERS = /[\u200c\u200d]/g;

/** How a query stands to what editors wrote in its language. Arrays are by passage number. */
export interface ExpansionMatch extends Likeness {
  /** BM25 over the passage's expected questions as a share of the best passage's, 0 to 1. */
  readonly bm25: Float64Array;
  /** The same as a share of all the rarity in the query, 0 up. */
  bm25Share(passage: number): number;
  /** Log odds that a question of such words goes unanswered. */
  readonly unansweredOdds: number;
  /** Share of the query's rarity that the passage's translation and expected questions hold. */
  coverage(passage: number): number;
  /** Whether any question is expected of the passage: of a text that was put beside the others none is. */
  expects(passage: number): boolean;
  /** Whether the texts, or their translations, hold all of these words. */
  inSources(tokens: readonly Token[]): boolean;
  /** Whether the passage's translation and expected questions do. */
  inPassage(tokens: readonly Token[], passage: number): boolean;
}

/** Passages that hold a term in their questions, and how often. */
type Postings = Map<number, number>;

/** Texts or questions that are read in one step, of some milliseconds. */
const STEP = 250;

/** What editors wrote in one language. */
export interface ExpansionTexts {
  readonly analyzer: WordAnalyzer;
  /** Each passage in the language; empty where there is no translation. */
  readonly texts: readonly string[];
  readonly questions: readonly ExpectedQuestion[];
  /** Of passages, by document and paragraph. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** What editors wrote in one language, indexed. */
export class LanguageExpansion {
  private readonly words = new Map<string, ExpansionWord>();
  /** Terms over the passages' questions. */
  private readonly terms = new Map<string, Postings>();
  private readonly lengths: Float64Array;
  private meanLength = 1;
  private readonly likeness: QuestionLikeness;
  private readonly odds = new UnansweredOdds();
  /** Terms of the passages' translations and questions. */
  private readonly vocabulary: Set<string>[] = [];
  /** Terms of the texts, or of their translations. */
  private readonly sources = new Set<string>();
  private readonly passagesWith = new Map<string, number>();

  private constructor(
    private readonly analyzer: WordAnalyzer,
    passages: number,
  ) {
    this.lengths = new Float64Array(passages);
    this.likeness = new QuestionLikeness(passages, shareOf);
  }

  /** Reads all of it, and pauses now and then, so that whoever takes the steps can see to others in between. */
  static *building({
    analyzer,
    texts,
    questions,
    numbers,
  }: ExpansionTexts): Generator<void, LanguageExpansion> {
    const made = new LanguageExpansion(analyzer, texts.length);
    for (const [at, text] of texts.entries()) {
      if (at % STEP === STEP - 1) yield;
      const terms = new Set(made.termsOf(tokenize(text)));
      made.vocabulary.push(terms);
      for (const term of terms) made.sources.add(term);
    }
    for (const [at, { text, doc, paragraph, answered }] of questions.entries()) {
      if (at % STEP === STEP - 1) yield;
      const passage = numbers.get(`${doc} ${paragraph}`);
      if (passage !== undefined) made.add(tokenize(text), passage, answered);
    }
    for (const [at, terms] of made.vocabulary.entries()) {
      if (at % STEP === STEP - 1) yield;
      for (const term of terms) made.passagesWith.set(term, (made.passagesWith.get(term) ?? 0) + 1);
    }
    yield;
    made.likeness.seal();
    made.meanLength = made.lengths.reduce((sum, length) => sum + length, 0) / (texts.length || 1) || 1;
    return made;
  }

  match(own: readonly Token[], earlier: readonly Token[]): ExpansionMatch {
    const tokens = [...own, ...earlier];
    const terms = new Set(this.termsOf(tokens));
    const { scores, most } = this.bm25(own, earlier);
    const top = Math.max(...scores, 0);
    return {
      ...this.likeness.of(terms),
      bm25: top > 0 ? scores.map((score) => score / top) : scores,
      bm25Share: (passage) => (most > 0 ? (scores[passage] as number) / most : 0),
      unansweredOdds: this.odds.of(foldedOf(own)),
      coverage: (passage) => this.coverage(terms, passage),
      expects: (passage) => (this.lengths[passage] as number) > 0,
      inSources: (words) => this.keys(words).every((key) => this.sources.has(key)),
      inPassage: (words, passage) =>
        this.keys(words).every((key) => this.vocabulary[passage]?.has(key) === true),
    };
  }

  private add(tokens: readonly Token[], passage: number, answered: boolean): void {
    const terms = new Set(this.termsOf(tokens));
    this.odds.add(foldedOf(tokens), answered);
    this.likeness.add(terms, passage, answered);
    if (!answered) return;
    for (const term of terms) this.vocabulary[passage]?.add(term);
    this.lengths[passage] = (this.lengths[passage] as number) + terms.size;
    for (const term of terms) {
      const postings = this.terms.get(term) ?? new Map<number, number>();
      this.terms.set(term, postings);
      postings.set(passage, (postings.get(passage) ?? 0) + 1);
    }
  }

  /** Scores by passage, and all the rarity in the query. */
  private bm25(own: readonly Token[], earlier: readonly Token[]) {
    const { k, b, d } = BM25;
    const scores = new Float64Array(this.lengths.length);
    const shares = new Map<string, number>();
    for (const term of this.termsOf(earlier)) shares.set(term, EARLIER_WEIGHT);
    for (const term of this.termsOf(own)) shares.set(term, 1);
    let most = 0;
    shares.forEach((share, term) => {
      const postings = this.terms.get(term);
      const weight = share * shareOf(term) * this.rarity(postings?.size ?? 0);
      most += weight;
      postings?.forEach((count, passage) => {
        const length = (this.lengths[passage] as number) / this.meanLength;
        scores[passage] =
          (scores[passage] as number) + weight * (d + (count * (k + 1)) / (count + k * (1 - b + b * length)));
      });
    });
    return { scores, most };
  }

  private coverage(terms: ReadonlySet<string>, passage: number): number {
    let [all, met] = [0, 0];
    for (const term of terms) {
      const weight = shareOf(term) * this.rarity(this.passagesWith.get(term) ?? 0);
      all += weight;
      if (this.vocabulary[passage]?.has(term)) met += weight;
    }
    return all > 0 ? met / all : 0;
  }

  private keys(tokens: readonly Token[]): string[] {
    return tokens.map((token) => this.wordOf(token).key).filter((key) => key !== undefined);
  }

  private termsOf(tokens: readonly Token[]): string[] {
    return tokens.flatMap((token) => this.wordOf(token).terms);
  }

  private wordOf(token: Token): ExpansionWord {
    const folded = token.folded.replace(JOINERS, "");
    const id = token.suffix ? `'${folded}` : folded;
    let word = this.words.get(id);
    if (!word) {
      word = this.analyzer({ ...token, folded });
      this.words.set(id, word);
    }
    return word;
  }

  /** Inverse document frequency of what so many passages hold. */
  private rarity(frequency: number): number {
    return Math.log(1 + (this.lengths.length - frequency + 0.5) / (frequency + 0.5));
  }
}

const foldedOf = (tokens: readonly Token[]) => tokens.map(({ folded }) => folded);
