import type { IndexedPassage } from "../index/forward-index.ts";
import type { ExpansionMatch } from "../index/language-expansion.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import type { Corpus, Passage, Span } from "../model/corpus.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import { markedPart } from "./best-sentence.ts";
import { candidateQuery } from "./candidate-query.ts";
import {
  type Candidate,
  extractFeatures,
  type Measured,
  type QueryContext,
  queryContext,
  type RankingFeatures,
  type RankingParts,
  SCORE_TERMS,
  scoreTerm,
} from "./features.ts";
import { highlights, type Match, matcherOf } from "./matcher.ts";
import { MAX_CANDIDATES, MAX_CANDIDATES_EXPANDED, MAX_EXPANDED, type ScoreWeights } from "./weights.ts";

/** Below this a term meets a clause only by a related concept. */
const TOPICAL = 0.5;

/** A passage with everything that answerability and the quote need. */
export interface Ranked {
  readonly passage: Passage;
  readonly score: number;
  readonly features: RankingFeatures;
  /** For each clause of the question, how well the passage and its surroundings meet it, 0 to 1. */
  readonly met: readonly number[];
  /** The same by its own words alone. */
  readonly own: readonly number[];
  /** Where its own words meet each clause. */
  readonly positions: Match["places"];
  readonly indexed: IndexedPassage;
  /** Which of the clauses its document keeps coming back to. */
  readonly topical: readonly boolean[];
  readonly expansion: ExpansionMatch | undefined;
  readonly best: Span;
  readonly highlights: readonly Span[];
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
  const match = matcherOf(asked.terms, index);
  const candidates = first.map(({ passage: number, score }): Candidate => {
    const indexed = index.passage(number);
    return {
      passage: corpus.passages[number] as Passage,
      indexed,
      bm25: score / top,
      match: match(indexed),
    };
  });
  const documents = metByDocument(candidates);
  const weights = asked.expansion ? parts.weights.expanded : parts.weights.plain;
  return candidates
    .map((candidate): Ranked => {
      const inDocument = documents.get(candidate.passage.doc) ?? [];
      const measured = extractFeatures(question, candidate, inDocument, asked, parts);
      return rankedOf(scoreOf(measured.features, weights), candidate, measured, asked);
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
  const expected = expansion.expected.filter((passage) => !known.has(passage)).slice(0, MAX_EXPANDED);
  return [...found, ...expected.map((passage) => ({ passage, score: 0 }))];
}

/** For each document, the clauses that any of its candidates meets: an event is introduced once, not in every paragraph. */
function metByDocument(candidates: readonly Candidate[]): Map<string, number[]> {
  const documents = new Map<string, number[]>();
  for (const { passage, match: m } of candidates) {
    const known = documents.get(passage.doc);
    if (!known) documents.set(passage.doc, [...m.own]);
    else
      m.own.forEach((strength, at) => {
        if (strength > (known[at] as number)) known[at] = strength;
      });
  }
  return documents;
}

/** Only a few of the candidates are ever shown or judged: what only they need is found when it is asked for. */
function rankedOf(
  score: number,
  { passage, indexed, match }: Candidate,
  { features, met, best, sentence }: Measured,
  { terms, expansion }: QueryContext,
): Ranked {
  return {
    passage,
    score,
    features,
    met,
    own: match.own,
    positions: match.places,
    indexed,
    expansion,
    get topical() {
      return terms.map((list) =>
        list.some(({ number, strength }) => strength >= TOPICAL && indexed.topics.has(number)),
      );
    },
    get best() {
      return markedPart(best, sentence);
    },
    get highlights() {
      return highlights(match, indexed);
    },
  };
}

function scoreOf(features: RankingFeatures, weights: ScoreWeights): number {
  let sum = 0;
  for (const name of SCORE_TERMS) sum += weights[name] * scoreTerm(features, name);
  return sum;
}
