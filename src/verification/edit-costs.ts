/** The moves from the words of a quotation to those of the sources, and what each costs. */

/** A word put in, or put for another. */
export const EDIT = 4;
/** A word left out: less, so that the last word of a quotation is what it is and not another put for the one left out before it. */
export const DROPPED = 3;
/** A form of the same word put for another: the aligned pair is the likeliest one. */
export const INFLECTED = 3;
/** Two words written as one, one as two. */
export const GLUED = 1;
export const SWAPPED = 6;
/**
 * A leap: three words that are found elsewhere are a fragment, two are words added. A word alone never is one, so that small words do
 * not carry the quotation about the corpus.
 */
export const LEAP = 10;

/** How the cheapest way to a cell came to it; of equal ones the first is taken. */
export const Move = {
  Same: 0,
  Changed: 1,
  TwoAsOne: 2,
  OneAsTwo: 3,
  Swapped: 4,
  Added: 5,
  Dropped: 6,
  Leap: 7,
} as const;
/** A cost and the move that it is paid for fit into one number: the move is in its lowest bits. */
export const MOVE_BITS = 3;
