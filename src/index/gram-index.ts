/** Letters of a piece; a word begins and ends with a mark, so that its first letters and its last count as such. */
const GRAM = 3;
/** Shorter words are alike by chance. */
const MIN_LENGTH = 4;
/** Likeness (Dice over pieces) from which two words may be forms of one. */
const MIN_LIKENESS = 0.5;
const MAX_NEIGHBOURS = 8;

export interface Neighbour {
  readonly word: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/** Words by the pieces that they share: derivation and spelling that no stemmer undoes. Built when it is first asked. */
export class GramIndex {
  private byGram: Map<string, number[]> | undefined;
  private words: readonly string[] = [];

  constructor(private readonly vocabulary: () => Iterable<string>) {}

  /** The words most like one, itself left out; nothing for a short word. */
  near(word: string): readonly Neighbour[] {
    if (word.length < MIN_LENGTH) return [];
    const own = gramsOf(word);
    const shared = new Map<number, number>();
    for (const gram of own)
      for (const at of this.postings.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const found: Neighbour[] = [];
    for (const [at, count] of shared) {
      const other = this.words[at] as string;
      if (other === word || count * 4 < own.size) continue;
      const likeness = (2 * count) / (own.size + other.length);
      if (likeness >= MIN_LIKENESS) found.push({ word: other, likeness });
    }
    return found.toSorted((a, b) => b.likeness - a.likeness).slice(0, MAX_NEIGHBOURS);
  }

  private get postings(): Map<string, number[]> {
    if (!this.byGram) {
      this.byGram = new Map();
      this.words = [...this.vocabulary()].filter((word) => word.length >= MIN_LENGTH);
      this.words.forEach((word, at) => {
        for (const gram of gramsOf(word)) {
          const known = this.byGram?.get(gram);
          if (known) known.push(at);
          else this.byGram?.set(gram, [at]);
        }
      });
    }
    return this.byGram;
  }
}

/** As many as the word has letters, where no piece stands twice. */
function gramsOf(word: string): ReadonlySet<string> {
  const marked = `^${word}$`;
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= marked.length; at += 1) grams.add(marked.slice(at, at + GRAM));
  return grams;
}
