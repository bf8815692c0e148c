import { gramsOf } from "../analysis/grams.ts";
import { fnv1a } from "../analysis/hash.ts";

/** Letters of the pieces by which words of one root, and slips of the finger, are alike. */
const GRAM = 4;
/** Weights that features share by their hash. */
const BUCKETS = 1 << 16;
/** Passes over the questions, and how far one question moves the weights at most. */
const EPOCHS = 6;
const RATE = 0.1;
/** Squared gradient that every weight begins with, so that the first question does not take it all. */
const FIRST_SQUARE = 0.01;
/** The same for what all questions share. */
const BIAS_RATE = 0.01;
/** Primes: steps of one visit every place of a list that it does not divide, in an order that has nothing to do with the list's own. */
const STRIDES = [7_919, 7_927] as const;
/** Log odds beyond which nothing adds. */
const MAX_ODDS = 8;
/** Questions that are learnt from in one step, of a millisecond or two. */
const STEP = 1_000;

/** A word as it is typed, folded, and what its spellings have in common. */
export interface SpelledWord {
  readonly letters: string;
  readonly spelling: string;
}

/** The features of a word alone, and what the feature of a pair begins with whose first word it is: words come back often. */
export interface HashedWord {
  readonly spelling: string;
  readonly asWord: number;
  readonly pieces: readonly number[];
  readonly before: number;
}

/**
 * Tells questions that go unanswered by how they are put: logistic regression over their words, neighbouring pairs and pieces of words,
 * those of little content too ("how much does it cost" is asked of what nobody told). Features are hashed (Weinberger et al. 2009,
 * arXiv:0902.2206), the steps AdaGrad's (Duchi et al. 2011); both kinds weigh alike, however few there are of one.
 */
export class UnansweredClassifier {
  /** Features of all examples, one after another, where each one's end, and which are answered, until they are learnt. */
  private features: number[] = [];
  private ends: number[] = [0];
  private answered: boolean[] = [];
  /** By feature, the last example that has it, from 1. */
  private lastWith = new Int32Array(BUCKETS);
  private weights = new Float32Array(0);
  private bias = 0;

  add(words: readonly HashedWord[], answered: boolean): void {
    const { features, lastWith } = this;
    this.answered.push(answered);
    const example = this.answered.length;
    eachFeature(words, (at) => {
      if (lastWith[at] === example) return;
      lastWith[at] = example;
      features.push(at);
    });
    this.ends.push(features.length);
  }

  /** To be called once, when all questions are added; pauses now and then. */
  *train(): Generator<void> {
    const { ends, answered } = this;
    const features = Uint16Array.from(this.features);
    [this.features, this.ends, this.answered, this.lastWith] = [[], [], [], new Int32Array(0)];
    const count = answered.length;
    const found = answered.filter(Boolean).length;
    if (found === 0 || found === count) return;
    this.weights = new Float32Array(BUCKETS);
    const squares = new Float32Array(BUCKETS).fill(FIRST_SQUARE);
    const stride = count % STRIDES[0] === 0 ? STRIDES[1] : STRIDES[0];
    const share = { answered: count / 2 / found, unanswered: count / 2 / (count - found) };
    for (let step = 0; step < EPOCHS * count; step += 1) {
      if (step % STEP === STEP - 1) yield;
      const at = (step * stride) % count;
      const own = features.subarray(ends[at], ends[at + 1]);
      if (answered[at]) this.learn(own, 0, share.answered, squares);
      else this.learn(own, 1, share.unanswered, squares);
    }
  }

  private learn(features: Uint16Array, target: 0 | 1, share: number, squares: Float32Array): void {
    const { weights } = this;
    const gradient = (1 / (1 + Math.exp(-this.sum(features))) - target) * share;
    for (const at of features) {
      squares[at] = (squares[at] as number) + gradient * gradient;
      weights[at] = (weights[at] as number) - (RATE * gradient) / Math.sqrt(squares[at] as number);
    }
    this.bias -= BIAS_RATE * gradient;
  }

  private sum(features: Iterable<number>): number {
    let sum = this.bias;
    for (const at of features) sum += this.weights[at] as number;
    return sum;
  }

  /** Log odds that a question of such words goes unanswered; 0 where nothing tells. */
  odds(words: readonly HashedWord[]): number {
    if (this.weights.length === 0) return 0;
    const features = new Set<number>();
    eachFeature(words, (at) => features.add(at));
    return Math.max(-MAX_ODDS, Math.min(MAX_ODDS, this.sum(features)));
  }
}

export function hashedWord({ letters, spelling }: SpelledWord): HashedWord {
  return {
    spelling,
    asWord: bucketOf(fnv1a(spelling)),
    pieces: gramsOf(letters, GRAM).map((gram) => bucketOf(fnv1a(`#${gram}`))),
    before: fnv1a(`${spelling} `),
  };
}

/** The first word's pair is with nothing. */
const NOTHING_BEFORE = fnv1a(" ");

function eachFeature(words: readonly HashedWord[], take: (feature: number) => void): void {
  let before = NOTHING_BEFORE;
  for (const word of words) {
    take(word.asWord);
    take(bucketOf(fnv1a(word.spelling, before)));
    for (const piece of word.pieces) take(piece);
    before = word.before;
  }
}

const bucketOf = (value: number) => (value ^ (value >>> 16)) & (BUCKETS - 1);
