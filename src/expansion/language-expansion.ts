import { includes } from "../analysis/postings.ts";
import type { Token } from "../analysis/tokenizer.ts";
import { WordCache } from "../analysis/word-cache.ts";
import { idf } from "../index/bm25.ts";
import { hashed, keyOf } from "./expansion-reader.ts";
import { isGram, isSpelling, type WordAnalyzer } from "./expansion-words.ts";
import type { Classified, QuestionClassifier } from "./question-classifier.ts";
import type { HashedWord } from "./question-features.ts";
import type { QueryTerm, QuestionIndex } from "./question-index.ts";

/** What a piece of a word weighs beside the word: of a word of six letters all five weigh twice as much as its stem. */
const GRAM_WEIGHT = 0.4;
export const shareOf = (term: string) => (isGram(term) ? GRAM_WEIGHT : 1);
/** What a word of the question before weighs beside one of the question itself. */
const EARLIER_WEIGHT = 0.1;

/** How a query stands to what editors wrote in its language; of a passage that they wrote nothing for everything is 0. */
export interface ExpansionMatch {
  /** At most so many of the passages whose expected questions have any of its words, best first, without those `known`. */
  expected(limit: number, known: ReadonlySet<number>): number[];
  /** BM25 over the passage's expected questions as a share of the best passage's, 0 to 1. */
  bm25(passage: number): number;
  /** Cosine to the nearest question that no passage answers: 0 to 1. */
  readonly nearestUnanswered: number;
  /**
   * How likely it is that such words ask for the passage rather than for any other: 1 where certain, 0 where no likelier than by chance, the
   * logarithm in between, down to -1; where nothing was learnt, what `bm25` says.
   */
  likelihood(passage: number): number;
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

/** A term of a question's word; `id` is undefined where no editor wrote it. */
interface AskedTerm {
  readonly term: string;
  readonly id: number | undefined;
  readonly share: number;
}

/** A word of a question. */
interface AskedWord {
  /** Undefined where it carries no content. */
  readonly key: AskedTerm | undefined;
  readonly pieces: readonly AskedTerm[];
  readonly hashed: HashedWord;
}

type ContentWord = Pick<AskedWord, "pieces"> & { readonly key: AskedTerm };

/** Words of questions that are kept, of half a kilobyte each: four of five words were asked with before. */
const MAX_CACHED_WORDS = 2_000;

/** What editors wrote in one language. Its passages are numbered by themselves: they are few beside a large corpus. */
export interface ExpansionParts {
  readonly analyzer: WordAnalyzer;
  /** Numbers of terms: those of the texts, or of their translations, are below `inTexts`, the others stand in questions alone. */
  readonly ids: ReadonlyMap<string, number>;
  readonly inTexts: number;
  /** The passages' numbers in the corpus. */
  readonly passages: readonly number[];
  /** Terms of each passage's translation and questions, ascending. */
  readonly vocabulary: readonly Int32Array[];
  /** In how many passages' each term is. */
  readonly passagesWith: Int32Array;
  readonly questions: QuestionIndex;
  /** Undefined where nothing was to be learnt. */
  readonly classifier: QuestionClassifier | undefined;
  /** By passage, its place in what the classifier tells. */
  readonly columns: ReadonlyMap<number, number>;
}

/** Compares questions with what editors wrote in one language. */
export class LanguageExpansion {
  private readonly askedWords = new WordCache<AskedWord>(MAX_CACHED_WORDS);
  private readonly places: ReadonlyMap<number, number>;

  constructor(private readonly parts: ExpansionParts) {
    this.places = new Map(parts.passages.map((passage, place) => [passage, place]));
  }

  /** Whether editors used the word, in whatever form. */
  uses(token: Token): boolean {
    return this.asked(token).key?.id !== undefined;
  }

