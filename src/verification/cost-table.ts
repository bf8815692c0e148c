import { CostRows, FAR } from "./cost-rows.ts";
import { DROPPED, EDIT, GLUED, INFLECTED, LEAP, MOVE_BITS, Move, SWAPPED } from "./edit-costs.ts";
import { OpenSegments, type Segment } from "./segments.ts";
import { type Columns, OVER, type WordNumbers } from "./word-numbers.ts";

/**
 * What it costs to come to each word of the sources (column j stands behind word j - 1) by the first i words of the quotation. No cell of
 * a row costs more than a leap to it, the row's ceiling, and most cost just that: computed are only those beside or below a cheaper one,
 * and those of the word itself. Good until the next one is made.
 */
export class CostTable {
  private readonly width: number;
  private readonly height: number;
  private readonly kept: CostRows;
  private readonly leapFrom: Int32Array;
  /** The row at work, before any leap, and the two above it: far away where no cheaper than a row's ceiling. */
  private readonly last3: readonly [Int16Array, Int16Array, Int16Array];
  private row: Int16Array;
  private current = 0;
  /** What a cell of the row at work costs that nothing cheaper leads to. */
  private most = FAR;
  private least = 0;
  private leastAt = 0;
  private readonly open: OpenSegments;
  /** The columns of each segment between which costs may be below the ceiling. */
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly same: Columns;
  private readonly stems: ReturnType<WordNumbers["stems"]>;
  private readonly inflected: Columns;
  private readonly glued: Columns;
  private readonly words: WordNumbers;
  private readonly segments: readonly Segment[];

  constructor(words: WordNumbers, segments: readonly Segment[]) {
    this.words = words;
    this.segments = segments;
    this.width = words.s.length + 1;
    this.height = words.t.length + 1;
    this.kept = new CostRows(this.height);
    this.leapFrom = new Int32Array(this.height);
    const far = () => new Int16Array(this.width).fill(FAR);
    this.last3 = [far(), far(), far()];
    this.row = this.last3[0];
    this.open = new OpenSegments(segments, this.width);
    this.first = new Int32Array(segments.length).fill(this.width);
    this.last = new Int32Array(segments.length).fill(-1);
    this.same = words.same;
    this.glued = words.glued;
    this.stems = words.stems();
    this.inflected = this.stems.inflected;
    this.begin();
    for (let i = 1; i < this.height; i += 1) this.next(i);
    this.current = Number.POSITIVE_INFINITY;
  }

  /** What the whole quotation costs up to each word of the sources. */
  ends(): Int16Array {
    const ends = new Int16Array(this.width).fill(this.kept.ceiling(this.height - 1));
    this.kept.copyTo(ends, this.height - 1);
    return ends;
  }

  /** The last move of the cheapest way to a cell. */
  move(i: number, j: number): number {
    const best = this.cheapest(i, j, j > 0 ? this.cost(i, j - 1) : FAR);
    return best >> MOVE_BITS > this.cost(i, j) ? Move.Leap : best & ((1 << MOVE_BITS) - 1);
  }

  /** Where a leap behind the first i words comes from. */
  origin(i: number): number {
    return this.leapFrom[i] as number;
  }

  private begin(): void {
    const { kept, row } = this;
    this.open.at(0);
    row[0] = 0;
    kept.add(row, 0, 0);
    this.segments.forEach(({ start, end }, segment) => {
      if (!this.open.has(segment)) return;
      row.fill(0, start, end + 1);
      kept.add(row, start, end);
      this.touch(segment, start);
      this.touch(segment, end);
    });
    kept.close(0, FAR);
  }

  private next(i: number): void {
    const { kept, words } = this;
    const ceiling = kept.ceiling(i - 1);
    const above = this.row;
    this.current = i;
    this.row = this.last3[i % 3] as Int16Array;
    const { row } = this;
    if (i >= 3) kept.clear(row, i - 3);
    this.most = ceiling + EDIT;
    this.open.at(i);
    // Nowhere: words that stand in no passage
    row[0] = lesser(above[0] as number, ceiling) + EDIT;
    this.least = row[0] as number;
    this.leastAt = 0;
    for (let segment = 0; segment < this.segments.length; segment += 1)
      if (this.open.has(segment) && (this.last[segment] as number) >= 0) this.extend(segment, above, ceiling);
    const word = words.t[i - 1] as number;
    const before = i > 1 ? (words.t[i - 2] as number) : OVER;
    const { columns } = this.same;
    for (let at = this.same.from(word), to = this.same.to(word); at < to; at += 1) {
      const j = columns[at] as number;
      this.reach(i, j);
      if (i > 1 && words.s[j] === before) this.reach(i, j + 1);
    }
    this.inflected.each(this.stems.t[i - 1] as number, (j) => this.reach(i, j));
    this.same.each(words.tGlued[i - 1] as number, (j) => this.reach(i, j));
    this.glued.each(word, (j) => this.reach(i, j));
    this.leapFrom[i] = this.leastAt;
    this.keep(i, lesser(this.most, this.least + LEAP));
  }

