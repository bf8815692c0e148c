import MiniSearch, { type Options } from "minisearch";
import { postingsOf, valuesOf } from "../analysis/postings.ts";
import { FIELD_BOOST, idf, MAX_REACHED, saturation } from "./bm25.ts";
import type { Candidate } from "./candidates.ts";
import type { ForwardIndex } from "./forward-index.ts";
import { Packed } from "./packed.ts";
import { kindOfTerm, type TermKind } from "./terms.ts";

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
export const ENGINE: Options = { fields: [...FIELDS] };

/** Digits, and so letters of MiniSearch's tree: the shorter a term, the fewer of its nodes. */
const RADIX = 16;
const digitsOf = (term: number) => term.toString(RADIX);
/** Passages or terms that are read in one step, of some milliseconds. */
const STEP = 1_000;

/**
 * Passages by their terms. The only user of MiniSearch. Its own `add` looks for a term's place again wherever the term stands, and its
 * `search` makes a map for each term and three objects for each posting, to say which words matched where; a question asks for some
 * twenty terms and needs the sums alone.
 */
export class TermSearch extends MiniSearch {
  /** By passage, all 0 between questions. */
  private sums = new Float64Array();

  constructor() {
    super(ENGINE);
  }

  /**
   * Does what adding all passages would; `names` are those of their terms. Pauses now and then. Most terms stand once in one passage: those
   * of a passage share their postings.
   */
  *filling(passages: ForwardIndex, names: readonly string[]): Generator<void> {
    const fields = names.map((name) => FIELD_OF[kindOfTerm(name)]);
    const [keys, places] = [Packed.ints(), Packed.ints()];
    const last = new Int32Array(names.length).fill(-1);
    for (let passage = 0; passage < passages.size; passage += 1) {
      if (passage % STEP === STEP - 1) yield;
      const lengths = FIELDS.map(() => 0);
      for (const term of passages.termsOf(passage)) {
        const field = fields[term];
        if (field === undefined) continue;
        const isFirst = last[term] !== passage;
        last[term] = passage;
        if (isFirst) lengths[field] = (lengths[field] as number) + 1;
        // A passage has a meaning once, in however many words
        if (!isFirst && field === CONCEPTS) continue;
        keys.push(term);
        places.push(passage);
      }
      this._documentIds.set(passage, passage);
      this._idToShortId.set(passage, passage);
      this._fieldLength.set(passage, lengths);
      this._avgFieldLength = lengths.map(
        (length, field) => ((this._avgFieldLength[field] ?? 0) * passage + length) / (passage + 1),
      );
    }
    this._documentCount = passages.size;
    this._nextId = passages.size;
    const all = postingsOf(keys.trim(), places.trim(), names.length);
    const once = FIELDS.map((): Map<number, Map<number, number>>[] => []);
    for (let term = 0; term < names.length; term += 1) {
      const field = fields[term];
      if (term % STEP === STEP - 1) yield;
      const own = valuesOf(all, term);
      if (field === undefined || own.length === 0) continue;
      const alike = once[field] as Map<number, Map<number, number>>[];
      const only = own.length === 1 ? own[0] : undefined;
      const known = only === undefined ? undefined : alike[only];
      const postings = known ?? new Map([[field, timesOf(own)]]);
      if (only !== undefined) alike[only] = postings;
      this._index.set(digitsOf(term), postings);
    }
  }

  /** BM25 over the terms with their boosts: the passages that hold any, of very many only the first MAX_REACHED. */
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

/** How often each number comes. */
function timesOf(numbers: Int32Array): Map<number, number> {
  const times = new Map<number, number>();
  for (const one of numbers) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}
