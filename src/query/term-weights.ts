/** How well a clause of the query is met, by what it meets in the passage; shares of 1. */
export interface TermWeights {
  readonly surface: number;
  readonly stem: number;
  readonly concept: number;
  readonly near: number;
  /** Met by a word that shares most of its pieces, times its likeness. */
  readonly alike: number;
  /** What words of little content, and verbs of saying, weigh beside their rarity. */
  readonly light: number;
  readonly say: number;
}

export const TERM_WEIGHTS: TermWeights = {
  surface: 1,
  stem: 0.85,
  concept: 0.82,
  near: 0.3,
  alike: 0.7,
  light: 0.4,
  say: 0.16,
};
