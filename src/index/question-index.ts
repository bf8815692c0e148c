import { type Postings, postingsOf } from "../analysis/postings.ts";
import { idf, saturation } from "./bm25.ts";

/** A question that editors expect. */
export interface IndexedQuestion {
  /** Each once. */
  readonly terms: readonly number[];
  readonly passage: number;
  readonly answered: boolean;
}

/** A term of a query. */
export interface QueryTerm {
  /** Undefined where no editor wrote it. */
  readonly id: number | undefined;
  /** What its kind weighs beside a whole word. */
  readonly share: number;
  /** What its part of the query weighs beside the question itself. */
  readonly weight: number;
}

/** How like a query is to the expected questions. Arrays are by passage. */
export interface QuestionMatch {
  /** BM25 over the questions that each passage answers, and the best. */
  readonly scores: Float64Array;
  readonly top: number;
  /** Cosine of the weighted terms, 0 to 1, to the nearest question that each passage answers. */
  readonly nearest: Float64Array;
  /** The same to the nearest question that no passage answers. */
  readonly nearestUnanswered: number;
}

const NOBODY = -1;

/** One language's expected questions under their terms. */
export class QuestionIndex {
  private readonly postings: Postings;
  /** By question the passage that answers it, or `NOBODY`. */
  private readonly answeredBy: Int32Array;
  private readonly norms: Float64Array;
  /** For each term the passages that are asked for with it. */
  private readonly passagesWith: Int32Array;
  /** Terms of all questions that each passage answers, and the mean. */
  private readonly lengths: Float64Array;
  private readonly meanLength: number;
  /** Sums by question while a query is compared, all 0 in between. */
  private readonly dots: Float64Array;

  /**
   * `questions` in the order of their passages, of each those that it answers together; `shares` is what the kind of each term weighs
   * beside a whole word.
   */
  constructor(questions: readonly IndexedQuestion[], passages: number, shares: readonly number[]) {
    this.answeredBy = Int32Array.from(questions, ({ passage, answered }) => (answered ? passage : NOBODY));
    this.lengths = new Float64Array(passages);
    for (const { terms, passage, answered } of questions)
      if (answered) this.lengths[passage] = (this.lengths[passage] as number) + terms.length;
    this.meanLength = this.lengths.reduce((sum, length) => sum + length, 0) / (passages || 1) || 1;
    this.postings = postingsOf(...pairsOf(questions), shares.length);
    const squares = new Float64Array(questions.length);
    this.passagesWith = new Int32Array(shares.length);
    const { firsts, values } = this.postings;
    for (let term = 0; term < shares.length; term += 1) {
      const square = this.square(term, shares[term] as number);
      let last = -1;
      for (let i = firsts[term] as number; i < (firsts[term + 1] as number); i += 1) {
        const question = values[i] as number;
        squares[question] = (squares[question] as number) + square;
        const passage = this.answeredBy[question] as number;
        if (passage === last || passage === NOBODY) continue;
        last = passage;
        this.passagesWith[term] = (this.passagesWith[term] as number) + 1;
      }
    }
    this.norms = squares.map(Math.sqrt);
    this.dots = new Float64Array(questions.length);
  }

  /** Whether any question is answered by the passage. */
  expects(passage: number): boolean {
    return (this.lengths[passage] as number) > 0;
  }

  match(terms: readonly QueryTerm[]): QuestionMatch {
    const scores = new Float64Array(this.lengths.length);
    let norm = 0;
    for (const { id, share, weight } of terms) {
      const square = this.square(id, share);
      norm += square;
      if (id === undefined) continue;
      this.walk(
        id,
        square,
        weight * share * idf(this.lengths.length, this.passagesWith[id] as number),
        scores,
      );
    }
    let top = 0;
    for (const score of scores) if (score > top) top = score;
    return { scores, top, ...this.likeness(Math.sqrt(norm) || 1) };
  }

  /** Adds a term to the sums of the questions that have it and to their passages' scores. */
  private walk(term: number, square: number, rarity: number, scores: Float64Array): void {
    const { dots, answeredBy } = this;
    const { firsts, values } = this.postings;
    const end = firsts[term + 1] as number;
    let [passage, times] = [NOBODY, 0];
    for (let i = firsts[term] as number; i < end; i += 1) {
      const question = values[i] as number;
      dots[question] = (dots[question] as number) + square;
      const by = answeredBy[question] as number;
      if (by !== passage) {
        if (passage !== NOBODY) this.addScore(scores, passage, times, rarity);
        passage = by;
        times = 0;
      }
      times += 1;
    }
    if (passage !== NOBODY) this.addScore(scores, passage, times, rarity);
  }

  private addScore(scores: Float64Array, passage: number, times: number, rarity: number): void {
    const length = (this.lengths[passage] as number) / this.meanLength;
    scores[passage] = (scores[passage] as number) + rarity * saturation(times, length);
  }

  /** Reads the sums of the questions and clears them: a query of a few words has a piece of a word in common with most. */
  private likeness(norm: number) {
    const { dots, norms, answeredBy } = this;
    const nearest = new Float64Array(this.lengths.length);
    let nearestUnanswered = 0;
    for (let at = 0; at < dots.length; at += 1) {
      const cosine = (dots[at] as number) / (norm * (norms[at] as number));
      const passage = answeredBy[at] as number;
      // Of a question without a word of content the cosine is no number, and nothing is less
      if (passage === NOBODY) {
        if (cosine > nearestUnanswered) nearestUnanswered = cosine;
      } else if (cosine > (nearest[passage] as number)) nearest[passage] = cosine;
    }
    dots.fill(0);
    return { nearest, nearestUnanswered };
  }

  private square(term: number | undefined, share: number): number {
    const { firsts } = this.postings;
    const frequency = term === undefined ? 0 : (firsts[term + 1] as number) - (firsts[term] as number);
    return (share * idf(this.answeredBy.length, frequency)) ** 2;
  }
}

/** Each term of each question, and beside it the question's number. */
function pairsOf(questions: readonly IndexedQuestion[]): [terms: Int32Array, questions: Int32Array] {
  const count = questions.reduce((sum, { terms }) => sum + terms.length, 0);
  const [all, numbers] = [new Int32Array(count), new Int32Array(count)];
  let to = 0;
  for (const [at, { terms }] of questions.entries()) {
    all.set(terms, to);
    numbers.fill(at, to, to + terms.length);
    to += terms.length;
  }
  return [all, numbers];
}
