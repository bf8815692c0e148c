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

/** Questions of one passage with one term that are told apart; their worth levels off after a dozen. */
const MAX_TIMES = 0xffff;

/** Questions with a term in more than this share of all are not told apart by it, and it would cost the most to look at. */
const MAX_SHARE = 0.1;
/** Questions that are looked at whatever their share. */
const MIN_MANY = 100;

/** One language's expected questions under their terms. */
export class QuestionIndex {
  private readonly postings: Postings;
  /** By passage the first of the questions that it answers, and at last the first that none does. */
  private readonly firsts: Int32Array;
  /** By question 1 over the length of its weighted terms. */
  private readonly shares: Float64Array;
  /** For each term the passages that are asked for with it, and beside each in how many of the questions that it answers. */
  private readonly askedFor: Postings;
  private readonly times: Uint16Array;
  /** Terms of all questions that each passage answers, beside the mean. */
  private readonly lengths: Float64Array;
  /** Sums by question while a query is compared, all 0 in between. */
  private readonly dots: Float64Array;

  /**
   * `questions`: those that are answered in the order of their passages, then the others; `shares` is what the kind of each term weighs
   * beside a whole word.
   */
  constructor(questions: readonly IndexedQuestion[], passages: number, shares: readonly number[]) {
    const answeredBy = questions.map(({ passage, answered }) => (answered ? passage : -1));
    this.firsts = postingsOf(answeredBy, answeredBy, passages).firsts;
    this.dots = new Float64Array(questions.length);
    this.lengths = new Float64Array(passages);
    for (const { terms, passage, answered } of questions)
      if (answered) this.lengths[passage] = (this.lengths[passage] as number) + terms.length;
    const meanLength = this.lengths.reduce((sum, length) => sum + length, 0) / (passages || 1) || 1;
    this.lengths = this.lengths.map((length) => length / meanLength);
    this.postings = postingsOf(...pairsOf(questions), shares.length);
    const squares = new Float64Array(questions.length);
    const [runs, passagesWith, times]: [number[], number[], number[]] = [[], [], []];
    const { firsts, values } = this.postings;
    for (let term = 0; term < shares.length; term += 1) {
      const square = this.square(term, shares[term] as number);
      let last = -1;
      for (let i = firsts[term] as number; i < (firsts[term + 1] as number); i += 1) {
        const question = values[i] as number;
        squares[question] = (squares[question] as number) + square;
        const passage = answeredBy[question] as number;
        if (passage < 0) continue;
        if (passage !== last) {
          runs.push(term);
          passagesWith.push(passage);
          times.push(0);
          last = passage;
        }
        times[times.length - 1] = Math.min(MAX_TIMES, (times.at(-1) as number) + 1);
      }
    }
    this.askedFor = postingsOf(runs, passagesWith, shares.length);
    this.times = Uint16Array.from(times);
    this.shares = squares.map((square) => 1 / Math.sqrt(square));
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
      if (square > 0) this.addDots(id, square);
      this.addScores(id, weight * share, scores);
    }
    let top = 0;
    for (const score of scores) if (score > top) top = score;
    return { scores, top, ...this.likeness(Math.sqrt(norm) || 1) };
  }

  private addDots(term: number, square: number): void {
    const { dots } = this;
    const { firsts, values } = this.postings;
    const end = firsts[term + 1] as number;
    for (let i = firsts[term] as number; i < end; i += 1) {
      const question = values[i] as number;
      dots[question] = (dots[question] as number) + square;
    }
  }

  private addScores(term: number, weight: number, scores: Float64Array): void {
    const { lengths, times } = this;
    const { firsts, values } = this.askedFor;
    const [start, end] = [firsts[term] as number, firsts[term + 1] as number];
    const rarity = weight * idf(lengths.length, end - start);
    for (let i = start; i < end; i += 1) {
      const passage = values[i] as number;
      const worth = saturation(times[i] as number, lengths[passage] as number);
      scores[passage] = (scores[passage] as number) + rarity * worth;
    }
  }

  /** Reads the sums of the questions and clears them: a query of a few words has a piece of a word in common with most. */
  private likeness(norm: number) {
    const { firsts, dots } = this;
    const passages = this.lengths.length;
    const nearest = new Float64Array(passages);
    for (let passage = 0; passage < passages; passage += 1)
      nearest[passage] = this.most(firsts[passage] as number, firsts[passage + 1] as number) / norm;
    const nearestUnanswered = this.most(firsts[passages] as number, dots.length) / norm;
    dots.fill(0);
    return { nearest, nearestUnanswered };
  }

  /** The greatest sum of the questions in [from, to), each over the length of its terms. */
  private most(from: number, to: number): number {
    const { dots, shares } = this;
    let most = 0;
    for (let at = from; at < to; at += 1) {
      // Of a question without a word of content it is no number, and nothing is less
      const dot = (dots[at] as number) * (shares[at] as number);
      if (dot > most) most = dot;
    }
    return most;
  }

  private square(term: number | undefined, share: number): number {
    const { firsts } = this.postings;
    const frequency = term === undefined ? 0 : (firsts[term + 1] as number) - (firsts[term] as number);
    if (frequency > Math.max(MIN_MANY, MAX_SHARE * this.dots.length)) return 0;
    return (share * idf(this.dots.length, frequency)) ** 2;
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