  match(own: readonly Token[], earlier: readonly Token[]): ExpansionMatch {
    const { places } = this;
    const { questions, inTexts, columns } = this.parts;
    const words = this.contentWords([...own, ...earlier]);
    const terms = this.queryTerms(own, earlier);
    const { scores, top, nearestUnanswered } = questions.match(terms);
    const classified = this.classify(own, earlier);
    const bm25 = (passage: number) => (scores[places.get(passage) ?? -1] ?? 0) / (top || 1);
    return {
      expected: (limit, known) => this.best(scores, limit, known),
      bm25,
      nearestUnanswered,
      likelihood: (passage) =>
        classified
          ? (classified.likelihoods[columns.get(places.get(passage) ?? -1) ?? -1] ?? 0)
          : bm25(passage),
      unansweredOdds: classified?.unansweredOdds ?? 0,
      coverage: (passage) => this.coverage(words, passage),
      known: words.some(({ key }) => key.id !== undefined),
      expects: (passage) => questions.expects(places.get(passage) ?? -1),
      inSources: (tokens) => this.keys(tokens).every((id) => id !== undefined && id < inTexts),
      inPassage: (tokens, passage) => this.keys(tokens).every((id) => this.holds(passage, id)),
    };
  }

  private classify(own: readonly Token[], earlier: readonly Token[]): Classified | undefined {
    const wordsOf = (tokens: readonly Token[]) => tokens.map((token) => this.asked(token).hashed);
    return this.parts.classifier?.classify(wordsOf(own), wordsOf(earlier));
  }

  /** The passages of the highest scores, ties in their own order. */
  private best(scores: Float64Array, limit: number, known: ReadonlySet<number>): number[] {
    const best: number[] = [];
    let least = 0;
    for (let place = 0; place < scores.length; place += 1) {
      const score = scores[place] as number;
      if (score <= least || known.has(this.parts.passages[place] as number)) continue;
      let at = best.length;
      while (at > 0 && score > (scores[best[at - 1] as number] as number)) at -= 1;
      best.splice(at, 0, place);
      if (best.length > limit) best.pop();
      if (best.length === limit) least = scores[best[limit - 1] as number] as number;
    }
    return best.map((place) => this.parts.passages[place] as number);
  }

  /** A word that stands in neither the passage's translation nor its questions, such as a misspelt one, is met as far as its pieces are. */
  private coverage(words: readonly ContentWord[], passage: number): number {
    const { passages, passagesWith } = this.parts;
    let [all, met] = [0, 0];
    for (const { key, pieces } of words) {
      const weight = idf(passages.length, key.id === undefined ? 0 : (passagesWith[key.id] as number));
      all += weight;
      if (this.holds(passage, key.id)) met += weight;
      else if (pieces.length > 0)
        met += (weight * pieces.filter(({ id }) => this.holds(passage, id)).length) / pieces.length;
    }
    return all > 0 ? met / all : 0;
  }

  /** Whether the passage's translation or expected questions have the term. */
  private holds(passage: number, term: number | undefined): boolean {
    const terms = this.parts.vocabulary[this.places.get(passage) ?? -1];
    return term !== undefined && terms !== undefined && includes(terms, term);
  }

  /** The terms of the words of content, undefined those that no editor wrote. */
  private keys(tokens: readonly Token[]): (number | undefined)[] {
    return this.contentWords(tokens).map(({ key }) => key.id);
  }

  /** Each once. */
  private contentWords(tokens: readonly Token[]): ContentWord[] {
    const found = new Map<string, ContentWord>();
    for (const token of tokens) {
      const { key, pieces } = this.asked(token);
      if (key && !found.has(key.term)) found.set(key.term, { key, pieces });
    }
    return [...found.values()];
  }

  private queryTerms(own: readonly Token[], earlier: readonly Token[]): QueryTerm[] {
    const found = new Map<string, QueryTerm>();
    const add = (tokens: readonly Token[], weight: number) => {
      for (const { key, pieces } of this.contentWords(tokens))
        for (const { term, id, share } of [key, ...pieces])
          if (!found.has(term)) found.set(term, { id, share, weight });
    };
    add(own, 1);
    add(earlier, EARLIER_WEIGHT);
    return [...found.values()];
  }

  /** A word of a question as editors wrote it. */
  private asked(token: Token): AskedWord {
    const typed = keyOf(token);
    let word = this.askedWords.get(typed);
    if (!word) {
      const { analyzer, ids } = this.parts;
      const [key, ...pieces] = analyzer
        .word(token)
        .terms.map((term) => ({ term, id: ids.get(term), share: shareOf(term) }))
        .filter(({ term, id }) => id !== undefined || !isSpelling(term));
      word = { key, pieces, hashed: hashed(token, analyzer) };
      this.askedWords.set(typed, word);
    }
    return word;
  }
}
