import { DROPPED, EDIT, GLUED, INFLECTED, LEAP, MOVE_BITS, Move, SWAPPED } from "./edit-costs.ts";
import { columnsByNumber, OVER, type WordNumbers } from "./word-numbers.ts";

/** Words [start, end) of the sources, and the words [from, to] of the quotation that may be theirs: the rest is not compared. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Dearer than any way: the longest quotation has 4,000 words at 4 each. With an edit on top it still fits in 16 bits. */
const FAR = 0x7000;

/** Kept between calls: a long quotation needs megabytes. */
let kept = new Int16Array(0);

/**
 * What it costs to come to each word of the sources (column j stands behind word j - 1) by the first i words of the quotation. No cell of
 * a row costs more than a leap to it, the row's ceiling, and most cost just that: computed are only those beside or below a cheaper one,
 * and those of the word itself. Good until the next one is made.
 */
export class CostTable {
  private readonly width: number;
  private readonly costs: Int16Array;
  private readonly leapFrom: Int32Array;
  /** The row at work, before any leap. */
  private readonly row: Int16Array;
  private ceiling = FAR;
  private least = 0;
  private leastAt = 0;
  /** The segment of each column, and the columns of each segment between which costs may be below the ceiling. */
  private readonly owner: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly columns: ReadonlyMap<number, readonly number[]>[];
  private readonly words: WordNumbers;
  private readonly segments: readonly Segment[];

  constructor(words: WordNumbers, segments: readonly Segment[]) {
    this.words = words;
    this.segments = segments;
    this.width = words.s.length + 1;
    const rows = words.t.length + 1;
    if (kept.length < rows * this.width) kept = new Int16Array(rows * this.width);
    this.costs = kept;
    this.leapFrom = new Int32Array(rows);
    this.row = new Int16Array(this.width);
    this.owner = new Int32Array(this.width + 1).fill(-1);
    this.first = new Int32Array(segments.length).fill(this.width);
    this.last = new Int32Array(segments.length).fill(-1);
    this.columns = [words.s, words.sStem, words.sGlued].map(columnsByNumber);
    this.costs.fill(FAR, 0, this.width);
    this.costs[0] = 0;
    segments.forEach(({ start, end, from }, segment) => {
      this.owner.fill(segment, start + 1, end + 1);
      if (from > 0) return;
      this.costs.fill(0, start, end + 1);
      this.touch(segment, start);
      this.touch(segment, end);
    });
    for (let i = 1; i < rows; i += 1) this.fill(i);
  }

  /** What the whole quotation costs up to each word of the sources. */
  ends(): Int16Array {
    const at = (this.leapFrom.length - 1) * this.width;
    return this.costs.subarray(at, at + this.width);
  }

  /** The last move of the cheapest way to a cell. */
  move(i: number, j: number): number {
    const at = i * this.width + j;
    const best = this.cheapest(i, j, this.costs[at - 1] as number);
    return best >> MOVE_BITS > (this.costs[at] as number) ? Move.Leap : best & ((1 << MOVE_BITS) - 1);
  }

  /** Where a leap behind the first i words comes from. */
  origin(i: number): number {
    return this.leapFrom[i] as number;
  }

  private fill(i: number): void {
    const { row, costs, width } = this;
    const at = i * width;
    row.fill(this.ceiling + EDIT);
    // Nowhere: words that stand in no passage
    row[0] = (costs[at - width] as number) + EDIT;
    this.least = row[0];
    this.leastAt = 0;
    for (let segment = 0; segment < this.segments.length; segment += 1) this.extend(i, segment);
    const { t, s } = this.words;
    const [same, inflected, glued] = this.columns;
    const word = t[i - 1] as number;
    for (const j of same?.get(word) ?? []) {
      this.reach(i, j);
      if (i > 1 && s[j] === t[i - 2]) this.reach(i, j + 1);
    }
    for (const j of inflected?.get(this.words.tStem[i - 1] as number) ?? []) this.reach(i, j);
    for (const j of same?.get(this.words.tGlued[i - 1] as number) ?? []) this.reach(i, j);
    for (const j of glued?.get(word) ?? []) this.reach(i, j);
    this.leapFrom[i] = this.leastAt;
    this.ceiling = lesser(this.ceiling + EDIT, this.least + LEAP);
    costs.fill(this.ceiling, at, at + width);
    costs[at] = lesser(row[0], this.ceiling);
    for (let segment = 0; segment < this.segments.length; segment += 1) this.keep(at, segment);
  }

  private isCompared(i: number, segment: number): boolean {
    const { from, to } = this.segments[segment] as Segment;
    return i >= from && i <= to;
  }

