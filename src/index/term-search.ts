import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import { BM25, FIELD_BOOST, MAX_REACHED } from "./bm25.ts";

/** A passage as MiniSearch takes it: each field a line of terms, divided by spaces. */
export interface IndexedFields {
  readonly id: number;
  readonly text: string;
  readonly concepts: string;
  readonly context: string;
}

/** Analysis happens before MiniSearch, so that stop words do not lengthen fields and no callback can throw half-way through a document. */
export const ENGINE: Options<IndexedFields> = {
  fields: ["text", "concepts", "context"],
  tokenize: (text) => (text ? text.split(" ") : []),
  processTerm: (word) => word,
};

export type Engine = MiniSearch<IndexedFields>;

/** What to look for: terms by the fields that are looked through, rarest first, and the boost of each. */
export interface TermQuery {
  readonly everywhere: readonly string[];
  /** Not in what stands around a passage. */
  readonly inText: readonly string[];
  readonly boosts: ReadonlyMap<string, number>;
}

export interface Candidate {
  readonly passage: number;
  readonly score: number;
}

/** Passages by their terms. The only user of MiniSearch, which a reload loads in slices (`adapters/service/index-parts.ts`). */
export class TermSearch {
  private readonly engine: Engine;
  /** For each passage the last question that reached it, so that a question starts without clearing anything. */
  private reachedBy = new Uint32Array(0);
  private questions = 0;

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
   * BM25 over the terms with their boosts: passage numbers and scores, the factor "matched terms" divided out. Terms are met in the order
   * given; once MAX_REACHED passages hold one of them, the later ones only add to those.
   */
  best({ everywhere, inText, boosts }: TermQuery, limit: number): Candidate[] {
    const found = this.engine.search(
      {
        queries: [
          everywhere.join(" "),
          ...(inText.length > 0 ? [{ queries: [inText.join(" ")], fields: ["text", "concepts"] }] : []),
        ],
      },
      {
        bm25: BM25,
        boost: FIELD_BOOST,
        boostTerm: (word) => boosts.get(word) ?? 1,
        boostDocument: this.reach(),
        prefix: false,
        fuzzy: false,
      },
    );
    return found
      .map((hit) => ({ passage: hit.id as number, score: hit.score / Math.max(1, hit.queryTerms.length) }))
      .toSorted((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, limit);
  }

  /** For one question: 1 for each of the first MAX_REACHED passages, 0 for all others. */
  private reach(): (passage: number) => number {
    if (this.reachedBy.length < this.engine.documentCount)
      this.reachedBy = new Uint32Array(this.engine.documentCount);
    if (this.questions === 0xffffffff) {
      this.reachedBy.fill(0);
      this.questions = 0;
    }
    this.questions += 1;
    const { reachedBy, questions } = this;
    let left = MAX_REACHED;
    return (passage) => {
      if (reachedBy[passage] === questions) return 1;
      if (left === 0) return 0;
      left -= 1;
      reachedBy[passage] = questions;
      return 1;
    };
  }
}
