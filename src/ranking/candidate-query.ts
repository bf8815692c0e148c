import type { PassageIndex } from "../index/passage-index.ts";
import type { Understanding } from "../query/query-parser.ts";
import { MOST_TERMS, POSTINGS, TELLING } from "./weights.ts";

/** The terms to choose candidates by: the rarest first, until they have POSTINGS between them. */
export function queryTerms(question: Understanding, index: PassageIndex): Map<string, number> {
  const all = new Map<string, number>();
  for (const unit of question.units)
    for (const [name, strength] of unit.terms) {
      // fields hold stems, concepts, people and numbers; surface forms speak in the second stage
      if (name.startsWith("w:") || strength === 0 || !index.knows(name)) continue;
      const light = unit.kind === "light" || unit.kind === "say" ? 0.3 : 1;
      all.set(name, Math.max(all.get(name) ?? 0, strength * light));
    }
  const least = TELLING * index.telling(1);
  const telling = [...all].filter(
    ([name, boost]) => boost * index.telling(index.documentFrequency(name)) >= least,
  );
  const sorted = (telling.length > 0 ? telling : [...all]).toSorted(
    ([a], [b]) => index.documentFrequency(a) - index.documentFrequency(b),
  );
  const chosen = new Map<string, number>();
  let postings = 0;
  for (const [name, boost] of sorted) {
    const frequency = index.documentFrequency(name);
    if (chosen.size > 0 && (postings + frequency > POSTINGS || chosen.size >= MOST_TERMS)) break;
    postings += frequency;
    chosen.set(name, boost);
  }
  return chosen;
}
