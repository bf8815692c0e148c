import type { Span } from "../model.ts";
import type { PassageIndex } from "./passage-index.ts";
import type { IndexedPassage } from "./passage-terms.ts";
import type { Understanding } from "./understand.ts";

/** Where, and how well, a unit of the question is met in a passage; places are token numbers, half-open. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly strength: number;
}

/** A passage against a question: for each unit its places, and the best of them. */
export interface Match {
  readonly places: readonly (readonly Place[])[];
  readonly own: readonly number[];
}

/** For a term's number, the units of the question that it meets and how well. */
export type UnitsByTerm = ReadonlyMap<number, readonly (readonly [unit: number, strength: number])[]>;

export function unitsByTerm(question: Understanding, index: PassageIndex): UnitsByTerm {
  const lookup = new Map<number, [number, number][]>();
  question.units.forEach((unit, at) => {
    for (const [name, strength] of unit.terms) {
      const number = index.number(name);
      if (number === undefined || strength === 0) continue;
      const list = lookup.get(number);
      if (list) list.push([at, strength]);
      else lookup.set(number, [[at, strength]]);
    }
  });
  return lookup;
}

export function match(units: number, indexed: IndexedPassage, lookup: UnitsByTerm): Match {
  const places: Place[][] = Array.from({ length: units }, () => []);
  const own = new Array<number>(units).fill(0);
  for (let i = 0; i < indexed.terms.length; i += 1) {
    const met = lookup.get(indexed.terms[i] as number);
    // nearly every word of a passage is none of the question's
    if (!met) continue;
    for (const [unit, strength] of met) {
      (places[unit] as Place[]).push({
        from: indexed.from[i] as number,
        to: indexed.to[i] as number,
        strength,
      });
      if (strength > (own[unit] as number)) own[unit] = strength;
    }
  }
  return { places, own };
}

/** A word met less than this is met by a neighbouring meaning, which is no reason to emphasise it. */
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
