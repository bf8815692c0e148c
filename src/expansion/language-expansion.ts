import { includes } from "../analysis/postings.ts";
import type { Token } from "../analysis/tokenizer.ts";
import { WordCache } from "../analysis/word-cache.ts";
import type { ExpectedQuestion } from "../corpus/questions.ts";
import { idf } from "../index/bm25.ts";
import { ExpansionReader, hashed, keyOf } from "./expansion-reader.ts";
import { isGram, isSpelling, type WordAnalyzer } from "./expansion-words.ts";
import { type IndexedQuestion, type QueryTerm, QuestionIndex } from "./question-index.ts";
import { type HashedWord, UnansweredClassifier } from "./unanswered-classifier.ts";

/** What a piece of a word weighs beside the word: of a word of six letters all five weigh twice as much as its stem. */
const GRAM_WEIGHT = 0.4;
const shareOf = (term: string) => (isGram(term) ? GRAM_WEIGHT : 1);
/** What a word of the question before weighs beside one of the question itself. */
const EARLIER_WEIGHT = 0.1;

/** How a query stands to what editors wrote in its language; of a passage that they wrote nothing for everything is 0. */
export interface ExpansionMatch {
  /** At most so many of the passages whose expected questions have any of its words, best first, without those `known`. */
  expected(limit: number, known: ReadonlySet<number>): number[];
  /** BM25 over the passage's expected questions as a share of the best passage's, 0 to 1. */
  bm25(passage: number): number;
  /** Cosine to the nearest question that the passage answers, and to the nearest that none does: 0 to 1. */
  nearest(passage: number): number;
  readonly nearestUnanswered: number;
  /** Log odds that a question put like this goes unanswered. */
  readonly unansweredOdds: number;
  /** Share of the query's rarity that the passage's translation and expected questions hold. */
  coverage(passage: number): number;
  /** Whether any question is expected of the passage: of a text that was put beside the others none is. */
  expects(passage: number): boolean;
  /** Whether editors used any of its words: a name in letters of their own they did not. */
  readonly known: boolean;
  /** Whether the texts that they wrote for, or their translations, hold all of these words. */
  inSources(tokens: readonly Token[]): boolean;
  /** Whether the passage's translation and expected questions do. */
  inPassage(tokens: readonly Token[], passage: number): boolean;
}

/** Texts or questions that are read in one step, of some milliseconds. */
const STEP = 250;

/** What editors wrote in one language. */
export interface ExpansionTexts {
  readonly analyzer: WordAnalyzer;
  /** Each passage that they wrote for, by its number, in the language; empty where there is no translation. */
  readonly texts: ReadonlyMap<number, string>;
  readonly questions: readonly ExpectedQuestion[];
  /** The passage of a document's paragraph; undefined where `texts` has none. */
  passageOf(doc: string, paragraph: number): number | undefined;
}

/** A word of a question: its key, if it carries content, then its pieces, each undefined where no editor wrote it. */
interface AskedWord {
  readonly terms: readonly {
    readonly term: string;
    readonly id: number | undefined;
    readonly share: number;
  }[];
  readonly hashed: HashedWord;
}

/** Words of questions that are kept, of half a kilobyte each: four of five words were asked with before. */
const MAX_CACHED_WORDS = 2_000;

/** What editors wrote in one language, indexed. Its passages are numbered by themselves: they are few beside a large corpus. */
export class LanguageExpansion {
  private readonly askedWords = new WordCache<AskedWord>(MAX_CACHED_WORDS);
  private readonly unanswered = new UnansweredClassifier();
  /** The passages' own numbers by those of the corpus, and the reverse. */
  private readonly places: ReadonlyMap<number, number>;
  private readonly passages: readonly number[];
  /** Terms of each passage's translation and questions, ascending. */
  private vocabulary: readonly Int32Array[] = [];
  /** Terms of the texts, or of their translations, have lower numbers than those of questions alone. */
  private inTexts = 0;
  private passagesWith = new Int32Array();
  private questions = new QuestionIndex([], 0, []);

  private constructor(
    private readonly analyzer: WordAnalyzer,
    /** Numbers of terms. */
    private readonly ids: ReadonlyMap<string, number>,
    texts: ReadonlyMap<number, string>,
  ) {
    this.passages = [...texts.keys()];
    this.places = new Map(this.passages.map((passage, place) => [passage, place]));
  }

  /** Reads all of it, and pauses now and then, so that whoever takes the steps can see to others in between. */
  static *building({
    analyzer,
    texts,
    questions,
    passageOf,
  }: ExpansionTexts): Generator<void, LanguageExpansion> {
    const reader = new ExpansionReader(analyzer);
    const made = new LanguageExpansion(analyzer, reader.numbers, texts);
    const vocabulary: number[][] = [];
    for (const text of texts.values()) {
      if (vocabulary.length % STEP === STEP - 1) yield;
      vocabulary.push(reader.termsOf(reader.read(text)));
    }
    made.inTexts = made.ids.size;
    const indexed: IndexedQuestion[] = [];
    for (const [at, { text, doc, paragraph, answered }] of questions.entries()) {
      if (at % STEP === STEP - 1) yield;
      const passage = made.places.get(passageOf(doc, paragraph) ?? -1);
      if (passage === undefined) continue;
      const words = reader.read(text);
      made.unanswered.add(words, answered);
      const terms = reader.termsOf(words);
      // One of small words alone expects nothing in particular
      if (terms.length > 0) indexed.push({ terms, passage, answered });
    }
    yield* made.unanswered.train();
    made.seal(vocabulary, indexed);
    return made;
  }

