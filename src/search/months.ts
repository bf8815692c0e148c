/** The lexicon's concepts of the months, in order. */
export const MONTHS: readonly string[] =
  "january february march april may-month june july august september october november december".split(" ");
