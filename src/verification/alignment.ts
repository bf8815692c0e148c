import type { Word } from "./words.ts";

/**
 * Aligns the words of a quotation with words of the sources at the least cost: what matches, what was changed, added, dropped or swapped,
 * and where the quotation leaps to another place. An edit distance (Wagner-Fischer) that may leap, as spliced alignment of genes does; a
 * diff library compares two texts and knows no leap.
 */

/** What became of words [t0, t1) of the quotation and [s0, s1) of the sources; one side may be empty. */
export interface Step {
  readonly kind: "same" | "changed" | "added" | "dropped" | "swapped";
  readonly t0: number;
  readonly t1: number;
  readonly s0: number;
  readonly s1: number;
}

/** The steps between two leaps. */
export type Fragment = readonly Step[];

export interface Source {
  /** Begins with a gap. */
  readonly words: readonly Word[];
  /** The passages among the words, in order. */
  readonly segments: readonly Segment[];
  /** Places to prefer among equals, by word. */
  readonly preferred: (word: number) => boolean;
}

/** Words [start, end) of the sources, and the words [from, to] of the quotation that may be theirs: the rest is not compared. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** The key of a word that stands between passages which do not follow on one another: only a leap leads over it. */
export const GAP = "\u0000";

/** A word put in, or put for another. */
const EDIT = 4;
/** A word left out: less, so that the last word of a quotation is what it is and not another put for the one left out before it. */
const DROPPED = 3;
/** A form of the same word put for another: the aligned pair is the likeliest one. */
const INFLECTED = 3;
/** Two words written as one, one as two. */
const GLUED = 1;
const SWAPPED = 6;
/**
 * A leap: three words that are found elsewhere are a fragment, two are words added. A word alone never is one, so that small words do
 * not carry the quotation about the corpus.
 */
const LEAP = 10;

/** How the cheapest way to a cell came to it. */
const Move = {
  Same: 0,
  Changed: 1,
  Added: 2,
  Dropped: 3,
  TwoAsOne: 4,
  OneAsTwo: 5,
  Swapped: 6,
  Leap: 7,
} as const;
type Move = (typeof Move)[keyof typeof Move];

/** Reused between calls: a quotation of thousands of letters needs megabytes. */
let kept = new Uint8Array(0);

/** The fragments of the quotation, in its order; together their steps hold every word of it. */
export function align(typed: readonly Word[], source: Source, stemOf: (key: string) => string): Fragment[] {
  const n = typed.length;
  const m = source.words.length;
  const { segments } = source;
  const { t, s, tStem, sStem, tGlued, sGlued } = numbered(typed, source.words, stemOf);
  const width = m + 1;
  if (kept.length < (n + 1) * width) kept = new Uint8Array((n + 1) * width);
  const moves = kept;
  const leapFrom = new Int32Array(n + 1);
  let [before, previous, row] = [0, 1, 2].map(() => new Int32Array(width).fill(FAR)) as [Row, Row, Row];
  previous[0] = 0;
  for (const { start, end, from } of segments) if (from <= 0) previous.fill(0, start, end + 1);
  for (let i = 1; i <= n; i += 1) {
    const at = i * width;
    const word = t[i - 1] as number;
    const stemmed = tStem[i - 1] as number;
    const glued = tGlued[i - 1] as number;
    const last = i > 1 ? (t[i - 2] as number) : NOBODY;
    // Nowhere: words that stand in no passage
    let least = (previous[0] as number) + EDIT;
    let leastAt = 0;
    row[0] = least;
    moves[at] = Move.Added;
    let reached = -1;
    for (const { start, end, from, to } of segments) {
      if (i < from || i > to) {
        // What is left of when it was compared, in each of the three rows
        if (i > to && i <= to + 3) row.fill(FAR, reached === start ? start + 1 : start, end + 1);
        continue;
      }
      if (reached !== start) {
        row[start] = (previous[start] as number) + EDIT;
        moves[at + start] = Move.Added;
      }
      for (let j = start + 1; j <= end; j += 1) {
        const other = s[j - 1] as number;
        let cost = previous[j - 1] as number;
        let move: Move = Move.Same;
        if (word !== other) {
          cost += stemmed === sStem[j - 1] ? INFLECTED : EDIT;
          move = Move.Changed;
          if (glued === other && (before[j - 1] as number) + GLUED < cost) {
            cost = (before[j - 1] as number) + GLUED;
            move = Move.TwoAsOne;
          }
          if (sGlued[j - 1] === word && (previous[j - 2] as number) + GLUED < cost) {
            cost = (previous[j - 2] as number) + GLUED;
            move = Move.OneAsTwo;
          }
          if (last === other && word === s[j - 2] && (before[j - 2] as number) + SWAPPED < cost) {
            cost = (before[j - 2] as number) + SWAPPED;
            move = Move.Swapped;
          }
        }
        const added = (previous[j] as number) + EDIT;
        if (added < cost) {
          cost = added;
          move = Move.Added;
        }
        const dropped = (row[j - 1] as number) + DROPPED;
        if (dropped < cost) {
          cost = dropped;
          move = Move.Dropped;
        }
        row[j] = cost;
        moves[at + j] = move;
        if (cost < least) {
          least = cost;
          leastAt = j;
        }
      }
      reached = end;
    }
    leapFrom[i] = leastAt;
    const leap = least + LEAP;
    const land = (j: number) => {
      if ((row[j] as number) <= leap) return;
      row[j] = leap;
      moves[at + j] = Move.Leap;
    };
    land(0);
    for (const { start, end, from, to } of segments)
      if (i >= from && i <= to) for (let j = start; j <= end; j += 1) land(j);
    [before, previous, row] = [previous, row, before];
  }
  return traced(n, bestEnd(previous, source), width, moves, leapFrom);
}

