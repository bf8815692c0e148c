import { fnv1a } from "../analysis/hash.ts";

/** Bits for a few thousand words of a quotation, of which one in ten is set. */
const BITS = 2 ** 14;

/** Tells fast of most words that a quotation lacks them: a look into a map costs ten times as much, and the sources have thousands. */
export class WordFilter {
  private readonly bits = new Uint8Array(BITS);

  add(word: string): void {
    this.bits[hashOf(word) % BITS] = 1;
  }

  /** False for no word that was added; for one of ten of the others true. Hashes under 0 are of no word. */
  mayHave(hash: number): boolean {
    return this.bits[hash % BITS] === 1;
  }
}

/** A hash in 30 bits, which V8 keeps without a box. */
export const finished = (hash: number) => (hash ^ (hash >>> 15)) & 0x3fffffff;

export const hashOf = (word: string) => finished(fnv1a(word));
