/** Dearer than any way: the longest quotation has 4,000 words at 4 each. With an edit on top it still fits in 16 bits. */
export const FAR = 0x7000;

/** Kept between calls: a long quotation needs a megabyte. */
let kept = new Int16Array(0);

/**
 * The costs of a table row by row, of which only the stretches are kept that hold anything below the row's ceiling: a tenth of them at
 * most. No cell costs more than the ceiling. Good until the next one is made.
 */
export class CostRows {
  /** The first stretch of each row; of each stretch its first column, and where its costs are kept. */
  private readonly rows: Int32Array;
  private readonly ceilings: Int16Array;
  private readonly firsts: number[] = [];
  private readonly offsets: number[] = [0];
  private length = 0;

  constructor(rows: number) {
    this.rows = new Int32Array(rows + 1);
    this.ceilings = new Int16Array(rows);
  }

  /** Adds columns [first, last] of `row` to the row that is not closed yet; stretches ascending, perhaps with a column in common. */
  add(row: Int16Array, first: number, last: number): void {
    let { length } = this;
    if (kept.length < length + last - first + 1) {
      const wide = new Int16Array(Math.max(4096, kept.length * 2, length + last - first + 1));
      wide.set(kept);
      kept = wide;
    }
    const costs = kept;
    for (let column = first; column <= last; column += 1) {
      costs[length] = row[column] as number;
      length += 1;
    }
    this.length = length;
    this.firsts.push(first);
    this.offsets.push(length);
  }

  close(row: number, ceiling: number): void {
    this.rows[row + 1] = this.firsts.length;
    this.ceilings[row] = ceiling;
  }

  ceiling(row: number): number {
    return this.ceilings[row] as number;
  }

  at(row: number, column: number): number {
    let from = this.rows[row] as number;
    let to = this.rows[row + 1] as number;
    // The last stretch that begins at the column or before it
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.firsts[middle] as number) <= column) from = middle + 1;
      else to = middle;
    }
    const stretch = from - 1;
    const ceiling = this.ceilings[row] as number;
    if (stretch < (this.rows[row] as number)) return ceiling;
    const at = (this.offsets[stretch] as number) + column - (this.firsts[stretch] as number);
    return at < (this.offsets[stretch + 1] as number) ? Math.min(kept[at] as number, ceiling) : ceiling;
  }

  /** Lays what is kept of a row into one of all columns. */
  copyTo(into: Int16Array, row: number): void {
    for (let stretch = this.rows[row] as number; stretch < (this.rows[row + 1] as number); stretch += 1) {
      const first = this.firsts[stretch] as number;
      const from = this.offsets[stretch] as number;
      for (let at = from; at < (this.offsets[stretch + 1] as number); at += 1)
        into[first + at - from] = Math.min(kept[at] as number, this.ceilings[row] as number);
    }
  }

  /** Makes the cells far away that are kept of a row. */
  clear(cells: Int16Array, row: number): void {
    for (let stretch = this.rows[row] as number; stretch < (this.rows[row + 1] as number); stretch += 1) {
      const first = this.firsts[stretch] as number;
      cells.fill(
        FAR,
        first,
        first + (this.offsets[stretch + 1] as number) - (this.offsets[stretch] as number),
      );
    }
  }
}