/** The cheapest end; among equals a preferred place, then the first. */
function bestEnd(costs: Int32Array, { preferred }: Source): number {
  let best = 0;
  let liked = false;
  for (let j = 0; j < costs.length; j += 1) {
    const cost = costs[j] as number;
    if (cost > (costs[best] as number)) continue;
    const like = j > 0 && preferred(j - 1);
    if (cost < (costs[best] as number) || (like && !liked)) {
      best = j;
      liked = like;
    }
  }
  return best;
}

function traced(n: number, end: number, width: number, moves: Uint8Array, leapFrom: Int32Array): Fragment[] {
  const fragments: Step[][] = [[]];
  let i = n;
  let j = end;
  const put = (kind: Step["kind"], ts: number, ss: number) => {
    (fragments[0] as Step[]).unshift({ kind, t0: i - ts, t1: i, s0: j - ss, s1: j });
    i -= ts;
    j -= ss;
  };
  while (i > 0) {
    const move = moves[i * width + j] as Move;
    if (move === Move.Leap) {
      j = leapFrom[i] as number;
      fragments.unshift([]);
    } else if (move === Move.Same) put("same", 1, 1);
    else if (move === Move.Changed) put("changed", 1, 1);
    else if (move === Move.Added) put("added", 1, 0);
    else if (move === Move.Dropped) put("dropped", 0, 1);
    else if (move === Move.TwoAsOne) put("same", 2, 1);
    else if (move === Move.OneAsTwo) put("same", 1, 2);
    else put("swapped", 2, 2);
  }
  return fragments.filter((steps) => steps.length > 0);
}

type Row = Int32Array<ArrayBuffer>;
/** More than any path costs, and still safe to add to. */
const FAR = 1 << 29;

/** Numbers of no word: of a source word that the quotation lacks, of a gap, of a pair that makes no word. */
const NONE = -1;
const NOBODY = -2;
const OVER = -3;

/** Words as numbers: equal for equal keys, none for a word of the sources that the quotation lacks. */
function numbered(typed: readonly Word[], source: readonly Word[], stemOf: (key: string) => string) {
  const keys = new Map<string, number>();
  const stems = new Map<string, number>();
  const number = (map: Map<string, number>, key: string) => {
    let known = map.get(key);
    if (known === undefined) {
      known = map.size;
      map.set(key, known);
    }
    return known;
  };
  const t = Int32Array.from(typed, ({ key }) => number(keys, key));
  const tStem = Int32Array.from(typed, ({ key }) => number(stems, stemOf(key)));
  const joined = new Map<string, number>();
  typed.forEach(({ key }, at) => {
    if (at > 0) number(joined, (typed[at - 1] as Word).key + key);
  });
  const s = Int32Array.from(source, ({ key }) => (key === GAP ? OVER : (keys.get(key) ?? NONE)));
  const sStem = Int32Array.from(source, ({ key }, at) =>
    s[at] === NONE ? (stems.get(stemOf(key)) ?? NONE) : NONE,
  );
  // A glued pair has the number of the word that it makes
  const whole = new Map<string, number>();
  source.forEach(({ key }, at) => {
    const pair = joined.get(key);
    if (pair === undefined) return;
    const own = s[at] as number;
    if (own === NONE) s[at] = number(keys, key);
    whole.set(key, s[at] as number);
  });
  const tGlued = Int32Array.from(typed, ({ key }, at) =>
    at > 0 ? (whole.get((typed[at - 1] as Word).key + key) ?? NOBODY) : NOBODY,
  );
  const sGlued = Int32Array.from(source, ({ key }, at) =>
    at > 0 ? (keys.get((source[at - 1] as Word).key + key) ?? NOBODY) : NOBODY,
  );
  return { t, s, tStem, sStem, tGlued, sGlued };
}
