import type { PassageIndex } from "../index/passage-index.ts";
import { kindOfTerm } from "../index/terms.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import {
  MAX_POSTINGS,
  MAX_TERMS,
  MIN_BOOST,
  MIN_IDF_SHARE,
  MIN_POSTINGS,
  POSTINGS_SHARE,
} from "./weights.ts";

/** The terms to choose candidates by: the rarest first, until they have as many postings between them as may be walked. */
export function candidateQuery(question: ParsedQuery, index: PassageIndex): Map<string, number> {
  const all = new Map<string, number>();
  for (const clause of question.clauses)
    for (const [name, strength] of clause.terms) {
      // The fields hold stems, concepts, people and numbers; surface forms count in the second stage
      if (kindOfTerm(name) === "surface" || strength === 0 || !index.knows(name)) continue;
      const light = clause.kind === "light" || clause.kind === "say" ? 0.3 : 1;
      all.set(name, Math.max(all.get(name) ?? 0, strength * light));
    }
  const least = MIN_IDF_SHARE * index.idf(1);
  const found = Array.from(all, ([name, boost]) => ({
    name,
    boost,
    frequency: index.documentFrequency(name),
  }));
  const telling = found.filter(
    ({ boost, frequency }) => boost >= MIN_BOOST && boost * index.idf(frequency) >= least,
  );
  const sorted = (telling.length > 0 ? telling : found).toSorted((a, b) => a.frequency - b.frequency);
  const chosen = new Map<string, number>();
  const most = Math.min(MAX_POSTINGS, Math.max(MIN_POSTINGS, POSTINGS_SHARE * index.size));
  let postings = 0;
  for (const { name, boost, frequency } of sorted) {
    if (chosen.size > 0 && (postings + frequency > most || chosen.size >= MAX_TERMS)) break;
    postings += frequency;
    chosen.set(name, boost);
  }
  return chosen;
}
