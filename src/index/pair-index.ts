import { fnv1a } from "../analysis/hash.ts";
import { NO_POSTINGS, type Postings, postingsOf, valuesOf } from "../analysis/postings.ts";
import { Packed } from "./packed.ts";

/** Sealed, as data that can be cloned (structured clone). */
export interface KeptPairIndex {
  /** By bucket. */
  readonly passages: Postings;
  readonly mask: number;
}

/**
 * Which passages hold two words side by side. Two neighbours are nearly always rarer than either word, small words count as any other,
 * and a stretch of text is found by its pairs whatever it is about.
 */
export class PairIndex {
  /** A hash for each pair, in the order of the texts, and its passage; `seal` discards both. */
  private hashes = Packed.ints();
  private owners = Packed.ints();
  private count = 0;
  private sealed: KeptPairIndex = { passages: NO_POSTINGS, mask: 0 };

  /** Appends the next passage by its folded words. */
  add(words: readonly { readonly folded: string }[]): void {
    let last = 0;
    words.forEach(({ folded }, at) => {
      const hash = fnv1a(folded);
      if (at > 0) {
        this.hashes.push(mix(last, hash));
        this.owners.push(this.count);
      }
      last = hash;
    });
    this.count += 1;
  }

  /** Sorts the pairs into buckets. Nothing can be added afterwards. */
  seal(): void {
    // About one bucket per pair; a collision only costs a look at one passage too many
    const buckets = 2 ** Math.max(1, Math.ceil(Math.log2(this.hashes.length + 1)) - 1);
    const mask = buckets - 1;
    const keys = this.hashes.trim().map((hash) => hash & mask);
    this.restore({ passages: postingsOf(keys, this.owners.numbers, buckets), mask });
  }

  keep(): KeptPairIndex {
    return this.sealed;
  }

  /** Replaces its contents and seals it. */
  restore(kept: KeptPairIndex): void {
    this.sealed = kept;
    this.hashes = Packed.ints();
    this.owners = Packed.ints();
    this.count = 0;
  }

  /** Numbers of passages that hold the folded words side by side, ascending, one each time that they do; now and then of another. */
  holding(first: string, second: string): Int32Array {
    const { passages, mask } = this.sealed;
    return valuesOf(passages, mix(fnv1a(first), fnv1a(second)) & mask);
  }
}

/** The order of the two counts; the finish is MurmurHash3's, so that the low bits depend on all. */
function mix(first: number, second: number): number {
  let hash = Math.imul(first, 31) + second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
