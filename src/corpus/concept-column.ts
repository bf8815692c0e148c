import { NO_POSTINGS, postingsOf, valuesOf } from "../analysis/postings.ts";

/** Concepts under words, those of a word in the order of the lexicon. Columns number their words together: many stand in several. */
export class ConceptColumn {
  private words: string[] = [];
  private concepts: number[] = [];
  private postings = NO_POSTINGS;

  constructor(private readonly numbers: Map<string, number>) {}

  add(word: string, concept: number): void {
    this.words.push(word);
    this.concepts.push(concept);
  }

  /** To be called when all are added. */
  seal(): void {
    const { numbers } = this;
    const keys = this.words.map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      if (number === numbers.size) numbers.set(word, number);
      return number;
    });
    this.postings = postingsOf(keys, this.concepts, numbers.size);
    [this.words, this.concepts] = [[], []];
  }

  has(word: string): boolean {
    const number = this.numbers.get(word);
    const { firsts } = this.postings;
    return number !== undefined && (firsts[number] as number) < (firsts[number + 1] as number);
  }

  /** Each concept once; undefined for a word that has none here. */
  get(word: string): readonly number[] | undefined {
    if (!this.has(word)) return undefined;
    return [...new Set(valuesOf(this.postings, this.numbers.get(word) as number))];
  }
}
