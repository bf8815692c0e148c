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

/** The terms to choose candidates by, by number with their boosts: the rarest first, until they have as many postings between them as may be walked. */
export function candidateQuery(question: ParsedQuery, index: PassageIndex): Map<number, number> {
  const all = new Map<number, { readonly number: number; boost: number; readonly frequency: number }>();
  for (const { kind, indexed } of question.clauses) {
    const light = kind === "light" || kind === "say" ? 0.3 : 1;
    for (const { number, strength } of indexed) {
      const known = all.get(number);
      if (known) {
        known.boost = Math.max(known.boost, strength * light);
        continue;
      }
      // The fields hold stems, concepts, people and numbers; surface forms count in the second stage
      if (kindOfTerm(index.nameOf(number)) === "surface" || !index.isHeld(number)) continue;
      all.set(number, { number, boost: strength * light, frequency: index.frequencyOf(number) });
    }
  }
  const least = MIN_IDF_SHARE * index.idf(1);
  const found = [...all.values()];
  const telling = found.filter(
    ({ boost, frequency }) => boost >= MIN_BOOST && boost * index.idf(frequency) >= least,
  );
  const sorted = (telling.length > 0 ? telling : found).toSorted((a, b) => a.frequency - b.frequency);
  const chosen = new Map<number, number>();
  const most = Math.min(MAX_POSTINGS, Math.max(MIN_POSTINGS, POSTINGS_SHARE * index.size));
  let postings = 0;
  for (const { number, boost, frequency } of sorted) {
    if (chosen.size > 0 && (postings + frequency > most || chosen.size >= MAX_TERMS)) break;
    postings += frequency;
    chosen.set(number, boost);
  }
  return chosen;
}
