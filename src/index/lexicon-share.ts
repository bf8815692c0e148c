import type { PlacedTerms } from "./placed-terms.ts";
import type { TermKind } from "./terms.ts";

export interface KeptLexiconShare {
  readonly words: number;
  readonly known: number;
}

/** How many of the texts' words the lexicon has: whether it was written for them. */
export class LexiconShare {
  private words = 0;
  private known = 0;

  /** 0 to 1; stopwords are not counted. */
  get share(): number {
    return this.known / (this.words || 1);
  }

  /** The terms of a text, in its order, a word's own before those of its meanings. */
  add(terms: PlacedTerms, kindOf: (term: number) => TermKind): void {
    // The word that no meaning has begun with so far, and how far the meanings reach
    let [open, reach] = [-1, 0];
    for (let at = 0; at < terms.length; at += 1) {
      const from = terms.from.at(at);
      const kind = kindOf(terms.numbers.at(at));
      if (kind === "surface") {
        this.words += 1;
        if (from < reach) this.known += 1;
        else open = from;
      } else if (kind === "concept") {
        if (open === from) this.known += 1;
        open = -1;
        reach = Math.max(reach, terms.to.at(at));
      }
    }
  }

  keep(): KeptLexiconShare {
    return { words: this.words, known: this.known };
  }

  restore({ words, known }: KeptLexiconShare): void {
    this.words = words;
    this.known = known;
  }
}
