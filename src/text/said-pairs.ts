import type { Token } from "../analysis/tokenizer.ts";

/** "The two countries", "the two sides", "bilateral", "between us", "our relations": in folded letters, behind what may be glued on. */
const BOTH =
  /^[وفبلك]?(?:(?:ال|ل)?(?:بلدين|دولتين|دولتان|جانبين|جانبان|طرفين|طرفان|شعبين|ثنايي|ثناييه)|بلدينا|دولتينا|شعبينا|بيننا|علاقاتنا|روابطنا)$/u;

/** Where a text speaks of both of two that it has named before, by the numbers of the tokens. */
export function saysBoth(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ folded }, at) => (BOTH.test(folded) ? [at] : []));
}
