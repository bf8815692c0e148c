import { tokenize } from "../analysis/tokenizer.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import { UNMET } from "../ranking/features.ts";
import type { Ranked } from "../ranking/reranker.ts";

/** Words of a question, as typed. */
export interface Unmatched {
  /** They stand nowhere in the sources, in any form or language. */
  readonly missing: readonly string[];
  /** In the sources, but not in the best passage. */
  readonly unmet: readonly string[];
}

/** The words that the sources lack, and those that the best passage lacks; low-content words and verbs of saying are ignored. */
export function unmatched({ clauses }: ParsedQuery, best: Ranked | undefined): Unmatched {
  const missing: string[] = [];
  const unmet: string[] = [];
  const expansion = best?.expansion;
  clauses.forEach(({ kind, known, surface }, at) => {
    if (kind === "light" || kind === "say") return;
    if (!known && !expansion?.inSources(tokenize(surface))) missing.push(surface);
    else if (
      best !== undefined &&
      (best.met[at] as number) < UNMET &&
      !expansion?.inPassage(tokenize(surface), best.passage.index)
    )
      unmet.push(surface);
  });
  return { missing, unmet };
}
