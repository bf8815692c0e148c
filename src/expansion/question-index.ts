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

/** How like a query is to the expected questions. */
export interface QuestionMatch {
  /** By passage, BM25 over the questions that it answers, and the best. */
  readonly scores: Float64Array;
  readonly top: number;
  /** Cosine of the weighted terms, 0 to 1, to the nearest question that no passage answers. */
  readonly nearestUnanswered: number;
}

/** Questions with a term in more than this share of all are not told apart by it, and it would cost the most to look at. */
const MAX_SHARE = 0.1;
/** Questions that are looked at whatever their share. */
const MIN_MANY = 100;

/** One language's expected questions under their terms. */
export class QuestionIndex {
  private readonly count: number;
  /** How long the questions of each passage are in all, beside the mean. */
  private readonly lengths: Float64Array;
  /** For each term the passages that are asked for with it, and beside each what BM25 gives it there. */
  private readonly askedFor: Postings;
  private readonly worths: Float32Array;
  /** For each term what it says in a cosine: the square of its weighted rarity; 0 where it tells nothing apart. */
  private readonly squares: Float64Array;
  /** For each term the questions that no passage answers, and by question 1 over the length of its weighted terms. */
  private readonly unanswered: Postings;
  private readonly shares: Float64Array;
  /** Sums by such a question while a query is compared, all 0 in between. */
  private readonly dots: Float32Array;

  /** `questions`: those that are answered in the order of their passages; `shares` is what the kind of each term weighs beside a whole word. */
  constructor(questions: readonly IndexedQuestion[], passages: number, shares: readonly number[]) {
    const answered = questions.filter((one) => one.answered);
    const unanswered = questions.filter((one) => !one.answered);
    this.count = questions.length;
    this.lengths = lengthsOf(answered, passages);
    [this.askedFor, this.worths] = worthsOf(answered, this.lengths, shares.length);
    const counts = new Int32Array(shares.length);
    for (const { terms } of questions) for (const term of terms) counts[term] = (counts[term] as number) + 1;
    this.squares = Float64Array.from(shares, (share, term) => this.square(counts[term] as number, share));
    this.unanswered = postingsOf(...pairsOf(unanswered, (_, at) => at), shares.length);
    this.shares = Float64Array.from(
      unanswered,
      ({ terms }) => 1 / Math.sqrt(terms.reduce((sum, term) => sum + (this.squares[term] as number), 0)),
    );
    this.dots = new Float32Array(unanswered.length);
  }

  /** Whether any question is answered by the passage. */
  expects(passage: number): boolean {
    return (this.lengths[passage] as number) > 0;
  }

  match(terms: readonly QueryTerm[]): QuestionMatch {
    const scores = new Float64Array(this.lengths.length);
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
    return { scores, top, nearestUnanswered: this.nearest() / (Math.sqrt(norm) || 1) };
  }

  private addDots(term: number, square: number): void {
    const { dots } = this;
    const { firsts, values } = this.unanswered;
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

  /** The greatest sum, each over the length of its question's terms; clears them: a query has a piece of a word in common with most. */
  private nearest(): number {
    const { dots, shares } = this;
    let most = 0;
    for (let at = 0; at < dots.length; at += 1) {
      // Of a question whose words stand in too many others it is no number, and nothing is less
      const dot = (dots[at] as number) * (shares[at] as number);
      if (dot > most) most = dot;
    }
    dots.fill(0);
    return most;
  }

  private square(frequency: number, share: number): number {
    return frequency > Math.max(MIN_MANY, MAX_SHARE * this.count)
      ? 0
      : (share * idf(this.count, frequency)) ** 2;
  }
}

/** For each term the passages whose questions have it, each once, and what BM25 gives it there. */
function worthsOf(
  answered: readonly IndexedQuestion[],
  lengths: Float64Array,
  terms: number,
): [Postings, Float32Array] {
  const all = postingsOf(...pairsOf(answered, ({ passage }) => passage), terms);
  const [runs, passages, times]: [number[], number[], number[]] = [[], [], []];
  for (let term = 0; term < terms; term += 1) {
    let last = -1;
    for (const passage of valuesOf(all, term)) {
      if (passage !== last) {
        runs.push(term);
        passages.push(passage);
        times.push(0);
        last = passage;
      }
      times[times.length - 1] = (times.at(-1) as number) + 1;
    }
  }
  const askedFor = postingsOf(runs, passages, terms);
  const worths = Float32Array.from(times, (count, at) => {
    const holding = valuesOf(askedFor, runs[at] as number).length;
    return idf(lengths.length, holding) * saturation(count, lengths[passages[at] as number] as number);
  });
  return [askedFor, worths];
}

/** Terms of all questions that each passage answers, beside the mean. */
function lengthsOf(answered: readonly IndexedQuestion[], passages: number): Float64Array {
  const lengths = new Float64Array(passages);
  for (const { terms, passage } of answered) lengths[passage] = (lengths[passage] as number) + terms.length;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / (passages || 1) || 1;
  return lengths.map((length) => length / mean);
}

/** Each term of each question, and beside it what `of` the question. */
function pairsOf(
  questions: readonly IndexedQuestion[],
  of: (question: IndexedQuestion, at: number) => number,
): [terms: Int32Array, values: Int32Array] {
  const count = questions.reduce((sum, { terms }) => sum + terms.length, 0);
  const [all, values] = [new Int32Array(count), new Int32Array(count)];
  let to = 0;
  for (const [at, question] of questions.entries()) {
    all.set(question.terms, to);
    values.fill(of(question, at), to, to + question.terms.length);
    to += question.terms.length;
  }
  return [all, values];
}
