import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import { postingsOf } from "../analysis/postings.ts";
import { FIELD_BOOST, idf, MAX_REACHED, saturation } from "./bm25.ts";
import type { Candidate } from "./candidates.ts";
import type { ForwardIndex } from "./forward-index.ts";
import type { TermKind } from "./terms.ts";

const FIELDS = ["text", "concepts"] as const;
const [TEXT, CONCEPTS] = [0, 1];
/** Words as written say nothing that their stems do not. */
const FIELD_OF: Readonly<Record<TermKind, number | undefined>> = {
  surface: undefined,
  stem: TEXT,
  number: TEXT,
  concept: CONCEPTS,
  person: CONCEPTS,
};

/** Analysis happens before MiniSearch, so that stop words do not lengthen fields; here it has terms by their numbers. */
export const ENGINE: Options = {
  fields: [...FIELDS],
  tokenize: (terms) => terms.split(" "),
  processTerm: (word) => word,
};

export type Engine = MiniSearch;

/** Digits, and so letters of MiniSearch's tree: the shorter a term, the fewer of its nodes. */
const RADIX = 16;
const digitsOf = (term: number) => term.toString(RADIX);

/** Passages by their terms. The only user of MiniSearch, which a reload loads in slices (`adapters/service/index-parts.ts`). */
export class TermSearch {
  private readonly engine: TermSums;

  /** Takes what `keep` or `indexOf` gave, or what is loaded of it already: MiniSearch's own way to do that in slices is no function. */
  constructor(index: unknown, engine: Engine | undefined) {
    const loaded = engine ?? MiniSearch.loadJS(index as AsPlainObject, ENGINE);
    this.engine = Object.assign(new TermSums(ENGINE), loaded);
  }

  /** In MiniSearch's own form. */
  keep(): unknown {
    return this.engine.toJSON();
  }

  /** BM25 over the terms with their boosts: the passages that hold any, of very many only the first MAX_REACHED. */
  find(boosts: ReadonlyMap<number, number>): Candidate[] {
    return this.engine.find(boosts);
  }
}

/**
 * MiniSearch's own `search` makes a map for each term and three objects for each posting, to say which words matched where; a question
 * asks for some twenty terms and needs the sums alone.
 */
class TermSums extends MiniSearch {
  /** By passage, all 0 between questions. */
  private sums = new Float64Array();

  find(boosts: ReadonlyMap<number, number>): Candidate[] {
    if (this.sums.length < this._documentCount) this.sums = new Float64Array(this._documentCount);
    const { sums } = this;
    const reached: number[] = [];
    for (const [term, boost] of boosts)
      for (const [field, passages] of this._index.get(digitsOf(term)) ?? []) {
        const weight = boost * FIELD_BOOST[FIELDS[field] as (typeof FIELDS)[number]];
        const rarity = idf(this._documentCount, passages.size);
        for (const [passage, times] of passages) {
          const sum = sums[passage] as number;
          if (sum === 0) {
            if (reached.length === MAX_REACHED) continue;
            reached.push(passage);
          }
          const length =
            (this._fieldLength.get(passage)?.[field] ?? 0) / (this._avgFieldLength[field] as number);
          sums[passage] = sum + weight * rarity * saturation(times, length);
        }
      }
    return reached.map((passage) => {
      const score = sums[passage] as number;
      sums[passage] = 0;
      return { passage, score };
    });
  }
}

/**
 * What MiniSearch would keep after adding all passages one by one, which takes several times as long: it looks for a term's place again
 * wherever the term stands. Of `terms` terms.
 */
export function indexOf(passages: ForwardIndex, terms: number, kindOf: (term: number) => TermKind): unknown {
  const [keys, places]: [number[], number[]] = [[], []];
  const fieldLength: number[][] = [];
  const averageFieldLength = FIELDS.map(() => 0);
  const last = new Int32Array(terms).fill(-1);
  for (let passage = 0; passage < passages.size; passage += 1) {
    const lengths = FIELDS.map(() => 0);
    for (const term of passages.termsOf(passage)) {
      const field = FIELD_OF[kindOf(term)];
      if (field === undefined) continue;
      const isFirst = last[term] !== passage;
      last[term] = passage;
      if (isFirst) lengths[field] = (lengths[field] as number) + 1;
      // A passage has a meaning once, in however many words
      if (!isFirst && field === CONCEPTS) continue;
      keys.push(term);
      places.push(passage);
    }
    fieldLength.push(lengths);
    lengths.forEach((length, field) => {
      averageFieldLength[field] = ((averageFieldLength[field] as number) * passage + length) / (passage + 1);
    });
  }
  const { firsts, values } = postingsOf(keys, places, terms);
  function* index() {
    for (let term = 0; term < terms; term += 1) {
      const [from, to] = [firsts[term] as number, firsts[term + 1] as number];
      if (from === to) continue;
      const frequencies: Record<number, number> = {};
      for (let i = from, times = 1; i < to; i += 1, times += 1)
        if (i + 1 === to || values[i] !== values[i + 1]) {
          frequencies[values[i] as number] = times;
          times = 0;
        }
      yield [digitsOf(term), { [FIELD_OF[kindOf(term)] as number]: frequencies }];
    }
  }
  return {
    documentCount: passages.size,
    nextId: passages.size,
    documentIds: fieldLength.map((_, passage) => passage),
    fieldIds: Object.fromEntries(FIELDS.map((name, field) => [name, field])),
    fieldLength,
    averageFieldLength,
    storedFields: {},
    dirtCount: 0,
    index: index(),
    serializationVersion: 2,
  };
}
