import {
  type FeatureWeights,
  type Probabilities,
  probabilitiesOf,
  type QuestionWeights,
  type WeighedRows,
  type Weights,
  weigh,
} from "./question-classifier.ts";

/** How far one question moves a weight at most. */
const RATE = 0.1;
const BIAS_RATE = 0.01;
/** Error of a probability that is not learnt from. */
const NO_ERROR = 0.02;

/** What a question should have been found to ask. */
export interface Target {
  readonly column: number;
  readonly isAnswered: boolean;
}

/** How far the probabilities of a question are from the truth. */
export class Errors {
  readonly about: Float64Array;
  readonly untold: Float64Array;
  /** The passages for which the error is worth learning from, and how many they are. */
  readonly aboutWrong: Int32Array;
  readonly untoldWrong: Int32Array;
  aboutCount = 0;
  untoldCount = 0;
  nowhere = 0;
  private readonly probabilities: Probabilities;

  constructor(passages: number) {
    [this.about, this.untold] = [new Float64Array(passages), new Float64Array(passages)];
    [this.aboutWrong, this.untoldWrong] = [new Int32Array(passages), new Int32Array(passages)];
    this.probabilities = probabilitiesOf(passages);
  }

  /** Those of a message. */
  read(message: readonly WeighedRows[], weights: QuestionWeights, { column, isAnswered }: Target): void {
    weigh(message, weights, this.probabilities);
    const { about, untold } = this;
    const { answered, unanswered } = this.probabilities;
    this.aboutCount = 0;
    this.untoldCount = 0;
    this.nowhere = 0;
    for (let p = 0; p < answered.length; p += 1) {
      const yes = (answered[p] as number) - (p === column && isAnswered ? 1 : 0);
      const no = (unanswered[p] as number) - (p === column && !isAnswered ? 1 : 0);
      about[p] = yes + no;
      untold[p] = no;
      this.nowhere += no;
      if (Math.abs(yes + no) >= NO_ERROR) this.aboutWrong[this.aboutCount++] = p;
      if (Math.abs(no) >= NO_ERROR) this.untoldWrong[this.untoldCount++] = p;
    }
  }

  /** Moves the biases, which all passages have. */
  moveBiases({ aboutBiases, untoldBiases }: QuestionWeights): void {
    for (let p = 0; p < aboutBiases.length; p += 1) {
      aboutBiases[p] = (aboutBiases[p] as number) - BIAS_RATE * (this.about[p] as number);
      untoldBiases[p] = (untoldBiases[p] as number) - BIAS_RATE * (this.untold[p] as number);
    }
  }
}

/**
 * Weights of features that are being learnt, by AdaGrad (Duchi et al. 2011); `firstSquare` is the squared error that every weight begins
 * with, so that the first question does not take it all.
 */
export class FeatureLearning {
  private readonly about: Learning;
  private readonly untold: Learning;
  private readonly nowhere: Learning;

  constructor(
    rows: number,
    private readonly passages: number,
    firstSquare: number,
  ) {
    this.about = new Learning(rows * passages, firstSquare);
    this.untold = new Learning(rows * passages, firstSquare);
    this.nowhere = new Learning(rows, firstSquare);
  }

  /** As they are now, and go on to be learnt. */
  get weights(): FeatureWeights {
    const { about, untold, nowhere } = this;
    return {
      about: { values: about.weights, unit: 1 },
      untold: { values: untold.weights, unit: 1 },
      nowhere: nowhere.weights,
    };
  }

  /** As they are kept. */
  get packed(): FeatureWeights {
    const { about, untold, nowhere } = this;
    return { about: packed(about.weights), untold: packed(untold.weights), nowhere: nowhere.weights };
  }

  learn(rows: Uint16Array, errors: Errors): void {
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] as number;
      const first = row * this.passages;
      this.about.learn(first, errors.about, errors.aboutWrong, errors.aboutCount);
      this.untold.learn(first, errors.untold, errors.untoldWrong, errors.untoldCount);
      this.nowhere.learnOne(row, errors.nowhere);
    }
  }
}

/** Weights, and the squared errors that slow them down. */
class Learning {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;

  constructor(count: number, firstSquare: number) {
    this.weights = new Float32Array(count);
    this.squares = new Float32Array(count).fill(firstSquare);
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
