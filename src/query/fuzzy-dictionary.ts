import { editDistance, isWithin, lettersOf, MIN_COST } from "../analysis/edit-distance.ts";

/** A dictionary for fuzzy look-ups; results keep the order in which words were added. */
export class FuzzyDictionary {
  private readonly words: string[] = [];
  private readonly letters: number[] = [];

  add(word: string): void {
    this.words.push(word);
    this.letters.push(lettersOf(word));
  }

  /** The words within `limit`, each with its distance. */
  near(word: string, limit: number): [word: string, off: number][] {
    const { words } = this;
    const letters = lettersOf(word);
    const steps = Math.floor(limit / MIN_COST);
    const found: [string, number][] = [];
    for (let at = 0; at < words.length; at += 1) {
      if (!isWithin(steps, letters, this.letters[at] as number)) continue;
      const off = editDistance(word, words[at] as string, limit);
      if (off <= limit) found.push([words[at] as string, off]);
    }
    return found;
  }
}
