/** The lexicon's ids of the months, in order. */
export const MONTH_IDS: readonly string[] =
  "january february march april may-month june july august september october november december".split(" ");
