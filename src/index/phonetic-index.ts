import { romanise, skeleton } from "../analysis/transliteration.ts";

/** Words compared per consonant skeleton; of more, only the most frequent. No skeleton of a small corpus has that many. */
const MAX_ALIKE = 250;

export interface PhoneticEntry {
  readonly word: string;
  /** In one rough Latin spelling, vowels and all. */
  readonly roman: string;
}

/** Words by their consonants, whatever the script. */
export class PhoneticIndex {
  private table: Map<string, PhoneticEntry[]> | undefined;

  /** The words are read at the first lookup, since most questions need none; `frequency` decides which to keep. */
  constructor(
    private readonly words: () => Iterable<string>,
    private readonly frequency: (word: string) => number,
  ) {}

  /** The words of a consonant skeleton, in their order. */
  of(key: string): readonly PhoneticEntry[] {
    this.table ??= this.build();
    return this.table.get(key) ?? [];
  }

  private build(): Map<string, PhoneticEntry[]> {
    const byKey = new Map<string, string[]>();
    for (const word of this.words()) {
      if (word.length < 2) continue;
      const key = skeleton(word);
      const list = byKey.get(key);
      if (list) list.push(word);
      else byKey.set(key, [word]);
    }
    return new Map(
      [...byKey].map(([key, words]) => [
        key,
        this.frequent(words).map((word) => ({ word, roman: romanise(word) })),
      ]),
    );
  }

  private frequent(words: readonly string[]): readonly string[] {
    if (words.length <= MAX_ALIKE) return words;
    const chosen = new Set(
      words.toSorted((a, b) => this.frequency(b) - this.frequency(a)).slice(0, MAX_ALIKE),
    );
    return words.filter((word) => chosen.has(word));
  }
}
