/** One passage as the second stage reads it: parallel arrays in the order of the text. */
export interface IndexedPassage {
  /** Term numbers, and for each the token that it stands at and the token after its last. */
  readonly terms: Int32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** Offsets of the tokens in the document. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Terms that the document keeps coming back to. Shared by its passages. */
  readonly topics: ReadonlySet<number>;
}

export interface PlacedTerm {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

type Numbers = Int32Array | Uint16Array;

/** A typed array that doubles as it fills. */
class Packed<T extends Numbers> {
  constructor(
    private numbers: T,
    public length = 0,
  ) {}

  /** Full to capacity; it grows from there as usual. */
  static of<T extends Numbers>(numbers: T): Packed<T> {
    return new Packed(numbers, numbers.length);
  }

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const wider = new (this.numbers.constructor as new (length: number) => T)(this.length * 2);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.numbers[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.numbers[index] as number;
  }

  /** Gives back the room that was left to grow. */
  trim(): void {
    this.numbers = this.numbers.slice(0, this.length) as T;
  }

  slice(start: number, end: number): T {
    return this.numbers.subarray(start, end) as T;
  }
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
  readonly topics: readonly ReadonlySet<number>[];
}

const ROOM = 4096;
/** Passages up to which each one's five views are kept, which questions would otherwise make sixty times. */
const MAX_CACHED_VIEWS = 10_000;

/**
 * The terms of all passages, end to end. Arrays of their own for each passage would weigh more than what they hold: five small
 * typed arrays have a kilobyte of headers, and there may be a hundred thousand passages.
 */
export class ForwardIndex {
  private terms = new Packed(new Int32Array(ROOM));
  private from = new Packed(new Uint16Array(ROOM));
  private to = new Packed(new Uint16Array(ROOM));
  private starts = new Packed(new Int32Array(ROOM));
  private ends = new Packed(new Int32Array(ROOM));
  /** Where the terms and the tokens of each passage begin, and where those of the last end. */
  private firstTerm = new Packed(new Int32Array(ROOM), 1);
  private firstToken = new Packed(new Int32Array(ROOM), 1);
  private readonly views: IndexedPassage[] = [];
  private topics: ReadonlySet<number>[] = [];

  get size(): number {
    return this.topics.length;
  }

  keep(): KeptForwardIndex {
    const { terms, from, to, starts, ends, firstTerm, firstToken, topics } = this;
    const whole = <T extends Numbers>(packed: Packed<T>): T => packed.slice(0, packed.length).slice() as T;
    return {
      terms: whole(terms),
      from: whole(from),
      to: whole(to),
      starts: whole(starts),
      ends: whole(ends),
      firstTerm: whole(firstTerm),
      firstToken: whole(firstToken),
      topics,
    };
  }

  /** Replaces its contents. */
  restore(kept: KeptForwardIndex): void {
    this.terms = Packed.of(kept.terms as Int32Array<ArrayBuffer>);
    this.from = Packed.of(kept.from as Uint16Array<ArrayBuffer>);
    this.to = Packed.of(kept.to as Uint16Array<ArrayBuffer>);
    this.starts = Packed.of(kept.starts as Int32Array<ArrayBuffer>);
    this.ends = Packed.of(kept.ends as Int32Array<ArrayBuffer>);
    this.firstTerm = Packed.of(kept.firstTerm as Int32Array<ArrayBuffer>);
    this.firstToken = Packed.of(kept.firstToken as Int32Array<ArrayBuffer>);
    this.topics = [...kept.topics];
    this.views.length = 0;
  }

  /** To be called when all are added. */
  seal(): void {
    const { terms, from, to, starts, ends, firstTerm, firstToken } = this;
    for (const packed of [terms, from, to, starts, ends, firstTerm, firstToken]) packed.trim();
  }

  /** Appends the next passage; `base` is where it starts in its document. */
  add(
    terms: readonly PlacedTerm[],
    tokens: readonly { readonly start: number; readonly end: number }[],
    base: number,
    topics: ReadonlySet<number>,
  ): void {
    this.views.length = 0;
    this.topics.push(topics);
    for (const { number, from, to } of terms) {
      this.terms.push(number);
      this.from.push(from);
      this.to.push(to);
    }
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
      topics: this.topics[at] as ReadonlySet<number>,
    };
  }
}
