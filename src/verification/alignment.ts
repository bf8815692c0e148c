import { CostTable } from "./cost-table.ts";
import { Move } from "./edit-costs.ts";
import type { SourceWords } from "./passage-words.ts";
import { type Segment, sharedWords } from "./segments.ts";
import { numbered } from "./word-numbers.ts";
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
  /** Begin with a gap. */
  readonly words: SourceWords;
  /** The passages among the words, in order. */
  readonly segments: readonly Segment[];
  /** Places to prefer among equals, by word. */
  readonly preferred: (word: number) => boolean;
}

/**
 * The fragments of the quotation, in its order; together their steps hold every word of it. None where no more than `few` of its words
 * stand in what they are compared with at all.
 */
export function align(
  typed: readonly Word[],
  source: Source,
  stemOf: (key: string) => string,
  few: number,
): Fragment[] {
  const numbers = numbered(typed, source.words, stemOf);
  if (sharedWords(numbers, source.segments) <= few) return [];
  const costs = new CostTable(numbers, source.segments);
  const fragments: Step[][] = [[]];
  let i = typed.length;
  let j = bestEnd(costs.ends(), source);
  const put = (kind: Step["kind"], ts: number, ss: number) => {
    (fragments[0] as Step[]).unshift({ kind, t0: i - ts, t1: i, s0: j - ss, s1: j });
    i -= ts;
    j -= ss;
  };
  while (i > 0) {
    const move = costs.move(i, j);
    if (move === Move.Leap) {
      j = costs.origin(i);
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

/** The cheapest end; among equals a preferred place, then the first. */
function bestEnd(costs: Int16Array, { preferred }: Source): number {
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