  /** Goes on from the cheaper cells of the row above. */
  private extend(segment: number, above: Int16Array, ceiling: number): void {
    const { row } = this;
    const { start, end } = this.segments[segment] as Segment;
    const until = Math.min((this.last[segment] as number) + 1, end);
    let j = this.first[segment] as number;
    if (j === start) {
      row[j] = lesser(row[j] as number, lesser(above[j] as number, ceiling) + EDIT);
      j += 1;
    }
    let { least, leastAt } = this;
    let diagonal = lesser(above[j - 1] as number, ceiling);
    let left = lesser(row[j - 1] as number, this.most);
    for (; j <= until; j += 1) {
      const up = lesser(above[j] as number, ceiling);
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
    this.leaveOut(until);
  }

  /** Comes to a cell by another way than an edit, if that is cheaper. */
  private reach(i: number, j: number): void {
    const { row, most } = this;
    const segment = this.open.of(j);
    if (segment < 0) return;
    const cost = this.cheapest(i, j, lesser(row[j - 1] as number, most)) >> MOVE_BITS;
    if (cost >= lesser(row[j] as number, most)) return;
    row[j] = cost;
    this.touch(segment, j);
    this.leaveOut(j);
    if (cost > this.least || (cost === this.least && j > this.leastAt)) return;
    this.least = cost;
    this.leastAt = j;
  }

  /** Leaves out words behind a cell, as long as that is cheaper. */
  private leaveOut(from: number): void {
    const { row, most } = this;
    let j = from + 1;
    for (
      let cost = lesser(row[from] as number, most) + DROPPED;
      cost < lesser(row[j] as number, most);
      cost += DROPPED, j += 1
    ) {
      const segment = this.open.of(j);
      if (segment < 0) return;
      row[j] = cost;
      this.touch(segment, j);
    }
  }

  private touch(segment: number, j: number): void {
    if (j < (this.first[segment] as number)) this.first[segment] = j;
    if (j > (this.last[segment] as number)) this.last[segment] = j;
  }

  /** Keeps what is cheaper than a leap. */
  private keep(i: number, ceiling: number): void {
    const { row, kept } = this;
    kept.add(row, 0, 0);
    for (let segment = 0; segment < this.segments.length; segment += 1) {
      const { start } = this.segments[segment] as Segment;
      // Where one segment follows on another, they share a column
      if ((row[start] as number) < ceiling) this.touch(segment, start);
      if ((this.last[segment] as number) < 0) continue;
      let first = this.first[segment] as number;
      let last = this.last[segment] as number;
      for (; last >= first && (row[last] as number) >= ceiling; last -= 1) row[last] = FAR;
      for (; first <= last && (row[first] as number) >= ceiling; first += 1) row[first] = FAR;
      if (first <= last) kept.add(row, first, last);
      this.first[segment] = first <= last ? first : this.width;
      this.last[segment] = first <= last ? last : -1;
    }
    kept.close(i, ceiling);
  }

  /** The least cost of a cell before any leap to it, and in the lowest bits its move; `left` is the cost of the cell before it. */
  private cheapest(i: number, j: number, left: number): number {
    const { t, s, tGlued, sGlued } = this.words;
    const word = t[i - 1];
    const other = s[j - 1];
    let best = this.way(i - 1, j, EDIT, Move.Added);
    if (j === 0 || other === OVER) return best;
    best = lesser(best, ((left + DROPPED) << MOVE_BITS) | Move.Dropped);
    if (word === other) return lesser(best, this.way(i - 1, j - 1, 0, Move.Same));
    const price = this.stems.t[i - 1] === this.stems.s[j - 1] ? INFLECTED : EDIT;
    best = lesser(best, this.way(i - 1, j - 1, price, Move.Changed));
    if (tGlued[i - 1] === other) best = lesser(best, this.way(i - 2, j - 1, GLUED, Move.TwoAsOne));
    if (sGlued[j - 1] === word) best = lesser(best, this.way(i - 1, j - 2, GLUED, Move.OneAsTwo));
    if (i > 1 && t[i - 2] === other && word === s[j - 2])
      best = lesser(best, this.way(i - 2, j - 2, SWAPPED, Move.Swapped));
    return best;
  }

  private way(i: number, j: number, price: number, move: number): number {
    return ((this.cost(i, j) + price) << MOVE_BITS) | move;
  }

  private cost(i: number, j: number): number {
    // The rows at hand, or where all are made what was kept of them
    return this.current - i <= 2
      ? lesser((this.last3[i % 3] as Int16Array)[j] as number, this.kept.ceiling(i))
      : this.kept.at(i, j);
  }
}

/** Without a branch, which would be mispredicted at every other cell: that takes twice as long. */
function lesser(a: number, b: number): number {
  return b + ((a - b) & ((a - b) >> 31));
}
