import type { Seeds } from "./corpus/load.ts";
import { ExpansionIndex } from "./expansion/expansion-index.ts";
import type { WeightStore } from "./expansion/question-training.ts";
import { PassageIndex } from "./index/passage-index.ts";
import { ArabiziReader } from "./query/arabizi.ts";
import { type Query, toQuery } from "./query/query.ts";
import { type ParsedQuery, parseQuery, type QueryParserParts } from "./query/query-parser.ts";
import { sanitize } from "./query/sanitize.ts";
import { SpellChecker } from "./query/spell-checker.ts";
import { termWeights } from "./query/term-weights.ts";
import { type Ranked, type RerankerParts, rerank } from "./ranking/reranker.ts";
import { WEIGHTS, type Weights } from "./ranking/weights.ts";

export interface SearchOptions {
  /** For measuring what each part buys. */
  readonly weights?: Partial<Weights>;
  readonly spelling?: boolean;
  /** Of the same corpus, where it is made already. */
  readonly index?: PassageIndex | undefined;
  /** The same. */
  readonly expansions?: ExpansionIndex | undefined;
  /** Keeps what is learnt from the expected questions; it is learnt at each start without it. */
  readonly weightStore?: WeightStore | undefined;
}

export type SearchParts = QueryParserParts & RerankerParts & { readonly weights: Weights };

/** The indexes of one corpus, and a question's way through them up to its ranked passages. */
export interface Search {
  readonly parts: SearchParts;
  /** Tokenises a question and finds its language. */
  read(text: string, locale?: string): Query;
  parse(query: Query): ParsedQuery;
  rank(query: ParsedQuery): Ranked[];
}

/** Costs the time to index the corpus; after that every call is a few milliseconds. */
export function createSearch(
  seeds: Seeds,
  { weights, spelling = true, index: made, expansions, weightStore }: SearchOptions = {},
): Search {
  const { corpus, leaders, lexicon, questions } = seeds;
  const index = made ?? new PassageIndex(corpus, lexicon, leaders);
  const parts: SearchParts = {
    corpus,
    index,
    expansions: expansions ?? new ExpansionIndex(corpus, questions, weightStore),
    lexicon,
    leaders,
    spellChecker: spelling ? new SpellChecker(index, lexicon, leaders) : { correct: () => undefined },
    arabizi: new ArabiziReader(index, lexicon),
    weights: { ...WEIGHTS, ...termWeights(index.lexiconShare), ...weights },
  };
  return {
    parts,
    read: (text, locale) => toQuery(sanitize(text), locale, parts),
    parse: (query) => parseQuery(query, parts),
    rank: (query) => rerank(query, parts),
  };
}
