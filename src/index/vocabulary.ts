import type { Analyzer } from "./analyzer.ts";
import { kindOfTerm, term, valueOfTerm } from "./terms.ts";

/** The words of the texts, folded and bare. */
export class Vocabulary {
  /** `frequency` is the number of passages that hold each term, by its number. */
  constructor(
    private readonly terms: Analyzer,
    private readonly frequency: readonly number[],
  ) {}

  /** Number of passages that hold the word. */
  get(word: string): number {
    const number = this.terms.number(term.surface(word));
    return number === undefined ? 0 : (this.frequency[number] ?? 0);
  }

  has(word: string): boolean {
    return this.get(word) > 0;
  }

  *keys(): Generator<string> {
    for (let number = 0; number < this.terms.size; number += 1) {
      const name = this.terms.nameOf(number);
      if (kindOfTerm(name) === "surface" && (this.frequency[number] ?? 0) > 0) yield valueOfTerm(name);
    }
  }
}
