import type { Passage } from "../model/corpus.ts";
import { hashOf } from "./word-filter.ts";
import { type Word, wordsOf } from "./words.ts";

/** A word of the sources in the forms that those of a quotation are compared with. */
export interface SourceWord extends Word {
  readonly stem: string;
  /** The word before it in its passage and the word itself, as one; empty for the first. */
  readonly glued: string;
}

/** Words of the sources, and for each a hash of its key, of its stem and of its glued form: most are looked at by these alone. */
export interface SourceWords {
  readonly words: readonly SourceWord[];
  readonly hashes: Int32Array;
  readonly stemHashes: Int32Array;
  /** `NO_HASH` for the first word of a passage. */
  readonly gluedHashes: Int32Array;
}

export const NO_HASH = -1;

/** Passages whose words are kept, some ten kilobytes each: pasted texts of one talk are from the same places. */
const MAX_KEPT = 1000;

/** Gives the words of passages, and keeps those of the last ones. */
export function passageWords(stemOf: (key: string) => string): (passage: Passage) => SourceWords {
  const kept = new Map<Passage, SourceWords>();
  return (passage) => {
    const known = kept.get(passage);
    if (known) return known;
    const words = sourceWords(wordsOf(passage.text, passage.start), stemOf);
    const [oldest] = kept.keys();
    if (oldest && kept.size >= MAX_KEPT) kept.delete(oldest);
    kept.set(passage, words);
    return words;
  };
}

export function sourceWords(words: readonly Word[], stemOf: (key: string) => string): SourceWords {
  const all = words.map((word, at) => ({
    ...word,
    stem: stemOf(word.key),
    glued: at > 0 ? (words[at - 1] as Word).key + word.key : "",
  }));
  return {
    words: all,
    hashes: Int32Array.from(all, ({ key }) => hashOf(key)),
    stemHashes: Int32Array.from(all, ({ stem }) => hashOf(stem)),
    gluedHashes: Int32Array.from(all, ({ glued }) => (glued ? hashOf(glued) : NO_HASH)),
  };
}

/** The key of a word that stands between passages which do not follow on one another: only a leap leads over it. */
export const GAP = "\u0000";

const BETWEEN: SourceWords = {
  words: [{ text: "", start: 0, end: 0, key: GAP, stem: "", glued: "" }],
  hashes: Int32Array.of(NO_HASH),
  stemHashes: Int32Array.of(NO_HASH),
  gluedHashes: Int32Array.of(NO_HASH),
};

/** The words of passages one after another, none of them standing for a gap. */
export function joined(passages: readonly (SourceWords | undefined)[]): SourceWords {
  const all = passages.map((passage) => passage ?? BETWEEN);
  const hashesOf = (of: (words: SourceWords) => Int32Array) => {
    const hashes = new Int32Array(all.reduce((sum, { words }) => sum + words.length, 0));
    let at = 0;
    for (const one of all) {
      hashes.set(of(one), at);
      at += one.words.length;
    }
    return hashes;
  };
  return {
    words: all.flatMap(({ words }) => words),
    hashes: hashesOf(({ hashes }) => hashes),
    stemHashes: hashesOf(({ stemHashes }) => stemHashes),
    gluedHashes: hashesOf(({ gluedHashes }) => gluedHashes),
  };
}
