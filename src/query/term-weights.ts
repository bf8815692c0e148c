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
  /** Whether those of the lexicon are such here: what has little content in some texts may be the matter of others. */
  readonly trustsLightWords: boolean;
}

export const TERM_WEIGHTS: TermWeights = {
  surface: 1,
  stem: 0.85,
  concept: 0.82,
  near: 0.3,
  alike: 0.7,
  light: 0.4,
  say: 0.16,
  trustsLightWords: true,
};

/** A lexicon of fewer of the texts' words than this was written word by word for them: a share of 1. */
const MAX_SMALL_LEXICON = 0.4;
/** Between these shares it is a dictionary that was made for others; at the ends each way of seeing it fades into the next. */
const DICTIONARY = { from: 0.6, to: 0.85 } as const;
/** One of more was written for the texts: it has their rare words too. */
const MIN_OWN_LEXICON = 0.94;
/** What a meaning weighs that a mere dictionary gives: it is wider than what the texts mean. */
const DICTIONARY_CONCEPT = 0.65;

/** The weights over texts of whose words the lexicon has that share. */
export function termWeights(lexiconShare: number): TermWeights {
  const small = (DICTIONARY.from - lexiconShare) / (DICTIONARY.from - MAX_SMALL_LEXICON);
  const complete = (lexiconShare - DICTIONARY.to) / (MIN_OWN_LEXICON - DICTIONARY.to);
  const own = Math.min(1, Math.max(0, small, complete));
  const { concept, near } = TERM_WEIGHTS;
  return {
    ...TERM_WEIGHTS,
    concept: DICTIONARY_CONCEPT + (concept - DICTIONARY_CONCEPT) * own,
    near: near * own,
    trustsLightWords: own > 0,
  };
}
