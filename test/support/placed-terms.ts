import { type PlacedTerm, PlacedTerms } from "../../src/index/placed-terms.ts";

export function placedTerms(list: readonly PlacedTerm[]): PlacedTerms {
  const terms = new PlacedTerms();
  for (const { number, from, to } of list) terms.add(number, from, to);
  return terms;
}
