import { type Token, tokenize } from "../analysis/tokenizer.ts";
import type { WordAnalyzer } from "./expansion-words.ts";
import { type HashedWord, hashedWord } from "./question-features.ts";

/** A word of a text: the numbers of its terms, and what the classifier reads of it. */
export interface ReadWord extends HashedWord {
  readonly terms: readonly number[];
}

/** By what words that editors wrote are told apart. */
export const keyOf = ({ suffix, folded }: Token) => (suffix ? `'${folded}` : folded);

export const hashed = ({ folded }: Token, analyzer: WordAnalyzer): HashedWord =>
  hashedWord({ letters: folded, spelling: analyzer.spelling(folded) });

/** Reads what editors wrote in one language, and numbers its terms from 0 as it meets them. */
export class ExpansionReader {
  readonly numbers = new Map<string, number>();
  /** The same words come back in many texts. */
  private readonly words = new Map<string, ReadWord>();
  /** By term, the last list that has it; lists are counted from 1. */
  private readonly lastWith: number[] = [];
  private lists = 0;

  constructor(private readonly analyzer: WordAnalyzer) {}

  read(text: string): ReadWord[] {
    return tokenize(text).map((token) => {
      const key = keyOf(token);
      let word = this.words.get(key);
      if (!word) {
        const { spelling, asWord, pieces, before } = hashed(token, this.analyzer);
        word = { spelling, asWord, pieces, before, terms: this.numbered(token) };
        this.words.set(key, word);
      }
      return word;
    });
  }

  /** All terms of a text, each once. */
  termsOf(words: readonly ReadWord[]): number[] {
    const { lastWith } = this;
    this.lists += 1;
    const found: number[] = [];
    for (const { terms } of words)
      for (const term of terms) {
        if (lastWith[term] === this.lists) continue;
        lastWith[term] = this.lists;
        found.push(term);
      }
    return found;
  }

  private numbered(token: Token): number[] {
    return this.analyzer.word(token).terms.map((term) => {
      const known = this.numbers.get(term);
      if (known === undefined) this.numbers.set(term, this.numbers.size);
      return known ?? this.numbers.size - 1;
    });
  }
}
