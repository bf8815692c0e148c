import type { ExpansionMatch } from "../expansion/language-expansion.ts";
import type { IndexedPassage } from "../index/forward-index.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import type { Corpus, Passage, Span } from "../model/corpus.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import type { BestSentence } from "./best-sentence.ts";
import { candidateQuery } from "./candidate-query.ts";
import {
  type Candidate,
  extractFeatures,
  type Measured,
  queryContext,
  type RankingFeatures,
  type RankingParts,
  SCORE_TERMS,
  scoreTerm,
} from "./features.ts";
import { highlights, type Match } from "./matcher.ts";
import { MAX_CANDIDATES, MAX_CANDIDATES_EXPANDED, MAX_EXPANDED, type ScoreWeights } from "./weights.ts";

/**
 * A passage with everything that answerability and the quote need. Only a few of the candidates are ever shown or judged: what only they
 * need is found when it is asked for.
 */
export class Ranked {
  readonly passage: Passage;
  readonly indexed: IndexedPassage;
  private readonly match: Match;

  constructor(
    readonly score: number,
    { passage, indexed, match }: Candidate,
    private readonly measured: Measured,
    readonly expansion: ExpansionMatch | undefined,
  ) {
    this.passage = passage;
    this.indexed = indexed;
    this.match = match;
  }

  get features(): RankingFeatures {
    return this.measured.features;
  }

  /** For each clause of the question, how well the passage and its surroundings meet it, 0 to 1. */
  get met(): readonly number[] {
    return this.measured.met;
  }

  /** The same by its own words alone. */
  get own(): readonly number[] {
    return this.match.own;
  }

  /** Where its own words meet each clause. */
  get positions(): Match["places"] {
    return this.match.places;
  }

  get sentence(): BestSentence {
    return this.measured.sentence;
  }

  get best(): Span {
    return this.sentence.marked;
  }

  get highlights(): readonly Span[] {
    return highlights(this.match, this.indexed);
  }
}

export interface RerankerParts extends RankingParts {
  readonly corpus: Corpus;
}

/** The passages that meet the question best, best first; ties by place in the corpus. */
export function rerank(question: ParsedQuery, parts: RerankerParts): Ranked[] {
  const { index, corpus } = parts;
  const asked = queryContext(question, parts);
  const first = firstStage(question, asked.expansion, index);
  const top = Math.max(...first.map((c) => c.score), Number.EPSILON);
  const weights = asked.expansion ? parts.weights.expanded : parts.weights.plain;
  return first
    .map(({ passage: number, score }) => {
      const indexed = index.passage(number);
      const candidate: Candidate = {
        passage: corpus.passages[number] as Passage,
        indexed,
        bm25: score / top,
        match: asked.matcher.match(indexed),
      };
      const measured = extractFeatures(question, candidate, asked, parts);
      return new Ranked(scoreOf(measured, weights), candidate, measured, asked.expansion);
    })
    .sort((a, b) => b.score - a.score || a.passage.index - b.passage.index);
}

/** The passages that the words find, and those that editors expect to be asked for in such words. */
function firstStage(
  question: ParsedQuery,
  expansion: ExpansionMatch | undefined,
  index: PassageIndex,
): { passage: number; score: number }[] {
  const terms = candidateQuery(question, index);
  const limit = expansion ? MAX_CANDIDATES_EXPANDED : MAX_CANDIDATES;
  const found = terms.size === 0 ? [] : index.candidates(terms, limit);
  if (!expansion) return found;
  const known = new Set(found.map(({ passage }) => passage));
  const expected = expansion.expected(MAX_EXPANDED, known);
  return [...found, ...expected.map((passage) => ({ passage, score: 0 }))];
}

function scoreOf(measured: Measured, weights: ScoreWeights): number {
  let sum = 0;
  // What weighs nothing need not be found
  for (const name of SCORE_TERMS) if (weights[name] !== 0) sum += weights[name] * scoreTerm(measured, name);
  return sum;
}
