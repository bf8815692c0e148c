import type { IndexedPassage } from "../index/forward-index.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import type { Span } from "../model/corpus.ts";
import type { ParsedQuery } from "../query/query-parser.ts";

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

/** For each clause of a question the terms that the index has, by number, with how well they meet it. */
export type ClauseTerms = readonly (readonly { readonly number: number; readonly strength: number }[])[];

export function termsOf(question: ParsedQuery, index: PassageIndex): ClauseTerms {
  return question.clauses.map((clause) => {
    const terms: { number: number; strength: number }[] = [];
    clause.terms.forEach((strength, name) => {
      const number = index.number(name);
      if (number !== undefined && strength > 0) terms.push({ number, strength });
    });
    return terms;
  });
}

/** For a term's number, the clauses of the question that it meets and how well. */
export type ClausesByTerm = ReadonlyMap<
  number,
  readonly { readonly clause: number; readonly strength: number }[]
>;

export function clausesByTerm(terms: ClauseTerms): ClausesByTerm {
  const lookup = new Map<number, { clause: number; strength: number }[]>();
  terms.forEach((list, clause) => {
    for (const { number, strength } of list) {
      const known = lookup.get(number);
      if (known) known.push({ clause, strength });
      else lookup.set(number, [{ clause, strength }]);
    }
  });
  return lookup;
}

const NOWHERE: readonly MatchPosition[] = [];

export function match(clauses: number, indexed: IndexedPassage, lookup: ClausesByTerm): Match {
  // Most clauses of a long question are met nowhere in a passage
  const places = new Array<readonly MatchPosition[]>(clauses).fill(NOWHERE);
  const own = new Array<number>(clauses).fill(0);
  for (let i = 0; i < indexed.terms.length; i += 1) {
    const met = lookup.get(indexed.terms[i] as number);
    // Nearly every word of a passage is not in the question
    if (!met) continue;
    for (const { clause, strength } of met) {
      const place = { from: indexed.from[i] as number, to: indexed.to[i] as number, strength };
      const known = places[clause] as MatchPosition[];
      if (known === NOWHERE) places[clause] = [place];
      else known.push(place);
      if (strength > (own[clause] as number)) own[clause] = strength;
    }
  }
  return { places, own };
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
