import { gramsOf } from "../analysis/grams.ts";
import { NO_POSTINGS, postingsOf } from "../analysis/postings.ts";

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
  private words: readonly string[] | undefined;
  private readonly grams = new Map<string, number>();
  private postings = NO_POSTINGS;
  /** How many pieces each word shares with the one that is looked for; all 0 in between. */
  private shared = new Uint16Array();

  constructor(private readonly vocabulary: () => Iterable<string>) {}

  /** The words most like one, itself left out; nothing for a short word. */
  near(word: string): readonly Neighbour[] {
    if (word.length < MIN_LENGTH) return [];
    this.words ??= this.build();
    const { shared } = this;
    const { firsts, values } = this.postings;
    const own = piecesOf(word);
    const touched: number[] = [];
    for (const gram of own) {
      const id = this.grams.get(gram);
      if (id === undefined) continue;
      for (let i = firsts[id] as number; i < (firsts[id + 1] as number); i += 1) {
        const at = values[i] as number;
        if (shared[at] === 0) touched.push(at);
        shared[at] = (shared[at] as number) + 1;
      }
    }
    const found: Neighbour[] = [];
    for (const at of touched) {
      const count = shared[at] as number;
      shared[at] = 0;
      const other = this.words[at] as string;
      if (other === word || count * 4 < own.size) continue;
      const likeness = (2 * count) / (own.size + other.length);
      if (likeness >= MIN_LIKENESS) found.push({ word: other, likeness });
    }
    return found.toSorted((a, b) => b.likeness - a.likeness).slice(0, MAX_NEIGHBOURS);
  }

  private build(): readonly string[] {
    const words = [...this.vocabulary()].filter((word) => word.length >= MIN_LENGTH);
    const [grams, owners]: [number[], number[]] = [[], []];
    words.forEach((word, at) => {
      for (const gram of piecesOf(word)) {
        const id = this.grams.get(gram) ?? this.grams.size;
        this.grams.set(gram, id);
        grams.push(id);
        owners.push(at);
      }
    });
    this.postings = postingsOf(grams, owners, this.grams.size);
    this.shared = new Uint16Array(words.length);
    return words;
  }
}

/** As many as the word has letters, where no piece stands twice. */
const piecesOf = (word: string): ReadonlySet<string> => new Set(gramsOf(word, GRAM));
