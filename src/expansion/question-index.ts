import { type Postings, postingsOf, valuesOf } from "../analysis/postings.ts";
import { idf, saturation } from "../index/bm25.ts";

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
  /** For each term what it says in a cosine: the square of its weighted rarity; 0 where it tells nothing apart. */
  private readonly squares: Float64Array;
  /** For each term the passages that are asked for with it, and beside each what BM25 gives it there. */
  private readonly askedFor: Postings;
  private readonly worths: Float32Array;
  /** Sums by question while a query is compared, all 0 in between. */
  private readonly dots: Float32Array;

  /**
   * `questions`: those that are answered in the order of their passages, then the others; `shares` is what the kind of each term weighs
   * beside a whole word.
   */
  constructor(questions: readonly IndexedQuestion[], passages: number, shares: readonly number[]) {
    const answeredBy = questions.map(({ passage, answered }) => (answered ? passage : -1));
    this.firsts = postingsOf(answeredBy, answeredBy, passages).firsts;
    this.dots = new Float32Array(questions.length);
    this.postings = postingsOf(...pairsOf(questions), shares.length);
    const { firsts, values } = this.postings;
    this.squares = Float64Array.from(shares, (share, term) =>
      this.square((firsts[term + 1] as number) - (firsts[term] as number), share),
    );
    const norms = new Float64Array(questions.length);
    const [runs, passagesWith, times]: [number[], number[], number[]] = [[], [], []];
    for (let term = 0; term < shares.length; term += 1) {
      let last = -1;
      for (let i = firsts[term] as number; i < (firsts[term + 1] as number); i += 1) {
        const question = values[i] as number;
        norms[question] = (norms[question] as number) + (this.squares[term] as number);
        const passage = answeredBy[question] as number;
        if (passage < 0) continue;
        if (passage !== last) {
          runs.push(term);
          passagesWith.push(passage);
          times.push(0);
          last = passage;
        }
        times[times.length - 1] = (times.at(-1) as number) + 1;
      }
    }
    this.shares = norms.map((norm) => 1 / Math.sqrt(norm));
    this.askedFor = postingsOf(runs, passagesWith, shares.length);
    const lengths = lengthsOf(questions, passages);
    this.worths = Float32Array.from(times, (count, at) => {
      const [term, passage] = [runs[at] as number, passagesWith[at] as number];
      const holding = valuesOf(this.askedFor, term).length;
      return idf(passages, holding) * saturation(count, lengths[passage] as number);
    });
  }

  /** Whether any question is answered by the passage. */
  expects(passage: number): boolean {
    return (this.firsts[passage] as number) < (this.firsts[passage + 1] as number);
  }

  match(terms: readonly QueryTerm[]): QuestionMatch {
    const scores = new Float64Array(this.passages);
    let norm = 0;
    for (const { id, share, weight } of terms) {
      if (id === undefined) {
        norm += this.square(0, share);
        continue;
      }
      const square = this.squares[id] as number;
      norm += square;
      if (square > 0) this.addDots(id, square);
      this.addScores(id, weight * share, scores);
    }
    let top = 0;
    for (const score of scores) if (score > top) top = score;
    return { scores, top, ...this.likeness(Math.sqrt(norm) || 1) };
  }

  private get passages(): number {
    return this.firsts.length - 1;
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
    const { worths } = this;
    const { firsts, values } = this.askedFor;
    const end = firsts[term + 1] as number;
    for (let i = firsts[term] as number; i < end; i += 1) {
      const passage = values[i] as number;
      scores[passage] = (scores[passage] as number) + weight * (worths[i] as number);
    }
  }

  /** Reads the sums of the questions and clears them: a query of a few words has a piece of a word in common with most. */
  private likeness(norm: number) {
    const { firsts, dots, passages } = this;
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
      // Of a question whose words stand in too many others it is no number, and nothing is less
      const dot = (dots[at] as number) * (shares[at] as number);
      if (dot > most) most = dot;
    }
    return most;
  }

  private square(frequency: number, share: number): number {
    const all = this.dots.length;
    return frequency > Math.max(MIN_MANY, MAX_SHARE * all) ? 0 : (share * idf(all, frequency)) ** 2;
  }
}

/** Terms of all questions that each passage answers, beside the mean. */
function lengthsOf(questions: readonly IndexedQuestion[], passages: number): Float64Array {
  const lengths = new Float64Array(passages);
  for (const { terms, passage, answered } of questions)
    if (answered) lengths[passage] = (lengths[passage] as number) + terms.length;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / (passages || 1) || 1;
  return lengths.map((length) => length / mean);
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
