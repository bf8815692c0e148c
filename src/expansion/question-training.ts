import {
  type Probabilities,
  probabilitiesOf,
  type QuestionWeights,
  type Weights,
  weigh,
} from "./question-classifier.ts";
import type { QuestionExamples } from "./question-examples.ts";
import { FEATURES } from "./question-features.ts";

/** Passes over the questions, and how far one question moves a weight at most. */
const EPOCHS = 3;
const RATE = 0.1;
const BIAS_RATE = 0.01;
/** Squared error that every weight begins with, so that the first question does not take it all. */
const FIRST_SQUARE = 0.1;
/** Error of a probability that is not learnt from. */
const NO_ERROR = 0.02;
/** Questions that are learnt from in one step, of some milliseconds, and of how many passages fewer are. */
const STEP = 250;
const STEP_PAIRS = 50_000;
/** Share of the questions that must be of a kind, answered or not, for the kinds to be told apart. */
const MIN_SHARE = 0.1;
/** The golden ratio: steps of that share of a list come to all its places, in an order that has nothing to do with the list's own. */
const STRIDE = (Math.sqrt(5) - 1) / 2;
/** Weights of a kind at most, of a byte each when learnt: where there are more features, the rarest are left out. */
const MAX_WEIGHTS = 1_500_000;
/** Passages beyond which nothing is learnt: the cost grows with the passages times their questions. */
export const MAX_PASSAGES = 1_000;

/** Keeps what was learnt: learning takes longer than reading the questions. */
export interface WeightStore {
  /** Of exactly these examples, by this code. */
  read(examples: Uint8Array): QuestionWeights | undefined;
  write(examples: Uint8Array, weights: QuestionWeights): void;
}

/** From the store where it has them, else learnt, with a pause now and then. Gives nothing where there is nothing to tell apart. */
export function* questionWeights(
  examples: QuestionExamples,
  store?: WeightStore,
): Generator<void, QuestionWeights | undefined> {
  if (examples.count === 0 || examples.columns.size > MAX_PASSAGES) return undefined;
  const bytes = store && examples.bytes();
  const known = bytes && store.read(bytes);
  if (known) return known;
  const learnt = yield* learn(examples);
  if (bytes) store.write(bytes, learnt);
  return learnt;
}

/** By AdaGrad (Duchi et al. 2011). */
function* learn(examples: QuestionExamples): Generator<void, QuestionWeights> {
  const { count: questions } = examples;
  const passages = examples.columns.size;
  const { rows, count } = numbered(examples, MAX_WEIGHTS / passages);
  const rowsOf = rowsBy(examples, rows);
  const about = new Learning(count * passages);
  const untold = new Learning(count * passages);
  const nowhere = new Learning(count);
  const weights: QuestionWeights = {
    rows,
    about: { values: about.weights, unit: 1 },
    untold: { values: untold.weights, unit: 1 },
    nowhere: nowhere.weights,
    aboutBiases: new Float64Array(passages),
    untoldBiases: new Float64Array(passages),
    tellsKinds: true,
  };
  const probabilities = probabilitiesOf(passages);
  const errors = new Errors(passages);
  const stride = strideOf(questions);
  const pause = Math.min(STEP, Math.ceil(STEP_PAIRS / passages));
  for (let step = 0; step < EPOCHS * questions; step += 1) {
    if (step % pause === pause - 1) yield;
    const at = (step * stride) % questions;
    const own = rowsOf(at);
    weigh(own, weights, probabilities);
    errors.read(examples.columnOf(at), examples.isAnswered(at), probabilities, weights);
    for (let i = 0; i < own.length; i += 1) {
      const row = own[i] as number;
      about.learn(row * passages, errors.about, errors.aboutWrong, errors.aboutCount);
      untold.learn(row * passages, errors.untold, errors.untoldWrong, errors.untoldCount);
      nowhere.learnOne(row, errors.nowhere);
    }
  }
  const share = examples.answered / questions;
  return {
    ...weights,
    about: packed(about.weights),
    untold: packed(untold.weights),
    tellsKinds: Math.min(share, 1 - share) >= MIN_SHARE,
  };
}

