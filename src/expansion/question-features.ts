import { gramsOf } from "../analysis/grams.ts";
import { fnv1a } from "../analysis/hash.ts";

/** Letters of the pieces by which words of one root, and slips of the finger, are alike. */
const GRAM = 4;
/** Features that there are: those that share a hash are one. */
export const FEATURES = 1 << 16;

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

export function hashedWord({ letters, spelling }: SpelledWord): HashedWord {
  return {
    spelling,
    asWord: bucketOf(fnv1a(spelling)),
    pieces: gramsOf(letters, GRAM).map((gram) => bucketOf(fnv1a(`#${gram}`))),
    before: fnv1a(`${spelling} `),
  };
}

const bucketOf = (value: number) => (value ^ (value >>> 16)) & (FEATURES - 1);

/** The first word's pair is with nothing. */
const NOTHING_BEFORE = fnv1a(" ");

/**
 * What classifiers read of a question, one feature after another, some twice: its words, neighbouring pairs and pieces of words, those of
 * little content too. They are hashed (Weinberger et al. 2009, arXiv:0902.2206).
 */
export function eachFeature(words: readonly HashedWord[], take: (feature: number) => void): void {
  let before = NOTHING_BEFORE;
  for (const word of words) {
    take(word.asWord);
    take(bucketOf(fnv1a(word.spelling, before)));
    for (const piece of word.pieces) take(piece);
    before = word.before;
  }
}
