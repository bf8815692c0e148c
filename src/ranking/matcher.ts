import type { Span } from "../model.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import type { IndexedPassage } from "../index/forward-index.ts";
import type { Understanding } from "../query/query-parser.ts";

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

/** For each unit of a question the terms that the index has, by number, with how well they meet it. */
export type UnitTerms = readonly (readonly { readonly number: number; readonly strength: number }[])[];

export function termsOf(question: Understanding, index: PassageIndex): UnitTerms {
  return question.units.map((unit) => {
    const terms: { number: number; strength: number }[] = [];
    unit.terms.forEach((strength, name) => {
      const number = index.number(name);
      if (number !== undefined && strength > 0) terms.push({ number, strength });
    });
    return terms;
  });
}

/** For a term's number, the units of the question that it meets and how well. */
export type UnitsByTerm = ReadonlyMap<
  number,
  readonly { readonly unit: number; readonly strength: number }[]
>;

export function unitsByTerm(terms: UnitTerms): UnitsByTerm {
  const lookup = new Map<number, { unit: number; strength: number }[]>();
  terms.forEach((list, unit) => {
    for (const { number, strength } of list) {
      const known = lookup.get(number);
      if (known) known.push({ unit, strength });
      else lookup.set(number, [{ unit, strength }]);
    }
  });
  return lookup;
}

const NOWHERE: readonly Place[] = [];

export function match(units: number, indexed: IndexedPassage, lookup: UnitsByTerm): Match {
  // most units of a long question are met nowhere in a passage
  const places = new Array<readonly Place[]>(units).fill(NOWHERE);
  const own = new Array<number>(units).fill(0);
  for (let i = 0; i < indexed.terms.length; i += 1) {
    const met = lookup.get(indexed.terms[i] as number);
    // nearly every word of a passage is none of the question's
    if (!met) continue;
    for (const { unit, strength } of met) {
      const place = { from: indexed.from[i] as number, to: indexed.to[i] as number, strength };
      const known = places[unit] as Place[];
      if (known === NOWHERE) places[unit] = [place];
      else known.push(place);
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
