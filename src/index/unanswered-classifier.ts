import { gramsOf } from "./expansion-words.ts";

/** Letters of the pieces by which words of one root, and slips of the finger, are alike. */
const GRAM = 4;
/** Weights that features share by their hash. */
const BUCKETS = 1 << 16;
/** Passes over the questions, and how far one question moves the weights at most. */
const EPOCHS = 6;
const RATE = 0.1;
/** Squared gradient that every weight begins with, so that the first question does not take it all. */
const FIRST_SQUARE = 0.01;
/** A prime: steps of it visit a list in an order that has nothing to do with its own. */
const STRIDE = 7_919;
/** Log odds beyond which nothing adds. */
const MAX_ODDS = 8;
/** Questions that are learnt from in one step, of a millisecond or two. */
const STEP = 1_000;

/** A word as it is typed, folded, and what its spellings have in common. */
export interface SpelledWord {
  readonly letters: string;
  readonly spelling: string;
}

/**
 * Tells questions that go unanswered by how they are put: logistic regression over their words, neighbouring pairs and pieces of words,
 * those of little content too ("how much does it cost" is asked of what nobody told). Features are hashed (Weinberger et al. 2009,
 * arXiv:0902.2206), the steps AdaGrad's (Duchi et al. 2011); both kinds weigh alike, however few there are of one.
 */
export class UnansweredClassifier {
  private readonly examples: { readonly features: Uint16Array; readonly answered: boolean }[] = [];
  private weights = new Float32Array(0);
  private bias = 0;

  add(words: readonly SpelledWord[], answered: boolean): void {
    this.examples.push({ features: featuresOf(words), answered });
  }

  /** To be called once, when all questions are added; pauses now and then. */
  *train(): Generator<void> {
    const { examples } = this;
    const answered = examples.filter((one) => one.answered).length;
    if (answered === 0 || answered === examples.length) return;
    this.weights = new Float32Array(BUCKETS);
    const squares = new Float32Array(BUCKETS).fill(FIRST_SQUARE);
    const share = { answered: examples.length / 2 / answered, unanswered: 0 };
    share.unanswered = examples.length / 2 / (examples.length - answered);
    for (let step = 0; step < EPOCHS * examples.length; step += 1) {
      if (step % STEP === STEP - 1) yield;
      const example = examples[(step * STRIDE) % examples.length];
      if (example)
        this.learn(
          example.features,
          example.answered ? 0 : 1,
          example.answered ? share.answered : share.unanswered,
          squares,
        );
    }
    examples.length = 0;
  }

  private learn(features: Uint16Array, target: 0 | 1, share: number, squares: Float32Array): void {
    const { weights } = this;
    const gradient = (1 / (1 + Math.exp(-this.sum(features))) - target) * share;
    for (const at of features) {
      squares[at] = (squares[at] as number) + gradient * gradient;
      weights[at] = (weights[at] as number) - (RATE * gradient) / Math.sqrt(squares[at] as number);
    }
    this.bias -= 0.01 * gradient;
  }

  private sum(features: Uint16Array): number {
    let sum = this.bias;
    for (const at of features) sum += this.weights[at] as number;
    return sum;
  }

  /** Log odds that a question of such words goes unanswered; 0 where nothing tells. */
  odds(words: readonly SpelledWord[]): number {
    if (this.weights.length === 0) return 0;
    return Math.max(-MAX_ODDS, Math.min(MAX_ODDS, this.sum(featuresOf(words))));
  }
}

function featuresOf(words: readonly SpelledWord[]): Uint16Array {
  const found = new Set<number>();
  words.forEach(({ letters, spelling }, at) => {
    found.add(hash(spelling));
    found.add(hash(`${words[at - 1]?.spelling ?? ""} ${spelling}`));
    for (const gram of gramsOf(letters, GRAM)) found.add(hash(gram));
  });
  return Uint16Array.from(found);
}

/** FNV-1a, folded to 16 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 16)) & (BUCKETS - 1);
}
