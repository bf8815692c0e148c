import type { Corpus, Passage, Span } from "../model.ts";
import { highlights, match, unitsByTerm } from "./matcher.ts";
import { queryTerms } from "./candidate-query.ts";
import {
  type AskedOnce,
  askedOnce,
  type Candidate,
  measure,
  type SignalParts,
  type Signals,
} from "./features.ts";
import type { Understanding } from "../query/query-parser.ts";
import { CANDIDATES, type Weights } from "./weights.ts";

/** A passage with all that the judge and the quote need to know of it. */
export interface Ranked {
  readonly passage: Passage;
  readonly score: number;
  readonly signals: Signals;
  /** For each unit of the question, how well the passage and its surroundings meet it, 0 to 1. */
  readonly met: readonly number[];
  /** The same by its own words alone. */
  readonly own: readonly number[];
  /** Which of the units its document keeps coming back to. */
  readonly topical: readonly boolean[];
  readonly best: Span;
  readonly highlights: readonly Span[];
}

export interface RankParts extends SignalParts {
  readonly corpus: Corpus;
}

/** The passages that meet the question best, best first; ties by place in the corpus. */
export function rank(question: Understanding, parts: RankParts): Ranked[] {
  const { index, corpus } = parts;
  const terms = queryTerms(question, index);
  if (terms.size === 0) return [];
  const first = index.candidates(terms, CANDIDATES);
  const top = Math.max(...first.map((c) => c.score), Number.EPSILON);
  const asked = askedOnce(question, parts);
  const lookup = unitsByTerm(asked.terms);
  const candidates = first.map(({ passage: number, score }): Candidate => {
    const indexed = index.passage(number);
    return {
      passage: corpus.passages[number] as Passage,
      indexed,
      bm25: score / top,
      match: match(question.units.length, indexed, lookup),
    };
  });
  const documents = metByDocument(candidates);
  return candidates
    .map((candidate) =>
      weighed(question, candidate, documents.get(candidate.passage.doc) ?? [], asked, parts),
    )
    .toSorted((a, b) => b.score - a.score || a.passage.index - b.passage.index);
}

/** For each document the units that any of its candidates meets: what the question says of the event is told once, not in every paragraph. */
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

function weighed(
  question: Understanding,
  candidate: Candidate,
  inDocument: readonly number[],
  asked: AskedOnce,
  parts: RankParts,
): Ranked {
  const { passage, indexed, match: m } = candidate;
  const { signals, met, best } = measure(question, candidate, inDocument, asked, parts);
  return {
    passage,
    score: scoreOf(signals, parts.weights),
    signals,
    met,
    own: m.own,
    get topical() {
      return asked.terms.map((list) =>
        list.some(({ number, strength }) => strength >= TOPICAL && indexed.topics.has(number)),
      );
    },
    best,
    get highlights() {
      // only a few of the candidates are ever shown
      return highlights(m, indexed);
    },
  };
}

function scoreOf(signals: Signals, weights: Weights): number {
  return (
    weights.coverage * signals.coverage +
    weights.window * signals.window +
    weights.proximity * signals.proximity +
    weights.bm25 * signals.bm25 +
    weights.expected * signals.expected * signals.coverage +
    weights.speaks * signals.speaks * signals.coverage -
    weights.astray * signals.astray -
    weights.line * signals.line
  );
}

/** A term that meets a unit less than this is only near to it. */
const TOPICAL = 0.5;
