type Numbers = Int32Array | Uint16Array;

const ROOM = 4096;

/** A typed array that doubles as it fills. */
export class Packed<T extends Numbers> {
  constructor(
    /** With room to grow, until it is trimmed. */
    public numbers: T,
    public length = numbers.length,
  ) {}

  /** Of 32-bit numbers, none yet. */
  static ints = (): Packed<Int32Array> => new Packed(new Int32Array(ROOM), 0);
  /** Of 16-bit numbers. */
  static shorts = (): Packed<Uint16Array> => new Packed(new Uint16Array(ROOM), 0);

  push(value: number): void {
    if (this.length === this.numbers.length) this.widen(this.length * 2);
    this.numbers[this.length] = value;
    this.length += 1;
  }

  /** All that another has. */
  append(other: Packed<T>): void {
    const length = this.length + other.length;
    if (length > this.numbers.length) this.widen(2 * length);
    this.numbers.set(other.slice(0, other.length), this.length);
    this.length = length;
  }

  private widen(room: number): void {
    const wider = new (this.numbers.constructor as new (length: number) => T)(room);
    wider.set(this.numbers);
    this.numbers = wider;
  }

  at(index: number): number {
    return this.numbers[index] as number;
  }

  /** Gives back the room that was left to grow, and returns what there is. */
  trim(): T {
    if (this.length < this.numbers.length) this.numbers = this.numbers.slice(0, this.length) as T;
    return this.numbers;
  }

  slice(start: number, end: number): T {
    return this.numbers.subarray(start, end) as T;
  }
}
