import type { PassageIndex } from "../index/passage-index.ts";
import { isYear } from "../index/terms.ts";
import type { Corpus } from "../model/corpus.ts";
import { type Clause, isContent } from "../query/clause.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import { TERM_WEIGHTS } from "../query/term-weights.ts";
import { hasAnswerType } from "../ranking/answer-type-match.ts";
import { UNMET } from "../ranking/features.ts";
import type { Ranked } from "../ranking/reranker.ts";
import { hasCount } from "./adjacency.ts";

export interface AnswerabilityParts {
  readonly corpus: Corpus;
  readonly index: PassageIndex;
}

/**
 * What there is for and against the best passage being an answer. Shares are of the question's weight, by rarity; the others are counts, or
 * 0 and 1. What each buys is in the report of `npm run fit`.
 */
export interface AnswerabilityFeatures {
  /** Share that the passage meets, what the corpus has nowhere among it. */
  readonly coverage: number;
  /** 1 where a word, nobody's name, is all that the question has of content: many a passage meets it. */
  readonly single: number;
  /** How close, and in what order, the question's words stand. */
  readonly proximity: number;
  /** How long the passage is: one of many words meets a few by chance. 1 where it has 400 terms. */
  readonly length: number;
  /** Share of words that the corpus has nowhere though the lexicon knows them. */
  readonly absent: number;
  /** Share of words that neither has, in the script of the texts: an inflection that the stemmer misses, or chit-chat. */
  readonly unknown: number;
  /** How many of the question's words the passage itself meets, each as far as it is met as spelled; at most five. */
  readonly metWords: number;
  /** How much of what is ranked high stands in the passage's document. */
  readonly documentShare: number;
  /** Places that neither the passage nor what stands around it meets, not even by a related place. */
  readonly otherPlace: number;
  /** People who are not met. */
  readonly otherPerson: number;
  /** A year or a month that neither the passage nor its surroundings date from. */
  readonly otherDate: number;
  /** The question asks what one person said, and another one speaks. */
  readonly otherSpeaker: number;
  /** The kind of thing asked for is not in the passage. */
  readonly unexpected: number;
  /** The question asks how many, and no number stands next to what is counted. */
  readonly uncounted: number;
  /** Of what editors wrote: share of the question that the passage's translation and expected questions hold. */
  readonly expandedCoverage: number;
  /** How likely it is that such words ask for the passage rather than for any other: below 0 where less than by chance. */
  readonly likelihood: number;
  /** Likeness to the nearest question that nothing answers. */
  readonly nearestUnanswered: number;
  /** Log odds that a question put like this goes unanswered. */
  readonly unansweredOdds: number;
}

/** A concept met at least this well stands in the passage as the question spells it. */
const SPELLED = 0.8;
/** And one met no better than this, by a related concept only. */
const RELATED = TERM_WEIGHTS.near;
/** A word known to nothing may be chit-chat or an inflection, so it weighs a little less than a known word that occurs nowhere. */
const UNKNOWN_SHARE = 0.8;
/** Terms of a long passage. */
const LONG = 400;
const MAX_MET_WORDS = 5;
const MAX_COUNTED = 2;
const ARABIC = /[\u0600-\u06ff]/;

export function answerabilityFeatures(
  query: ParsedQuery,
  best: Ranked,
  documentShare: number,
  { index }: AnswerabilityParts,
): AnswerabilityFeatures {
  const { features, positions, indexed, expansion, met, own } = best;
  const { clauses } = query;
  const counted = query.counted ? (positions[clauses.indexOf(query.counted)] ?? []) : [];
  return {
    coverage: coverageOf(clauses, met, index.idf(0)),
    single: isSingleWord(clauses.filter(isContent)) ? 1 : 0,
    proximity: features.proximity,
    length: Math.log(indexed.terms.length + 1) / Math.log(LONG),
    ...unknownShares(clauses),
    metWords: Math.min(
      MAX_MET_WORDS,
      clauses.reduce((sum, { kind }, at) => sum + (kind === "word" ? spelled(own[at] as number) : 0), 0),
    ),
    documentShare,
    ...others(query, met),
    otherSpeaker: query.says && query.people.length > 0 && features.speaks === 0 ? 1 : 0,
    unexpected: hasAnswerType(query) ? 1 - best.sentence.expected : 0,
    uncounted: hasCount(query, counted, indexed, index) === false ? 1 : 0,
    expandedCoverage: expansion?.coverage(best.passage.index) ?? 0,
    likelihood: features.likelihood,
    nearestUnanswered: expansion?.nearestUnanswered ?? 0,
    unansweredOdds: expansion?.unansweredOdds ?? 0,
  };
}

const isSingleWord = ([one, ...others]: readonly Clause[]) => one?.kind === "word" && others.length === 0;

/** How far a word is met as spelled: 0 where only a related one meets it, up to 1. */
const spelled = (met: number) => Math.min(1, Math.max(0, (met - RELATED) / (SPELLED - RELATED)));

function coverageOf(clauses: readonly Clause[], met: readonly number[], rarest: number): number {
  let [all, has] = [0, 0];
  clauses.forEach((clause, at) => {
    if (!isContent(clause)) return;
    const { known, rarity, kind, inLexicon } = clause;
    const weight = known ? rarity : rarest * (kind === "word" && !inLexicon ? UNKNOWN_SHARE : 1);
    all += weight;
    has += weight * (met[at] as number);
  });
  return all === 0 ? 0 : has / all;
}

function unknownShares(clauses: readonly Clause[]) {
  const total = clauses.reduce((sum, clause) => sum + clause.rarity, 0) || 1;
  const shareOf = (test: (clause: Clause) => boolean) =>
    clauses.filter(test).reduce((sum, clause) => sum + clause.rarity, 0) / total;
  return {
    absent: shareOf(({ known, inLexicon }) => !known && inLexicon),
    unknown: shareOf(
      ({ known, inLexicon, kind, surface }) =>
        !known && !inLexicon && kind === "word" && ARABIC.test(surface),
    ),
  };
}

/** Places, people and dates of the question that the passage is not about. */
function others({ clauses, readings }: ParsedQuery, met: readonly number[]) {
  // A word merely corrected to a name may be something else ("popping" is nobody)
  const isCorrected = ({ surface }: Clause) => readings.some(({ typed }) => surface.includes(typed));
  const unmet = clauses.filter((_, at) => (met[at] as number) < UNMET);
  const count = (test: (clause: Clause) => boolean) => Math.min(MAX_COUNTED, unmet.filter(test).length);
  return {
    otherPlace: count(({ kind }) => kind === "place"),
    otherPerson: count((clause) => clause.kind === "person" && !isCorrected(clause)),
    otherDate: unmet.some(isYearOrMonth) ? 1 : 0,
  };
}

/** A year, or a month spelled as such: a word merely corrected to a month may be something else. */
function isYearOrMonth({ kind, terms, isMonth }: Clause): boolean {
  if (kind === "number") return [...terms.keys()].some(isYear);
  return kind === "date" && isMonth && Math.max(...terms.values()) >= SPELLED;
}
