import { stem } from "../analysis/stemmer.ts";
import { isStopword } from "../analysis/stopwords.ts";
import { isNumber } from "../analysis/tokenizer.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { term } from "../index/terms.ts";
import type { Corpus, Passage } from "../model/corpus.ts";
import type { Word } from "./words.ts";

/**
 * A quotation is looked for piece by piece, since each of its fragments may come from elsewhere. Words: long enough to hold something
 * rare, short enough that few fragments meet in one. Some words more on both sides, so that what straddles two pieces is found by
 * either; their pairs are the bits of a number.
 */
const PIECE = 14;
const AROUND = 5;
/** Passages kept for each piece: each has pairs that those before it lack. */
const KEPT = 3;
/** Of a quotation of one or two pieces, passages that share as much as the best are kept too: the same words may stand in many. */
const KEPT_OF_FEW = 12;
const MIN_SHARED = 0.5;
/** Passages looked at for the pairs of a whole quotation: each costs some ten nanoseconds. */
const MAX_LOOKS = 100_000;
/** Words of the sources that a quotation is laid beside. */
const MAX_WORDS = 6_000;
/** Terms of a piece that are searched for where no two of its words stand side by side anywhere, the rarest. */
const TERMS = 4;
/** Pieces of one quotation that are searched for so: more of them without a pair are no quotation of anything. */
const MAX_SEARCHES = 4;
/** Words on both sides of a piece that may belong to a passage that was found for it. */
const REACH = 24;
/** The same in a quotation of many pieces where it shares fewer pairs: they may be met by chance, and other pieces tell as well. */
const REACH_OF_CHANCE = 8;
const MANY = 20;
const MIN_SURE = 3;

/** Pairs of a piece that a passage must have to be its place beside another that was found. */
const MIN_BESIDE = 2;

/** A passage, and the words of the quotation that may be from it. */
export interface Candidate {
  readonly passage: Passage;
  /** Both ends included; ascending and apart. */
  readonly windows: readonly Window[];
}

type Window = readonly [from: number, to: number];

/** The passages that words of the quotation may be from, in the order of the corpus. */
export function candidatesFor(
  words: readonly Word[],
  claimed: readonly string[],
  index: PassageIndex,
  corpus: Corpus,
): Candidate[] {
  const pieces = Math.ceil(words.length / PIECE);
  const isClaimed = (passage: number) =>
    claimed.some((id) => corpus.passages[passage]?.speakers.includes(id));
  const found = new Map<number, Found>();
  const put = (passage: number, share: number, piece: number) => {
    const known = found.get(passage);
    const window = windowOf(piece, pieces <= MANY || share >= MIN_SURE ? REACH : REACH_OF_CHANCE);
    if (!known) found.set(passage, { share, windows: [window] });
    else {
      known.share = Math.max(known.share, share);
      known.windows.push(window);
    }
  };
  let searches = 0;
  const all = Array.from({ length: pieces }, (_, piece) => {
    const part = words.slice(Math.max(0, piece * PIECE - AROUND), (piece + 1) * PIECE + AROUND);
    const shared = sharedPairs(part, MAX_LOOKS / pieces, index);
    let best: readonly (readonly [number, number])[] = [];
    if (shared.length > 0) best = covering(shared, pieces <= 2, isClaimed);
    else if (searches < MAX_SEARCHES) {
      searches += 1;
      best = sharedTerms(part, index);
    }
    for (const [passage, share] of best) put(passage, share, piece);
    return shared;
  });
  // A sentence may stand in many passages: the one that was found for what is beside it, or follows on that, is its place too
  const beside = new Set([...found.keys()].flatMap((passage) => [passage - 1, passage, passage + 1]));
  all.forEach((shared, piece) => {
    for (const { passage, share } of shared)
      if (share >= MIN_BESIDE && beside.has(passage)) put(passage, share, piece);
  });
  return bridged(withinLimit(found, corpus), corpus);
}

interface Found {
  share: number;
  readonly windows: Window[];
}

/** Pairs of neighbouring words that a passage has: bits, and how many, the rarer ones a little more. */
interface Shared {
  readonly passage: number;
  pairs: number;
  share: number;
}

/** For each passage of an index its place among those that share a pair, from 1 on: all 0 again when a piece is done with. */
const PLACES = new WeakMap<PassageIndex, Uint32Array>();

