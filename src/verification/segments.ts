import type { WordNumbers } from "./word-numbers.ts";

/** Words [start, end) of the sources, and the words of the quotation that may be theirs: the rest is not compared. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Both ends included; ascending and apart. */
  readonly windows: readonly (readonly [from: number, to: number])[];
}

const NONE = -1;

/** The segments that are compared with a word of the quotation. Columns are counted from 1. */
export class OpenSegments {
  private readonly segments: readonly Segment[];
  /** The segment of each column, those of each segment that is open, and its window at work. */
  private readonly owner: Int32Array;
  private readonly open: Uint8Array;
  private readonly window: Int32Array;

  constructor(segments: readonly Segment[], width: number) {
    this.segments = segments;
    this.owner = new Int32Array(width + 1).fill(NONE);
    for (const [segment, { start, end }] of segments.entries()) this.owner.fill(segment, start + 1, end + 1);
    this.open = new Uint8Array(segments.length);
    this.window = new Int32Array(segments.length);
  }

  /** Opens those of the first i words' last; asked for ascending i. */
  at(i: number): void {
    for (let segment = 0; segment < this.segments.length; segment += 1) {
      const { windows } = this.segments[segment] as Segment;
      let at = this.window[segment] as number;
      while (at < windows.length && (windows[at] as Segment["windows"][number])[1] < i) at += 1;
      this.window[segment] = at;
      const window = windows[at];
      this.open[segment] = window && window[0] <= i ? 1 : 0;
    }
  }

  has(segment: number): boolean {
    return this.open[segment] === 1;
  }

  /** The open segment of a column; negative for none. */
  of(column: number): number {
    const segment = this.owner[column] as number;
    return segment >= 0 && this.open[segment] === 1 ? segment : NONE;
  }
}

/** How many words of the quotation stand, alone, glued or parted, in what they are compared with: no more can be the sources'. */
export function sharedWords(
  { t, s, tGlued, same, glued }: WordNumbers,
  segments: readonly Segment[],
): number {
  const open = new OpenSegments(segments, s.length + 1);
  const isOpen = (column: number) => open.of(column) >= 0;
  const alone = new Uint8Array(t.length);
  const withLast = new Uint8Array(t.length + 1);
  t.forEach((word, at) => {
    open.at(at + 1);
    if (same.some(word, isOpen) || glued.some(word, isOpen)) alone[at] = 1;
    if (same.some(tGlued[at] as number, isOpen)) withLast[at] = 1;
  });
  return alone.filter((is, at) => is + (withLast[at] as number) + (withLast[at + 1] as number) > 0).length;
}
