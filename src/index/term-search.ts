import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import { BM25, FIELD_BOOST, MAX_REACHED } from "./bm25.ts";
import type { Candidate } from "./candidates.ts";

/** A passage as MiniSearch takes it: each field its terms, in order. */
export interface IndexedFields {
  readonly id: number;
  readonly text: readonly string[];
  readonly concepts: readonly string[];
}

/** Analysis happens before MiniSearch, so that stop words do not lengthen fields and no callback can throw half-way through a document. */
export const ENGINE: Options<IndexedFields> = {
  fields: ["text", "concepts"],
  // MiniSearch would have a line to take apart; a question is one
  stringifyField: (terms) => terms as string,
  tokenize: (terms) => (typeof terms === "string" ? terms.split(" ") : terms),
  processTerm: (word) => word,
};

export type Engine = MiniSearch<IndexedFields>;

/** Passages by their terms. The only user of MiniSearch, which a reload loads in slices (`adapters/service/index-parts.ts`). */
export class TermSearch {
  private readonly engine: Engine;

  /** Takes what `keep` gave, or what is loaded of it already: MiniSearch's own way to do that in slices is no function. */
  constructor(kept: unknown, engine: Engine | undefined) {
    this.engine =
      engine ?? (kept ? MiniSearch.loadJS(kept as AsPlainObject, ENGINE) : new MiniSearch(ENGINE));
  }

  /** In MiniSearch's own form. */
  keep(): unknown {
    return this.engine.toJSON();
  }

  add(passage: IndexedFields): void {
    this.engine.add(passage);
  }

  /**
   * BM25 over the terms with their boosts: the passages that hold any, the factor "matched terms" divided out. `isWide`: there may be
   * so many that only the first MAX_REACHED count.
   */
  find(boosts: ReadonlyMap<string, number>, isWide: boolean): Candidate[] {
    const found = this.engine.search([...boosts.keys()].join(" "), {
      bm25: BM25,
      boost: FIELD_BOOST,
      boostTerm: (word) => boosts.get(word) ?? 1,
      ...(isWide ? { boostDocument: firstReached() } : {}),
      prefix: false,
      fuzzy: false,
    });
    return found.map(({ id, score, queryTerms }) => ({
      passage: id as number,
      score: score / Math.max(1, queryTerms.length),
    }));
  }
}

/** 1 for each of the first MAX_REACHED passages that are met, 0 for all others. */
function firstReached(): (passage: number) => number {
  const reached = new Set<number>();
  return (passage) => {
    if (reached.has(passage)) return 1;
    if (reached.size === MAX_REACHED) return 0;
    reached.add(passage);
    return 1;
  };
}
