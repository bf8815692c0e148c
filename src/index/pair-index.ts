import { fnv1a } from "../analysis/hash.ts";
import { postingsOf } from "../analysis/postings.ts";

export interface KeptPairIndex {
  readonly firsts: Int32Array;
  readonly owners: Int32Array;
  readonly mask: number;
  readonly length: number;
  readonly passages: number;
}

/**
 * Which passages hold two words side by side. Two neighbours are nearly always rarer than either word, small words count as any other,
 * and a stretch of text is found by its pairs whatever it is about.
 */
export class PairIndex {
  /** A hash for each pair, in the order of the texts, and its passage; `seal` discards both. */
  private hashes = new Int32Array(1024);
  private owners = new Int32Array(1024);
  private length = 0;
  private passages = 0;
  private firsts = new Int32Array(2);
  private mask = 0;

  /** Appends the next passage by its folded words. */
  add(words: readonly { readonly folded: string }[]): void {
    const passage = this.passages;
    this.passages += 1;
    let last = 0;
    words.forEach(({ folded }, at) => {
      const hash = fnv1a(folded);
      if (at > 0) this.push(mix(last, hash), passage);
      last = hash;
    });
  }

  /** Sorts the pairs into buckets. Nothing can be added afterwards. */
  seal(): void {
    // About one bucket per pair; a collision only costs a look at one passage too many
    const buckets = 2 ** Math.max(1, Math.ceil(Math.log2(this.length + 1)) - 1);
    this.mask = buckets - 1;
    const { hashes, owners, length, mask } = this;
    const keys = hashes.subarray(0, length).map((hash) => hash & mask);
    const { firsts, values } = postingsOf(keys, owners, buckets);
    this.firsts = firsts as Int32Array<ArrayBuffer>;
    this.owners = values as Int32Array<ArrayBuffer>;
    this.hashes = new Int32Array(0);
  }

  /** Its sealed state, as data that can be cloned (structured clone). */
  keep(): KeptPairIndex {
    const { firsts, owners, mask, length, passages } = this;
    return { firsts, owners, mask, length, passages };
  }

  /** Replaces its contents and seals it. */
  restore({ firsts, owners, mask, length, passages }: KeptPairIndex): void {
    this.firsts = firsts as Int32Array<ArrayBuffer>;
    this.owners = owners as Int32Array<ArrayBuffer>;
    this.mask = mask;
    this.length = length;
    this.passages = passages;
    this.hashes = new Int32Array(0);
  }

  /** Numbers of passages that hold the folded words side by side, ascending, one each time that they do; now and then of another. */
  holding(first: string, second: string): Int32Array {
    const bucket = mix(fnv1a(first), fnv1a(second)) & this.mask;
    return this.owners.subarray(this.firsts[bucket] as number, this.firsts[bucket + 1] as number);
  }

  private push(hash: number, passage: number): void {
    if (this.length === this.hashes.length) {
      this.hashes = wider(this.hashes);
      this.owners = wider(this.owners);
    }
    this.hashes[this.length] = hash;
    this.owners[this.length] = passage;
    this.length += 1;
  }
}

function wider(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(numbers.length * 2);
  copy.set(numbers);
  return copy;
}

/** The order of the two counts; the finish is MurmurHash3's, so that the low bits depend on all. */
function mix(first: number, second: number): number {
  let hash = Math.imul(first, 31) + second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
