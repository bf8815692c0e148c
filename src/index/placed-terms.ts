import { Packed } from "./packed.ts";

/** A term of a text by its number, the token that it stands at and the token after its last. */
export interface PlacedTerm {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** The terms of a text, as parallel arrays: a text has hundreds, and a corpus a hundred thousand texts. */
export class PlacedTerms {
  readonly numbers = Packed.ints();
  readonly from = Packed.shorts();
  readonly to = Packed.shorts();

  get length(): number {
    return this.numbers.length;
  }

  add(number: number, from: number, to: number): void {
    this.numbers.push(number);
    this.from.push(from);
    this.to.push(to);
  }

  /** Each term once. */
  distinct(): ReadonlySet<number> {
    return new Set(this.numbers.slice(0, this.length));
  }

  clear(): void {
    for (const column of [this.numbers, this.from, this.to]) column.length = 0;
  }
}