function sharedPairs(words: readonly Word[], looks: number, index: PassageIndex): Shared[] {
  const places = PLACES.get(index) ?? new Uint32Array(index.size);
  PLACES.set(index, places);
  const pairs = words.slice(1).map(({ key }, at) => ({
    bit: 1 << at,
    passages: index.pairs.holding((words[at] as Word).key, key),
  }));
  const shared: Shared[] = [];
  let left = looks;
  for (const { bit, passages } of pairs.sort((a, b) => a.passages.length - b.passages.length)) {
    if (passages.length > left) break;
    left -= passages.length;
    const weight = 1 + 1 / (1 + passages.length);
    for (let at = 0; at < passages.length; at += 1) {
      const passage = passages[at] as number;
      const known = shared[(places[passage] as number) - 1];
      if (!known) places[passage] = shared.push({ passage, pairs: bit, share: weight });
      else if ((known.pairs & bit) === 0) {
        known.pairs |= bit;
        known.share += weight;
      }
    }
  }
  for (const { passage } of shared) places[passage] = 0;
  return shared;
}

/** Half a pair is added for a passage in which a claimed speaker speaks. */
const CLAIMED = 0.5;

/** The passages that have most pairs, then those that have most of what is left, and perhaps their equals. */
function covering(
  shared: readonly Shared[],
  equals: boolean,
  isClaimed: (passage: number) => boolean,
): (readonly [passage: number, share: number])[] {
  const chosen = new Map<number, number>();
  let left = -1;
  for (let round = 0; round < KEPT && left !== 0; round += 1) {
    let best: Shared | undefined;
    let most = 0;
    for (const one of shared) {
      const pairs = bitCount(one.pairs & left);
      if (pairs === 0 || pairs + 2 <= most) continue;
      const weight = pairs + one.share / 100 + (isClaimed(one.passage) ? CLAIMED : 0);
      if (weight > most) [best, most] = [one, weight];
    }
    if (!best) break;
    chosen.set(best.passage, best.share);
    left &= ~best.pairs;
  }
  if (equals) {
    const least = Math.max(...chosen.values()) * MIN_SHARED;
    const others = shared.filter(({ share, passage }) => share >= least && !chosen.has(passage));
    const weight = ({ share, passage }: Shared) => share + (isClaimed(passage) ? CLAIMED : 0);
    if (others.length > KEPT_OF_FEW * 4) others.length = KEPT_OF_FEW * 4;
    for (const one of others.sort((a, b) => weight(b) - weight(a)).slice(0, KEPT_OF_FEW))
      chosen.set(one.passage, one.share);
  }
  return [...chosen];
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Where every other word was changed no pair is left: then by the words themselves. */
function sharedTerms(
  words: readonly Word[],
  index: PassageIndex,
): (readonly [passage: number, share: number])[] {
  const language = index.languages.main;
  const terms = new Map<number, number>();
  for (const { key } of words) {
    if (isStopword(key, language)) continue;
    const number = index.number(isNumber(key) ? term.number(key) : term.stem(stem(key, language)));
    const frequency = number === undefined ? 0 : index.frequencyOf(number);
    if (number !== undefined && frequency > 0) terms.set(number, frequency);
  }
  if (terms.size === 0) return [];
  const rarest = [...terms].sort((a, b) => a[1] - b[1]).slice(0, TERMS);
  const found = index.candidates(new Map(rarest.map(([number]) => [number, 1])), KEPT_OF_FEW);
  return found.map(({ passage, score }) => [passage, score / TERMS]);
}

/** As many of the passages as can be compared, those that share most first. */
function withinLimit(found: ReadonlyMap<number, Found>, corpus: Corpus): Candidate[] {
  let left = MAX_WORDS;
  const taken: Candidate[] = [];
  for (const [number, { windows }] of [...found].sort((a, b) => b[1].share - a[1].share || a[0] - b[0])) {
    const passage = corpus.passages[number] as Passage;
    // About six letters a word
    const words = passage.text.length / 6;
    if (taken.length > 0 && words > left) continue;
    left -= words;
    taken.push({ passage, windows: united(windows) });
  }
  return taken.sort((a, b) => a.passage.index - b.passage.index);
}

/** With a passage between two that are found: a quotation runs on over a short line. */
function bridged(found: readonly Candidate[], corpus: Corpus): Candidate[] {
  const all: Candidate[] = [];
  for (const one of found) {
    const last = all.at(-1);
    const between = corpus.passages[one.passage.index - 1];
    if (last && between && last.passage.doc === one.passage.doc && last.passage.index === between.index - 1)
      all.push({
        passage: between,
        windows: united([...last.windows, ...one.windows]),
      });
    all.push(one);
  }
  return all;
}

const windowOf = (piece: number, reach: number): Window => [
  piece * PIECE - reach,
  (piece + 1) * PIECE + reach,
];

/** The same with those as one that meet. */
function united(windows: readonly Window[]): Window[] {
  const apart: Window[] = [];
  for (const [from, to] of windows.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && from <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], to)];
    else apart.push([from, to]);
  }
  return apart;
}
