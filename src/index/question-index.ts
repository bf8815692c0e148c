import { idf, saturation } from "./bm25.ts";
import { type Postings, postingsOf } from "./postings.ts";

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
  /** BM25 over the questions that each passage answers. */
  readonly scores: Float64Array;
  /** Cosine of the weighted terms, 0 to 1, to the nearest question that each passage answers. */
  readonly nearest: Float64Array;
  /** The same to the nearest question that no passage answers. */
  readonly nearestUnanswered: number;
}

/** One language's expected questions under their terms. */
export class QuestionIndex {
  private readonly postings: Postings;
  private readonly passageOf: Int32Array;
  private readonly isAnswered: Uint8Array;
  private readonly norms: Float64Array;
  /** For each term the passages that are asked for with it. */
  private readonly passagesWith: Int32Array;
  /** Terms of all questions that each passage answers, and the mean. */
  private readonly lengths: Float64Array;
  private readonly meanLength: number;
  /** Sums by question while a query is compared, all 0 in between, and the questions that have one. */
  private readonly dots: Float64Array;
  private readonly touched: Int32Array;

  /** `questions` in the order of their passages; `shares` is what the kind of each term weighs beside a whole word. */
  constructor(questions: readonly IndexedQuestion[], passages: number, shares: readonly number[]) {
    this.passageOf = Int32Array.from(questions, ({ passage }) => passage);
    this.isAnswered = Uint8Array.from(questions, ({ answered }) => (answered ? 1 : 0));
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
        const passage = this.passageOf[question] as number;
        if (passage === last || this.isAnswered[question] === 0) continue;
        last = passage;
        this.passagesWith[term] = (this.passagesWith[term] as number) + 1;
      }
    }
    this.norms = squares.map(Math.sqrt);
    this.dots = new Float64Array(questions.length);
    this.touched = new Int32Array(questions.length);
  }

  /** Whether any question is answered by the passage. */
  expects(passage: number): boolean {
    return (this.lengths[passage] as number) > 0;
  }

  match(terms: readonly QueryTerm[]): QuestionMatch {
    const scores = new Float64Array(this.lengths.length);
    let [norm, count] = [0, 0];
    for (const { id, share, weight } of terms) {
      const square = this.square(id, share);
      norm += square;
      const frequency = id === undefined ? 0 : (this.passagesWith[id] as number);
      const rare = weight * share * idf(this.lengths.length, frequency);
      if (id !== undefined) count = this.walk(id, square, rare, scores, count);
    }
    return { scores, ...this.likeness(Math.sqrt(norm) || 1, count) };
  }

  /** Adds a term to the sums of the questions that have it and to their passages' scores. Returns how many questions have a sum. */
  private walk(term: number, square: number, rarity: number, scores: Float64Array, count: number): number {
    const { dots, touched, passageOf, isAnswered } = this;
    const { firsts, values } = this.postings;
    const end = firsts[term + 1] as number;
    let [touches, passage, times] = [count, -1, 0];
    for (let i = firsts[term] as number; i < end; i += 1) {
      const question = values[i] as number;
      const dot = dots[question] as number;
      if (dot === 0) {
        touched[touches] = question;
        touches += 1;
      }
      dots[question] = dot + square;
      if (isAnswered[question] === 0) continue;
      if (passageOf[question] !== passage) {
        if (times > 0) this.addScore(scores, passage, times, rarity);
        passage = passageOf[question] as number;
        times = 0;
      }
      times += 1;
    }
    if (times > 0) this.addScore(scores, passage, times, rarity);
    return touches;
  }

  private addScore(scores: Float64Array, passage: number, times: number, rarity: number): void {
    const length = (this.lengths[passage] as number) / this.meanLength;
    scores[passage] = (scores[passage] as number) + rarity * saturation(times, length);
  }

  /** Reads the sums of `count` questions and clears them. */
  private likeness(norm: number, count: number) {
    const nearest = new Float64Array(this.lengths.length);
    let nearestUnanswered = 0;
    for (let i = 0; i < count; i += 1) {
      const at = this.touched[i] as number;
      const cosine = (this.dots[at] as number) / (norm * (this.norms[at] as number));
      this.dots[at] = 0;
      const answered = this.isAnswered[at] === 1;
      const passage = this.passageOf[at] as number;
      if (!answered) nearestUnanswered = Math.max(nearestUnanswered, cosine);
      else if (cosine > (nearest[passage] as number)) nearest[passage] = cosine;
    }
    return { nearest, nearestUnanswered };
  }

  private square(term: number | undefined, share: number): number {
    const { firsts } = this.postings;
    const frequency = term === undefined ? 0 : (firsts[term + 1] as number) - (firsts[term] as number);
    return (share * idf(this.passageOf.length, frequency)) ** 2;
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