  private seal(texts: readonly (readonly number[])[], questions: readonly IndexedQuestion[]): void {
    this.passagesWith = new Int32Array(this.ids.size);
    const ordered = questions.toSorted(
      (a, b) => Number(b.answered) - Number(a.answered) || a.passage - b.passage,
    );
    const seen = new Int32Array(this.ids.size).fill(-1);
    let next = 0;
    this.vocabulary = texts.map((terms, passage) => {
      const own: number[] = [];
      const add = (term: number) => {
        if (seen[term] === passage) return;
        seen[term] = passage;
        own.push(term);
        this.passagesWith[term] = (this.passagesWith[term] as number) + 1;
      };
      terms.forEach(add);
      for (; ordered[next]?.answered && ordered[next]?.passage === passage; next += 1)
        ordered[next]?.terms.forEach(add);
      return new Int32Array(own).sort();
    });
    this.questions = new QuestionIndex(ordered, this.passages.length, Array.from(this.ids.keys(), shareOf));
  }

  /** Whether editors used the word, in whatever form. */
  uses(token: Token): boolean {
    return this.asked(token).terms[0]?.id !== undefined;
  }

  match(own: readonly Token[], earlier: readonly Token[]): ExpansionMatch {
    const { places } = this;
    const terms = this.queryTerms(own, earlier);
    const { scores, top, nearest, nearestUnanswered } = this.questions.match(terms);
    return {
      expected: (limit, known) => this.best(scores, limit, known),
      bm25: (passage) => (scores[places.get(passage) ?? -1] ?? 0) / (top || 1),
      nearest: (passage) => nearest[places.get(passage) ?? -1] ?? 0,
      nearestUnanswered,
      unansweredOdds: this.unanswered.odds(own.map((token) => this.asked(token).hashed)),
      coverage: (passage) => this.coverage(terms, passage),
      known: terms.some(({ id, share }) => id !== undefined && share === 1),
      expects: (passage) => this.questions.expects(places.get(passage) ?? -1),
      inSources: (tokens) => this.keys(tokens).every((id) => id !== undefined && id < this.inTexts),
      inPassage: (tokens, passage) => this.keys(tokens).every((id) => this.holds(passage, id)),
    };
  }

  /** The passages of the highest scores, ties in their own order. */
  private best(scores: Float64Array, limit: number, known: ReadonlySet<number>): number[] {
    const best: number[] = [];
    let least = 0;
    for (let place = 0; place < scores.length; place += 1) {
      const score = scores[place] as number;
      if (score <= least || known.has(this.passages[place] as number)) continue;
      let at = best.length;
      while (at > 0 && score > (scores[best[at - 1] as number] as number)) at -= 1;
      best.splice(at, 0, place);
      if (best.length > limit) best.pop();
      if (best.length === limit) least = scores[best[limit - 1] as number] as number;
    }
    return best.map((place) => this.passages[place] as number);
  }

  private coverage(terms: readonly QueryTerm[], passage: number): number {
    let [all, met] = [0, 0];
    for (const { id, share } of terms) {
      const weight =
        share * idf(this.passages.length, id === undefined ? 0 : (this.passagesWith[id] as number));
      all += weight;
      if (this.holds(passage, id)) met += weight;
    }
    return all > 0 ? met / all : 0;
  }

  /** Whether the passage's translation or expected questions have the term. */
  private holds(passage: number, term: number | undefined): boolean {
    const terms = this.vocabulary[this.places.get(passage) ?? -1];
    return term !== undefined && terms !== undefined && includes(terms, term);
  }

  /** The words of content as terms, undefined those that no editor wrote. */
  private keys(tokens: readonly Token[]): (number | undefined)[] {
    return tokens.flatMap((token) => {
      const [key] = this.asked(token).terms;
      return key === undefined ? [] : [key.id];
    });
  }

  private queryTerms(own: readonly Token[], earlier: readonly Token[]): QueryTerm[] {
    const found = new Map<string, QueryTerm>();
    const add = (tokens: readonly Token[], weight: number) => {
      for (const token of tokens)
        for (const { term, id, share } of this.asked(token).terms)
          if (!found.has(term)) found.set(term, { id, share, weight });
    };
    add(own, 1);
    add(earlier, EARLIER_WEIGHT);
    return [...found.values()];
  }

  /** A word of a question as editors wrote it. */
  private asked(token: Token): AskedWord {
    const key = keyOf(token);
    let word = this.askedWords.get(key);
    if (!word) {
      const terms = this.analyzer
        .word(token)
        .terms.map((term) => ({ term, id: this.ids.get(term), share: shareOf(term) }))
        .filter(({ term, id }) => id !== undefined || !isSpelling(term));
      word = { terms, hashed: hashed(token, this.analyzer) };
      this.askedWords.set(key, word);
    }
    return word;
  }
}