  /** Goes on from the cheaper cells of the row above. */
  private extend(i: number, segment: number): void {
    if ((this.last[segment] as number) < 0 || !this.isCompared(i, segment)) return;
    const { row, costs } = this;
    const { start, end } = this.segments[segment] as Segment;
    const above = (i - 1) * this.width;
    const until = Math.min((this.last[segment] as number) + 1, end);
    let j = this.first[segment] as number;
    if (j === start) {
      row[j] = lesser(row[j] as number, (costs[above + j] as number) + EDIT);
      j += 1;
    }
    let { least, leastAt } = this;
    let diagonal = costs[above + j - 1] as number;
    let left = row[j - 1] as number;
    for (; j <= until; j += 1) {
      const up = costs[above + j] as number;
      left = lesser(lesser(diagonal, up) + EDIT, left + DROPPED);
      row[j] = left;
      diagonal = up;
      if (left < least) {
        least = left;
        leastAt = j;
      }
    }
    this.least = least;
    this.leastAt = leastAt;
    this.touch(segment, until);
    this.leaveOut(i, until);
  }

  /** Comes to a cell by another way than an edit, if that is cheaper. */
  private reach(i: number, j: number): void {
    const segment = this.owner[j] as number;
    if (segment < 0 || !this.isCompared(i, segment)) return;
    const cost = this.cheapest(i, j, this.row[j - 1] as number) >> MOVE_BITS;
    if (cost >= (this.row[j] as number)) return;
    this.row[j] = cost;
    this.touch(segment, j);
    this.leaveOut(i, j);
    if (cost > this.least || (cost === this.least && j > this.leastAt)) return;
    this.least = cost;
    this.leastAt = j;
  }

  /** Leaves out words behind a cell, as long as that is cheaper. */
  private leaveOut(i: number, from: number): void {
    let j = from + 1;
    for (
      let cost = (this.row[from] as number) + DROPPED;
      cost < (this.row[j] as number);
      cost += DROPPED, j += 1
    ) {
      const segment = this.owner[j] as number;
      if (segment < 0 || !this.isCompared(i, segment)) return;
      this.row[j] = cost;
      this.touch(segment, j);
    }
  }

  private touch(segment: number, j: number): void {
    if (j < (this.first[segment] as number)) this.first[segment] = j;
    if (j > (this.last[segment] as number)) this.last[segment] = j;
  }

  /** Keeps what is cheaper than a leap. */
  private keep(at: number, segment: number): void {
    const { row, costs, ceiling } = this;
    const { start } = this.segments[segment] as Segment;
    // Where one segment follows on another, they share a column
    if ((row[start] as number) < ceiling) this.touch(segment, start);
    let first = this.width;
    let last = -1;
    for (let j = this.first[segment] as number; j <= (this.last[segment] as number); j += 1) {
      const cost = row[j] as number;
      if (cost >= ceiling) continue;
      costs[at + j] = cost;
      if (last < 0) first = j;
      last = j;
    }
    this.first[segment] = first;
    this.last[segment] = last;
  }

  /** The least cost of a cell before any leap to it, and in the lowest bits its move; `left` is the cost of the cell before it. */
  private cheapest(i: number, j: number, left: number): number {
    const { t, s, tStem, sStem, tGlued, sGlued } = this.words;
    const word = t[i - 1];
    const other = s[j - 1];
    let best = this.way(i - 1, j, EDIT, Move.Added);
    if (j === 0 || other === OVER) return best;
    best = lesser(best, ((left + DROPPED) << MOVE_BITS) | Move.Dropped);
    if (word === other) return lesser(best, this.way(i - 1, j - 1, 0, Move.Same));
    const price = tStem[i - 1] === sStem[j - 1] ? INFLECTED : EDIT;
    best = lesser(best, this.way(i - 1, j - 1, price, Move.Changed));
    if (tGlued[i - 1] === other) best = lesser(best, this.way(i - 2, j - 1, GLUED, Move.TwoAsOne));
    if (sGlued[j - 1] === word) best = lesser(best, this.way(i - 1, j - 2, GLUED, Move.OneAsTwo));
    if (i > 1 && t[i - 2] === other && word === s[j - 2])
      best = lesser(best, this.way(i - 2, j - 2, SWAPPED, Move.Swapped));
    return best;
  }

  private way(i: number, j: number, price: number, move: number): number {
    return (((this.costs[i * this.width + j] as number) + price) << MOVE_BITS) | move;
  }
}

/** Without a branch, which would be mispredicted at every other cell: that takes twice as long. */
function lesser(a: number, b: number): number {
  return b + ((a - b) & ((a - b) >> 31));
}