/** Steps of it visit every place of a list once before they come back to the first. */
function strideOf(count: number): number {
  let stride = Math.max(1, Math.round(STRIDE * count));
  while (commonDivisor(stride, count) > 1) stride += 1;
  return stride;
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** How far the probabilities of a question are from the truth. */
class Errors {
  readonly about: Float64Array;
  readonly untold: Float64Array;
  /** The passages for which the error is worth learning from, and how many they are. */
  readonly aboutWrong: Int32Array;
  readonly untoldWrong: Int32Array;
  aboutCount = 0;
  untoldCount = 0;
  nowhere = 0;

  constructor(passages: number) {
    [this.about, this.untold] = [new Float64Array(passages), new Float64Array(passages)];
    [this.aboutWrong, this.untoldWrong] = [new Int32Array(passages), new Int32Array(passages)];
  }

  /** Moves the biases on the way, which all passages have. */
  read(
    passage: number,
    isAnswered: boolean,
    { answered, unanswered }: Probabilities,
    { aboutBiases, untoldBiases }: QuestionWeights,
  ): void {
    const { about, untold } = this;
    this.aboutCount = 0;
    this.untoldCount = 0;
    this.nowhere = 0;
    for (let p = 0; p < answered.length; p += 1) {
      const yes = (answered[p] as number) - (p === passage && isAnswered ? 1 : 0);
      const no = (unanswered[p] as number) - (p === passage && !isAnswered ? 1 : 0);
      about[p] = yes + no;
      untold[p] = no;
      this.nowhere += no;
      aboutBiases[p] = (aboutBiases[p] as number) - BIAS_RATE * (yes + no);
      untoldBiases[p] = (untoldBiases[p] as number) - BIAS_RATE * no;
      if (Math.abs(yes + no) >= NO_ERROR) this.aboutWrong[this.aboutCount++] = p;
      if (Math.abs(no) >= NO_ERROR) this.untoldWrong[this.untoldCount++] = p;
    }
  }
}

/** Weights that are being learnt, and the squared errors that slow them down. */
class Learning {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;

  constructor(count: number) {
    this.weights = new Float32Array(count);
    this.squares = new Float32Array(count).fill(FIRST_SQUARE);
  }

  /** Moves those of the row that begins there, in the first `count` of the columns. */
  learn(row: number, errors: Float64Array, columns: Int32Array, count: number): void {
    for (let i = 0; i < count; i += 1) {
      const column = columns[i] as number;
      this.learnOne(row + column, errors[column] as number);
    }
  }

  learnOne(at: number, error: number): void {
    const square = (this.squares[at] as number) + error * error;
    this.squares[at] = square;
    this.weights[at] = (this.weights[at] as number) - (RATE * error) / Math.sqrt(square);
  }
}

/** The features that are learnt, at most so many, the most frequent first: their rows lie close together. */
function numbered(examples: QuestionExamples, limit: number): { rows: Uint16Array; count: number } {
  const counts = new Uint32Array(FEATURES);
  for (let question = 0; question < examples.count; question += 1)
    for (const feature of examples.featuresOf(question)) counts[feature] = (counts[feature] as number) + 1;
  const learnt = [...counts.keys()]
    .filter((feature) => counts[feature] !== 0)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number))
    .slice(0, Math.min(limit, FEATURES - 1));
  const rows = new Uint16Array(FEATURES);
  for (const [at, feature] of learnt.entries()) rows[feature] = at + 1;
  return { rows, count: learnt.length + 1 };
}

/** The rows of each question's features, without those that are not learnt. */
function rowsBy(examples: QuestionExamples, rows: Uint16Array): (question: number) => Uint16Array {
  const all: number[] = [];
  const ends = [0];
  for (let question = 0; question < examples.count; question += 1) {
    for (const feature of examples.featuresOf(question)) if (rows[feature]) all.push(rows[feature] as number);
    ends.push(all.length);
  }
  const together = Uint16Array.from(all);
  return (question) => together.subarray(ends[question], ends[question + 1]);
}

/** A byte for each: what is finer tells nothing. */
function packed(weights: Float32Array): Weights {
  // Loops, not iterators: there are millions
  let most = 0;
  for (let at = 0; at < weights.length; at += 1) most = Math.max(most, Math.abs(weights[at] as number));
  const unit = most / 127 || 1;
  const values = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) values[at] = Math.round((weights[at] as number) / unit);
  return { values, unit };
}
