import { type Token, tokenize } from "../analysis/tokenizer.ts";
import type { ExpectedQuestion } from "../corpus/questions.ts";
import { BM25 } from "./bm25.ts";
import type { ExpansionWord, WordAnalyzer } from "./expansion-words.ts";

/** What a piece of a word weighs beside the word: of a word of six letters all five weigh twice as much as its stem. */
const GRAM_WEIGHT = 0.4;
/** What a word of the question before weighs beside one of the question itself. */
const EARLIER_WEIGHT = 0.5;
/** Added to the shares that odds are made of: a word that is seen once in a hundred questions tells little. */
const SMOOTHING = 0.003;
/** Log odds beyond which no word adds. */
const MAX_ODDS = 5;

/** Zero-width joiners: people type words with and without them. */
const JOINERS = /[\u200c\u200d]/g;

/** How a query stands to what editors wrote in its language. Arrays are by passage number. */
export interface ExpansionMatch {
  /** BM25 over the passage's expected questions as a share of the best passage's, 0 to 1. */
  readonly bm25: Float64Array;
  /** Likeness (cosine) to the nearest question that the passage answers, 0 to 1. */
  readonly nearest: Float64Array;
  /** Likeness to the nearest question that no passage answers. */
  readonly nearestUnanswered: number;
  /** Log odds that a question of such words goes unanswered. */
  readonly unansweredOdds: number;
  /** Share of the query's rarity that the passage's translation and expected questions hold. */
  coverage(passage: number): number;
  /** Whether the texts, or their translations, hold all of these words. */
  inSources(tokens: readonly Token[]): boolean;
  /** Whether the passage's translation and expected questions do. */
  inPassage(tokens: readonly Token[], passage: number): boolean;
}

