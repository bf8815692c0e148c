import { eachFeature, FEATURES, type HashedWord } from "./question-features.ts";

/** Numbers that are packed when all of them are there. */
class Numbers {
  private readonly list: number[] = [];
  private all: Uint32Array | undefined;

  add(value: number): void {
    this.list.push(value);
  }

  get packed(): Uint32Array {
    this.all ??= Uint32Array.from(this.list);
    return this.all;
  }
}

/**
 * Expected questions to learn from: the features of each, once, the passage that it is about, and whether that answers it. Only the
 * passages that are asked about count, in the order in which they are met.
 */
export class QuestionExamples {
  readonly columns = new Map<number, number>();
  /** Twice the column of the passage, and 1 where it answers. */
  private readonly targets = new Numbers();
  private readonly ends = new Numbers();
  private readonly features = new Numbers();
  private featureCount = 0;
  /** By feature, the last question that has it, from 1. */
  private readonly lastWith = new Int32Array(FEATURES);
  count = 0;
  answered = 0;

  /** To be called before anything is read. */
  add(words: readonly HashedWord[], passage: number, answered: boolean): void {
    this.count += 1;
    eachFeature(words, (feature) => {
      if (this.lastWith[feature] === this.count) return;
      this.lastWith[feature] = this.count;
      this.features.add(feature);
      this.featureCount += 1;
    });
    this.ends.add(this.featureCount);
    const column = this.columns.get(passage) ?? this.columns.size;
    this.columns.set(passage, column);
    this.targets.add(2 * column + Number(answered));
    if (answered) this.answered += 1;
  }

  featuresOf(question: number): Uint32Array {
    const ends = this.ends.packed;
    return this.features.packed.subarray(ends[question - 1] ?? 0, ends[question]);
  }

  columnOf(question: number): number {
    return (this.targets.packed[question] as number) >> 1;
  }

  isAnswered(question: number): boolean {
    return ((this.targets.packed[question] as number) & 1) === 1;
  }

  /** All that there is to learn from: the same bytes teach the same. */
  bytes(): Uint8Array {
    const parts = [this.targets.packed, this.ends.packed, this.features.packed];
    const all = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
    let to = 0;
    for (const { buffer, byteOffset, byteLength } of parts) {
      all.set(new Uint8Array(buffer, byteOffset, byteLength), to);
      to += byteLength;
    }
    return all;
  }
}
