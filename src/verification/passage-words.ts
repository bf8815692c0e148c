import { EMPTY_HASH, fnv1a } from "../analysis/hash.ts";
import type { Passage } from "../model/corpus.ts";
import { finished, hashOf } from "./word-filter.ts";
import { type Word, wordsOf } from "./words.ts";

/** Words of the sources, and for each a hash of its key and of its glued form: most are looked at by these alone. */
export interface SourceWords {
  readonly words: readonly Word[];
  readonly hashes: Int32Array;
  /** Of the word before it in its passage and the word itself, as one; `NO_HASH` for the first word of a passage. */
  readonly gluedHashes: Int32Array;
  /** Made when first asked for, since most passages are told from a quotation without. */
  readonly stems: () => Stems;
}

/** The stem of each word, and its hash. */
interface Stems {
  readonly stems: readonly string[];
  readonly hashes: Int32Array;
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
  const hashes = new Int32Array(words.length);
  const gluedHashes = new Int32Array(words.length).fill(NO_HASH);
  let before = EMPTY_HASH;
  for (let at = 0; at < words.length; at += 1) {
    const { key } = words[at] as Word;
    if (at > 0) gluedHashes[at] = finished(fnv1a(key, before));
    before = fnv1a(key);
    hashes[at] = finished(before);
  }
  return { words, hashes, gluedHashes, stems: once(() => stemsOf(words, stemOf)) };
}

function stemsOf(words: readonly Word[], stemOf: (key: string) => string): Stems {
  const stems = words.map(({ key }) => stemOf(key));
  return { stems, hashes: Int32Array.from(stems, hashOf) };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The key of a word that stands between passages which do not follow on one another: only a leap leads over it. */
export const GAP = "\u0000";

const NOTHING = Int32Array.of(NO_HASH);
const BETWEEN: SourceWords = {
  words: [{ text: "", start: 0, end: 0, key: GAP }],
  hashes: NOTHING,
  gluedHashes: NOTHING,
  stems: () => ({ stems: [""], hashes: NOTHING }),
};

/** The words of passages one after another, none of them standing for a gap. */
export function joined(passages: readonly (SourceWords | undefined)[]): SourceWords {
  const all = passages.map((passage) => passage ?? BETWEEN);
  return {
    words: all.flatMap(({ words }) => words),
    hashes: concatenated(all.map(({ hashes }) => hashes)),
    gluedHashes: concatenated(all.map(({ gluedHashes }) => gluedHashes)),
    stems: once(() => {
      const stemmed = all.map(({ stems }) => stems());
      return {
        stems: stemmed.flatMap(({ stems }) => stems),
        hashes: concatenated(stemmed.map(({ hashes }) => hashes)),
      };
    }),
  };
}

function concatenated(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
