import { Packed } from "./packed.ts";
import type { PlacedTerms } from "./placed-terms.ts";

/** One passage as the second stage reads it: parallel arrays in the order of the text. */
export interface IndexedPassage {
  /** Term numbers, and for each the token that it stands at and the token after its last. */
  readonly terms: Int32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** Offsets of the tokens in the document. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A forward index as data that can be cloned (structured clone). */
export interface KeptForwardIndex {
  readonly terms: Int32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly firstTerm: Int32Array;
  readonly firstToken: Int32Array;
}

/** Passages up to which each one's five views are kept, which questions would otherwise make sixty times. */
const MAX_CACHED_VIEWS = 10_000;

/**
 * The terms of all passages, end to end. Arrays of their own for each passage would weigh more than what they hold: five small
 * typed arrays have a kilobyte of headers, and there may be a hundred thousand passages.
 */
export class ForwardIndex {
  private terms = Packed.ints();
  private from = Packed.shorts();
  private to = Packed.shorts();
  private starts = Packed.ints();
  private ends = Packed.ints();
  /** Where the terms and the tokens of each passage begin, and where those of the last end. */
  private firstTerm = Packed.ints();
  private firstToken = Packed.ints();
  private readonly views: IndexedPassage[] = [];

  get size(): number {
    return this.firstTerm.length - 1;
  }

  constructor() {
    this.firstTerm.push(0);
    this.firstToken.push(0);
  }

  /** To be called when all are added. */
  seal(): KeptForwardIndex {
    return {
      terms: this.terms.trim(),
      from: this.from.trim(),
      to: this.to.trim(),
      starts: this.starts.trim(),
      ends: this.ends.trim(),
      firstTerm: this.firstTerm.trim(),
      firstToken: this.firstToken.trim(),
    };
  }

  /** Replaces its contents. */
  restore({ terms, from, to, starts, ends, firstTerm, firstToken }: KeptForwardIndex): void {
    this.terms = new Packed(terms);
    this.from = new Packed(from);
    this.to = new Packed(to);
    this.starts = new Packed(starts);
    this.ends = new Packed(ends);
    this.firstTerm = new Packed(firstTerm);
    this.firstToken = new Packed(firstToken);
    this.views.length = 0;
  }

  /** Appends the next passage; `base` is where it starts in its document. */
  add(
    terms: PlacedTerms,
    tokens: readonly { readonly start: number; readonly end: number }[],
    base: number,
  ): void {
    this.views.length = 0;
    this.terms.append(terms.numbers);
    this.from.append(terms.from);
    this.to.append(terms.to);
    for (const { start, end } of tokens) {
      this.starts.push(base + start);
      this.ends.push(base + end);
    }
    this.firstTerm.push(this.terms.length);
    this.firstToken.push(this.starts.length);
  }

  /** Its terms alone. */
  termsOf(at: number): Int32Array {
    return this.terms.slice(this.firstTerm.at(at), this.firstTerm.at(at + 1));
  }

  passage(at: number): IndexedPassage {
    const known = this.views[at];
    if (known) return known;
    const view = this.view(at);
    if (this.size <= MAX_CACHED_VIEWS) this.views[at] = view;
    return view;
  }

  private view(at: number): IndexedPassage {
    const [term, termEnd] = [this.firstTerm.at(at), this.firstTerm.at(at + 1)];
    const [token, tokenEnd] = [this.firstToken.at(at), this.firstToken.at(at + 1)];
    return {
      terms: this.termsOf(at),
      from: this.from.slice(term, termEnd),
      to: this.to.slice(term, termEnd),
      starts: this.starts.slice(token, tokenEnd),
      ends: this.ends.slice(token, tokenEnd),
    };
  }
}
