import { Packed } from "../index/packed.ts";
import { eachFeature, FEATURES, type HashedWord } from "./question-features.ts";

/**
 * Expected questions to learn from: the features of each, once, the passage that it is about, and whether that answers it. Only the
 * passages that are asked about count, in the order in which they are met.
 */
export class QuestionExamples {
  readonly columns = new Map<number, number>();
  /** By question, twice the column of its passage, and 1 where that answers it. */
  private readonly targets = Packed.ints();
  /** By question, where its features end. */
  private readonly ends = Packed.ints();
  private readonly features = Packed.shorts();
  /** By feature, the last question that has it, from 1. */
  private readonly lastWith = new Int32Array(FEATURES);
  answered = 0;

  get count(): number {
    return this.targets.length;
  }

  add(words: readonly HashedWord[], passage: number, answered: boolean): void {
    const { targets, ends, features, lastWith, columns } = this;
    const column = columns.get(passage) ?? columns.size;
    columns.set(passage, column);
    targets.push(2 * column + Number(answered));
    if (answered) this.answered += 1;
    eachFeature(words, (feature) => {
      if (lastWith[feature] === targets.length) return;
      lastWith[feature] = targets.length;
      features.push(feature);
    });
    ends.push(features.length);
  }

  featuresOf(question: number): Uint16Array {
    return this.features.slice(question === 0 ? 0 : this.ends.at(question - 1), this.ends.at(question));
  }

  columnOf(question: number): number {
    return this.targets.at(question) >> 1;
  }

  isAnswered(question: number): boolean {
    return (this.targets.at(question) & 1) === 1;
  }

  /** All that there is to learn from: the same bytes teach the same. */
  bytes(): Uint8Array {
    const parts = [this.targets, this.ends, this.features].map(({ numbers, length }) => {
      const { buffer, byteOffset, byteLength } = numbers.subarray(0, length);
      return new Uint8Array(buffer, byteOffset, byteLength);
    });
    const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let to = 0;
    for (const part of parts) {
      all.set(part, to);
      to += part.length;
    }
    return all;
  }
}
