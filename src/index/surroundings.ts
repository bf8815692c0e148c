import { NO_POSTINGS, postingsOf, valuesOf } from "../analysis/postings.ts";
import { FIELD_BOOST, idf, MAX_AROUND, saturation } from "./bm25.ts";

/** What stands around passages, as data that can be cloned (structured clone). */
export interface KeptSurroundings {
  readonly terms: readonly Int32Array[];
  readonly lengths: readonly number[];
  readonly around: readonly number[];
}

/**
 * What stands around passages: title or opening, subheading, date, publisher. The passages under one heading share it, so a question
 * looks through the few that there are, and not again for every passage.
 */
export class Surroundings {
  /** For each its terms, ascending, and how many of them questions look for. */
  private terms: Int32Array[] = [];
  private lengths: number[] = [];
  /** For each passage the number of what stands around it; and the passages of each. */
  private around: number[] = [];
  private passages = NO_POSTINGS;
  /** By term, and how many passages stand in any that hold it. */
  private postings = NO_POSTINGS;
  private frequency = new Int32Array();
  private meanLength = 1;

  /** Returns their number. `length` is how many of the terms questions look for. */
  add(terms: ReadonlySet<number>, length: number): number {
    this.lengths.push(length);
    return this.terms.push(Int32Array.from(terms).sort()) - 1;
  }

  /** The next passage stands in these. */
  place(number: number): void {
    this.around.push(number);
  }

  /** To be called when all are added; `terms` is how many terms there are. */
  seal(terms: number): void {
    const { around, lengths } = this;
    this.passages = postingsOf(around, [...around.keys()], lengths.length);
    this.postings = postingsOf(
      this.terms.flatMap((own) => [...own]),
      this.terms.flatMap((own, number) => new Array<number>(own.length).fill(number)),
      terms,
    );
    this.frequency = new Int32Array(terms);
    this.terms.forEach((own, number) => {
      const size = this.passagesIn(number).length;
      for (const term of own) this.frequency[term] = (this.frequency[term] as number) + size;
    });
    const total = around.reduce((sum, number) => sum + (lengths[number] as number), 0);
    this.meanLength = total / around.length || 1;
  }

  keep(): KeptSurroundings {
    const { terms, lengths, around } = this;
    return { terms, lengths, around };
  }

  /** Replaces its contents; `all` is how many terms there are. */
  restore({ terms, lengths, around }: KeptSurroundings, all: number): void {
    this.terms = [...terms];
    this.lengths = [...lengths];
    this.around = [...around];
    this.seal(all);
  }

  termsOf(number: number): Int32Array {
    return this.terms[number] as Int32Array;
  }

  /** The number of those that a passage stands in. */
  numberOf(passage: number): number {
    return this.around[passage] as number;
  }

  passagesIn(number: number): Int32Array {
    return valuesOf(this.passages, number);
  }

  /** Number of passages that stand in any that hold the term. */
  documentFrequency(term: number): number {
    return this.frequency[term] ?? 0;
  }

  /** BM25 over the terms with their boosts, of those that hold any, best first. Terms that stand around very many passages say nothing. */
  scores(boosts: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
    const { firsts, values } = this.postings;
    const scores = new Map<number, number>();
    for (const [term, boost] of boosts) {
      const frequency = this.documentFrequency(term);
      if (frequency > MAX_AROUND) continue;
      const weight = FIELD_BOOST.context * boost * idf(this.around.length, frequency);
      for (let i = firsts[term] as number; i < (firsts[term + 1] as number); i += 1) {
        const number = values[i] as number;
        const score = weight * saturation(1, (this.lengths[number] as number) / this.meanLength);
        scores.set(number, (scores.get(number) ?? 0) + score);
      }
    }
    return scores;
  }
}
