import type { Lexicon } from "../corpus/lexicon.ts";
import type { ExpansionIndex } from "../expansion/expansion-index.ts";
import type { ExpansionMatch } from "../expansion/language-expansion.ts";
import type { IndexedPassage } from "../index/forward-index.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { term } from "../index/terms.ts";
import type { Passage } from "../model/corpus.ts";
import { type Clause, type ClauseKind, totalRarity } from "../query/clause.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import { type AnswersIn, answersFor } from "./answer-type-match.ts";
import { BestSentence } from "./best-sentence.ts";
import { type Match, Matcher } from "./matcher.ts";
import { proximity } from "./proximity.ts";
import type { Weights } from "./weights.ts";

/** A passage's features for a question, 0 to 1 each unless noted; ranking weighs them, answerability reads them. */
export interface RankingFeatures {
  /** Share of the question's weight that the passage and its surroundings meet. */
  readonly coverage: number;
  /** How close, and in what order, the question's words stand. */
  readonly proximity: number;
  /** MiniSearch's score beside the best candidate's. */
  readonly bm25: number;
  /** BM25 over the questions that editors expect of it, beside the best passage's. */
  readonly expansion: number;
  /** How likely it is that such words ask for it rather than for any other passage: below 0 where less than by chance. */
  readonly likelihood: number;
  /** Whether a person named in the question speaks in it: 1 if the question asks for their words, else 0.5. */
  readonly speaks: number;
  /** People, numbers and organisations of the question that it does not meet; places count half. At most two. */
  readonly astray: number;
}

export interface RankingParts {
  readonly expansions: ExpansionIndex;
  readonly index: PassageIndex;
  readonly lexicon: Lexicon;
  readonly weights: Weights;
}

/** The terms of the weighted sum that is the score. */
export const SCORE_TERMS = [
  "coverage",
  "window",
  "proximity",
  "bm25",
  "expansion",
  "likelihood",
  "expected",
  "speaks",
  "astray",
] as const;
export type ScoreTerm = (typeof SCORE_TERMS)[number];

/** Holding the kind of thing asked for counts for more, the more of the question the passage meets. */
export function scoreTerm({ features, sentence }: Omit<Measured, "met">, name: ScoreTerm): number {
  if (name === "window") return sentence.window;
  if (name === "expected") return sentence.expected * features.coverage;
  return name === "speaks" ? features.speaks * features.coverage : features[name];
}

/** A passage that the first stage chose. */
export interface Candidate {
  readonly passage: Passage;
  readonly indexed: IndexedPassage;
  readonly bm25: number;
  readonly match: Match;
}

export interface Measured {
  readonly features: RankingFeatures;
  /** For each clause of the question, how well the passage and its surroundings meet it, 0 to 1. */
  readonly met: readonly number[];
  readonly sentence: BestSentence;
}

/** What all candidates of a question share. */
export interface QueryContext {
  readonly answersIn: AnswersIn | undefined;
  readonly matcher: Matcher;
  /** Undefined where editors wrote nothing in the question's language. */
  readonly expansion: ExpansionMatch | undefined;
  /** The rarity of all that is asked. */
  readonly total: number;
  /** How well what stands around passages meets each clause: title, subheading, date. */
  readonly around: (passage: Passage) => readonly number[];
}

export function queryContext(
  question: ParsedQuery,
  { index, lexicon, expansions }: RankingParts,
): QueryContext {
  const terms = question.clauses.map(({ indexed }) => indexed);
  const matcher = new Matcher(terms, index);
  // Shared by the passages under one heading
  const { surroundings } = index;
  const known = new Map<number, readonly number[]>();
  return {
    answersIn: answersFor(question, terms, index, lexicon),
    matcher,
    expansion: expansions.match(question.tokens, question.typedIn, question.earlier),
    total: totalRarity(question.clauses),
    around({ index: passage }) {
      const number = surroundings.numberOf(passage);
      let met = known.get(number);
      if (!met) {
        met = matcher.strengths(surroundings.termsOf(number));
        known.set(number, met);
      }
      return met;
    },
  };
}

/** Computes a candidate's features. */
export function extractFeatures(
  question: ParsedQuery,
  { passage, indexed, bm25, match: m }: Candidate,
  { answersIn, around, total, expansion }: QueryContext,
  { weights }: RankingParts,
): Measured {
  const { clauses } = question;
  const inContext = around(passage);
  const met: number[] = [];
  let [weight, astray] = [0, 0];
  for (let at = 0; at < clauses.length; at += 1) {
    const clause = clauses[at] as Clause;
    const isSpeaker =
      clause.kind === "person" && passage.speakers.some((id) => clause.terms.has(term.person(id)));
    const share = isSpeaker ? 1 : Math.max(m.own[at] as number, (inContext[at] as number) * weights.context);
    met.push(share);
    weight += share * clause.rarity;
    if (share < UNMET) astray += ASTRAY[clause.kind] ?? 0;
  }
  const coverage = weight / total;
  const features: RankingFeatures = {
    coverage,
    proximity: proximity(clauses, m.places, total),
    bm25,
    ...byQuestions(passage.index, coverage, expansion),
    speaks: speaks(question, passage),
    astray: Math.min(2, astray),
  };
  const sentence = new BestSentence({ question, total, passage, indexed, match: m, answersIn });
  return { features, met, sentence };
}

/** What nobody was asked to expect anything of, a text put in beside the others, is taken at its own words. */
function byQuestions(
  passage: number,
  coverage: number,
  expansion: ExpansionMatch | undefined,
): Pick<RankingFeatures, "expansion" | "likelihood"> {
  if (!expansion) return { expansion: 0, likelihood: 0 };
  if (!expansion.expects(passage)) return { expansion: coverage, likelihood: coverage };
  return { expansion: expansion.bm25(passage), likelihood: expansion.likelihood(passage) };
}

/** With a verb of saying, the first person named is the speaker asked for; without one, anyone named may be. */
function speaks({ says, people }: ParsedQuery, { speakers }: Passage): number {
  if (says) return people[0] !== undefined && speakers.includes(people[0]) ? 1 : 0;
  return people.some((id) => speakers.includes(id)) ? 0.5 : 0;
}

/** Met less than this, a named thing is not the one that the question asks about. */
export const UNMET = 0.25;
const ASTRAY: Partial<Record<ClauseKind, number>> = { person: 1, number: 1, date: 1, name: 1, place: 0.5 };
