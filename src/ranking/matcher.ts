import type { IndexedPassage } from "../index/forward-index.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import type { Span } from "../model/corpus.ts";
import type { IndexedTerm } from "../query/clause.ts";

/** Where, and how well, a clause of the question is met in a passage; places are token numbers, half-open. */
export interface MatchPosition {
  readonly from: number;
  readonly to: number;
  readonly strength: number;
}

/** A passage against a question: for each clause its places, and the best of them. */
export interface Match {
  readonly places: readonly (readonly MatchPosition[])[];
  readonly own: readonly number[];
}

/** For each clause of a question the terms that the index has. */
export type ClauseTerms = readonly (readonly IndexedTerm[])[];

interface ClauseStrength {
  readonly clause: number;
  readonly strength: number;
}

/**
 * Which of a question's terms each term of an index is, by number: one more than its place in the question, 0 if none. Nearly every word of
 * a passage is none, and thousands are looked at, so this is an array that the next question over the same index clears and uses again.
 */
const SLOTS = new WeakMap<PassageIndex, { readonly slots: Int32Array; readonly used: number[] }>();

function slotsOf(index: PassageIndex) {
  let own = SLOTS.get(index);
  if (!own) {
    own = { slots: new Int32Array(index.terms), used: [] };
    SLOTS.set(index, own);
  }
  for (const number of own.used) own.slots[number] = 0;
  own.used.length = 0;
  return own;
}

const NOWHERE: readonly MatchPosition[] = [];

/** Compares passages with a question, until the next one over the same index is begun. */
export class Matcher {
  private readonly slots: Int32Array;
  private readonly clausesOf: ClauseStrength[][] = [];
  private readonly clauses: number;

  constructor(terms: ClauseTerms, index: PassageIndex) {
    const { slots, used } = slotsOf(index);
    this.slots = slots;
    this.clauses = terms.length;
    terms.forEach((list, clause) => {
      for (const { number, strength } of list) {
        if (slots[number] === 0) {
          slots[number] = this.clausesOf.push([]);
          used.push(number);
        }
        this.clausesOf[(slots[number] as number) - 1]?.push({ clause, strength });
      }
    });
  }

  match({ terms, from, to }: IndexedPassage): Match {
    const { slots, clausesOf } = this;
    // Most clauses of a long question are met nowhere in a passage
    const places = new Array<readonly MatchPosition[]>(this.clauses).fill(NOWHERE);
    const own = new Array<number>(this.clauses).fill(0);
    for (let i = 0; i < terms.length; i += 1) {
      const slot = slots[terms[i] as number] as number;
      if (slot === 0) continue;
      for (const { clause, strength } of clausesOf[slot - 1] as ClauseStrength[]) {
        const place = { from: from[i] as number, to: to[i] as number, strength };
        const known = places[clause] as MatchPosition[];
        if (known === NOWHERE) places[clause] = [place];
        else known.push(place);
        if (strength > (own[clause] as number)) own[clause] = strength;
      }
    }
    return { places, own };
  }

  /** How well terms that stand in no order meet each clause. */
  strengths(terms: Int32Array): number[] {
    const { slots, clausesOf } = this;
    const most = new Array<number>(this.clauses).fill(0);
    for (let i = 0; i < terms.length; i += 1) {
      const slot = slots[terms[i] as number] as number;
      if (slot === 0) continue;
      for (const { clause, strength } of clausesOf[slot - 1] as ClauseStrength[])
        if (strength > (most[clause] as number)) most[clause] = strength;
    }
    return most;
  }
}

/** Below this a word is met only by a related concept, which is no reason to highlight it. */
const EMPHASISED = 0.5;

/** The words that met the question, merged where they touch, in the document's offsets. */
export function highlights({ places }: Match, indexed: IndexedPassage): Span[] {
  const spans = places
    .flat()
    .filter((place) => place.strength >= EMPHASISED)
    .map((place): [number, number] => [
      indexed.starts[place.from] as number,
      indexed.ends[place.to - 1] as number,
    ])
    .toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  const merged: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
