import { Packed } from "../index/packed.ts";
import type { Target } from "./gradient-descent.ts";
import { eachFeature, FEATURES, type HashedWord } from "./question-features.ts";

/**
 * Expected questions to learn from: the features of each, once, the passage that it is about, and whether that answers it. Only the
 * passages that are asked about count, in the order in which they are met.
 */
export class QuestionExamples {
  readonly columns = new Map<number, number>();
  readonly questions = new Examples();
  /** Questions that lean on one before them. */
  readonly followUps = new Examples();
  /** By follow-up, the features of the question before it. */
  readonly earlier = new FeatureLists();

  add(words: readonly HashedWord[], passage: number, answered: boolean): void {
    this.questions.add(words, this.columnOf(passage), answered);
  }

  addFollowUp(
    words: readonly HashedWord[],
    earlier: readonly HashedWord[],
    passage: number,
    answered: boolean,
  ): void {
    this.followUps.add(words, this.columnOf(passage), answered);
    this.earlier.add(earlier);
  }

  /** All that there is to learn from: the same bytes teach the same. */
  bytes(): Uint8Array {
    const lists = [this.questions, this.followUps, this.earlier].flatMap((one) => one.bytes());
    const lengths = Uint32Array.from(lists, ({ length }) => length);
    const parts = [new Uint8Array(lengths.buffer), ...lists];
    const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let to = 0;
    for (const part of parts) {
      all.set(part, to);
      to += part.length;
    }
    return all;
  }

  private columnOf(passage: number): number {
    const column = this.columns.get(passage) ?? this.columns.size;
    this.columns.set(passage, column);
    return column;
  }
}

/** Lists of features, one after another. */
export class FeatureLists {
  /** By list, where it ends. */
  private readonly ends = Packed.ints();
  private readonly features = Packed.shorts();
  /** By feature, the last list that has it, from 1. */
  private readonly lastIn = new Int32Array(FEATURES);

  get count(): number {
    return this.ends.length;
  }

  /** The features of these words, each once. */
  add(words: readonly HashedWord[]): void {
    const { ends, features, lastIn } = this;
    const list = ends.length + 1;
    eachFeature(words, (feature) => {
      if (lastIn[feature] === list) return;
      lastIn[feature] = list;
      features.push(feature);
    });
    ends.push(features.length);
  }

  of(list: number): Uint16Array {
    return this.features.slice(list === 0 ? 0 : this.ends.at(list - 1), this.ends.at(list));
  }

  bytes(): Uint8Array[] {
    return [bytesOf(this.ends), bytesOf(this.features)];
  }
}

/** Questions of one kind. */
class Examples {
  readonly features = new FeatureLists();
  /** By question, twice the column of its passage, and 1 where that answers it. */
  private readonly targets = Packed.ints();
  /** How many are answered. */
  answered = 0;

  get count(): number {
    return this.targets.length;
  }

  add(words: readonly HashedWord[], column: number, answered: boolean): void {
    this.features.add(words);
    this.targets.push(2 * column + Number(answered));
    if (answered) this.answered += 1;
  }

  targetOf(question: number): Target {
    const target = this.targets.at(question);
    return { column: target >> 1, isAnswered: (target & 1) === 1 };
  }

  bytes(): Uint8Array[] {
    return [bytesOf(this.targets), ...this.features.bytes()];
  }
}

function bytesOf({ numbers, length }: Packed<Int32Array> | Packed<Uint16Array>): Uint8Array {
  const { buffer, byteOffset, byteLength } = numbers.subarray(0, length);
  return new Uint8Array(buffer, byteOffset, byteLength);
}