/** Postings of one term over passages or questions. */
interface Postings {
  readonly at: number[];
  readonly count: number[];
}

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
  /** Keys and pieces of words over the passages' questions. */
  private readonly terms = new Map<string, Postings>();
  private readonly lengths: Float64Array;
  private meanLength = 1;
  /** For each key the questions that hold it. */
  private readonly byKey = new Map<string, number[]>();
  private readonly norms: Float64Array;
  private readonly passageOf: Int32Array;
  private readonly answered: number;
  /** For each word, stop words too, the questions with it: answered, unanswered. */
  private readonly seen = new Map<string, [answered: number, unanswered: number]>();
  /** Keys of the passages' translations and questions. */
  private readonly vocabulary: Set<string>[] = [];
  /** Keys of the texts, or of their translations. */
  private readonly sources = new Set<string>();
  private readonly passagesWith = new Map<string, number>();

  private constructor(
    private readonly analyzer: WordAnalyzer,
    private readonly questions: readonly ExpectedQuestion[],
    numbers: ReadonlyMap<string, number>,
    passages: number,
  ) {
    this.lengths = new Float64Array(passages);
    this.passageOf = Int32Array.from(
      questions,
      ({ doc, paragraph }) => numbers.get(`${doc} ${paragraph}`) ?? -1,
    );
    this.norms = new Float64Array(questions.length);
    this.answered = questions.filter((one) => one.answered).length;
  }

  /** Reads all of it, and pauses now and then, so that whoever takes the steps can see to others in between. */
  static *building({
    analyzer,
    texts,
    questions,
    numbers,
  }: ExpansionTexts): Generator<void, LanguageExpansion> {
    const made = new LanguageExpansion(analyzer, questions, numbers, texts.length);
    for (const [at, text] of texts.entries()) {
      if (at % STEP === STEP - 1) yield;
      const keys = new Set(made.keys(tokenize(text)));
      made.vocabulary.push(keys);
      for (const key of keys) made.sources.add(key);
    }
    const read: (readonly Token[])[] = [];
    for (const [at, { text }] of questions.entries()) {
      if (at % STEP === STEP - 1) yield;
      const tokens = tokenize(text);
      read.push(tokens);
      made.add(tokens, at);
    }
    for (const [at, keys] of made.vocabulary.entries()) {
      if (at % STEP === STEP - 1) yield;
      for (const key of keys) made.passagesWith.set(key, (made.passagesWith.get(key) ?? 0) + 1);
    }
    for (const [at, tokens] of read.entries()) {
      if (at % STEP === STEP - 1) yield;
      made.norms[at] = made.norm(new Set(made.keys(tokens)));
    }
    made.meanLength = made.lengths.reduce((sum, length) => sum + length, 0) / (texts.length || 1) || 1;
    return made;
  }

  match(own: readonly Token[], earlier: readonly Token[]): ExpansionMatch {
    const tokens = [...own, ...earlier];
    const keys = new Set(this.keys(tokens));
    const bm25 = this.bm25(own, earlier);
    const { nearest, nearestUnanswered } = this.likeness(keys);
    return {
      bm25,
      nearest,
      nearestUnanswered,
      unansweredOdds: this.odds(tokens),
      coverage: (passage) => {
        const vocabulary = this.vocabulary[passage];
        let all = 0;
        let met = 0;
        for (const key of keys) {
          const rarity = this.rarity(this.passagesWith.get(key) ?? 0, this.lengths.length);
          all += rarity;
          if (vocabulary?.has(key)) met += rarity;
        }
        return all > 0 ? met / all : 0;
      },
      inSources: (words) => this.keys(words).every((key) => this.sources.has(key)),
      inPassage: (words, passage) =>
        this.keys(words).every((key) => this.vocabulary[passage]?.has(key) === true),
    };
  }

  private add(tokens: readonly Token[], at: number): void {
    const { answered } = this.questions[at] as ExpectedQuestion;
    const passage = this.passageOf[at] as number;
    const folded = new Set(tokens.map((token) => token.folded));
    for (const word of folded) {
      const counts = this.seen.get(word) ?? [0, 0];
      counts[answered ? 0 : 1] += 1;
      this.seen.set(word, counts);
    }
    for (const key of new Set(this.keys(tokens))) {
      const known = this.byKey.get(key);
      if (known) known.push(at);
      else this.byKey.set(key, [at]);
      if (answered) this.vocabulary[passage]?.add(key);
    }
    if (!answered) return;
    const terms = new Set(tokens.flatMap((token) => this.wordOf(token).terms));
    this.lengths[passage] = (this.lengths[passage] ?? 0) + terms.size;
    for (const term of terms) {
      let postings = this.terms.get(term);
      if (!postings) {
        postings = { at: [], count: [] };
        this.terms.set(term, postings);
      }
      const last = postings.at.lastIndexOf(passage);
      if (last >= 0) postings.count[last] = (postings.count[last] as number) + 1;
      else {
        postings.at.push(passage);
        postings.count.push(1);
      }
    }
  }

  private bm25(own: readonly Token[], earlier: readonly Token[]): Float64Array {
    const { k, b, d } = BM25;
    const scores = new Float64Array(this.lengths.length);
    const shares = new Map<string, number>();
    for (const token of earlier)
      for (const term of this.wordOf(token).terms) shares.set(term, EARLIER_WEIGHT);
    for (const token of own) for (const term of this.wordOf(token).terms) shares.set(term, 1);
    for (const [term, share] of shares) {
      const postings = this.terms.get(term);
      if (!postings) continue;
      const weight =
        share * (term.startsWith("#") ? GRAM_WEIGHT : 1) * this.rarity(postings.at.length, scores.length);
      postings.at.forEach((passage, i) => {
        const count = postings.count[i] as number;
        const length = (this.lengths[passage] as number) / this.meanLength;
        scores[passage] =
          (scores[passage] as number) + weight * (d + (count * (k + 1)) / (count + k * (1 - b + b * length)));
      });
    }
    const top = scores.reduce((most, score) => Math.max(most, score), 0);
    return top > 0 ? scores.map((score) => score / top) : scores;
  }

  private likeness(keys: ReadonlySet<string>) {
    const nearest = new Float64Array(this.lengths.length);
    let nearestUnanswered = 0;
    const dots = new Float64Array(this.questions.length);
    for (const key of keys) {
      const square = this.weight(key) ** 2;
      for (const at of this.byKey.get(key) ?? []) dots[at] = (dots[at] as number) + square;
    }
    const norm = this.norm(keys);
    dots.forEach((dot, at) => {
      if (dot === 0) return;
      const cosine = dot / (norm * (this.norms[at] as number));
      const passage = this.passageOf[at] as number;
      if (!(this.questions[at] as ExpectedQuestion).answered)
        nearestUnanswered = Math.max(nearestUnanswered, cosine);
      else if (cosine > (nearest[passage] ?? 1)) nearest[passage] = cosine;
    });
    return { nearest, nearestUnanswered };
  }

  /** Naive Bayes over all words, those of little content too: "how much does it cost" is asked of what nobody told. */
  private odds(tokens: readonly Token[]): number {
    const unanswered = this.questions.length - this.answered;
    if (unanswered === 0) return 0;
    let sum = 0;
    for (const word of new Set(tokens.map((token) => token.folded))) {
      const counts = this.seen.get(word);
      if (counts)
        sum += Math.log((counts[1] / unanswered + SMOOTHING) / (counts[0] / this.answered + SMOOTHING));
    }
    return Math.max(-MAX_ODDS, Math.min(MAX_ODDS, sum));
  }

  private keys(tokens: readonly Token[]): string[] {
    return tokens.map((token) => this.wordOf(token).key).filter((key) => key !== undefined);
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

  private rarity(frequency: number, of: number): number {
    return Math.log(1 + (of - frequency + 0.5) / (frequency + 0.5));
  }

  private weight(key: string): number {
    return this.rarity(this.byKey.get(key)?.length ?? 0, this.questions.length);
  }

  private norm(keys: ReadonlySet<string>): number {
    let sum = 0;
    for (const key of keys) sum += this.weight(key) ** 2;
    return Math.sqrt(sum) || 1;
  }
}
