import type { PassageIndex } from "../index/passage-index.ts";
import { isYear } from "../index/terms.ts";
import type { Corpus } from "../model/corpus.ts";
import { type Clause, isContent } from "../query/clause.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import { hasAnswerType } from "../ranking/answer-type-match.ts";
import type { Ranked } from "../ranking/reranker.ts";
import { hasCount, isListed, onlyYear } from "./adjacency.ts";

export interface AnswerabilityParts {
  readonly corpus: Corpus;
  readonly index: PassageIndex;
}

/**
 * What there is for and against the best passage being an answer. Shares are of the question's weight, by rarity; the others are counts, or
 * 0 and 1. What each buys is in the report of `npm run fit`.
 */
export interface AnswerabilityFeatures {
  /** Share that the passage and its surroundings meet, of what the corpus has at all. */
  readonly coverage: number;
  /** The same of all that is asked: a word that nothing knows counts as the rarest. */
  readonly strictCoverage: number;
  /** The same inside the best sentence. */
  readonly window: number;
  readonly proximity: number;
  /** Rarity met, as an amount rather than a share: a single common word is met by chance, however large its share of a short question. */
  readonly rarityMet: number;
  /** Rarity of the weightiest clause that is not met: what the question may hinge on. */
  readonly hinge: number;
  /** Share of words that the corpus has nowhere though the lexicon knows them. */
  readonly absent: number;
  /** Share of words that neither has, in the script of the texts: an inflection that the stemmer misses, or chit-chat. */
  readonly unknown: number;
  /** Number of the question's words that the passage itself meets, and the number of its clauses. */
  readonly metWords: number;
  readonly clauses: number;
  /** How much of what is ranked high stands in the passage's document. */
  readonly documentShare: number;
  /** The question is in another language than the texts. */
  readonly foreign: number;
  /** Places that are not met, though the document does not keep coming back to them; those with something near them met. */
  readonly otherPlace: number;
  readonly nearPlace: number;
  /** People who are not met. */
  readonly otherPerson: number;
  /** A year or a month that neither the passage nor its surroundings date from. */
  readonly otherDate: number;
  /** The question asks what one person said, and another one speaks. */
  readonly otherSpeaker: number;
  /** The year of the question stands only in a list of years. */
  readonly listed: number;
  /** The kind of thing asked for is not in the passage. */
  readonly unexpected: number;
  readonly asksHowMany: number;
  /** The question asks how many, and no number stands next to what is counted. */
  readonly uncounted: number;
  /** Of what editors wrote: share of the question that the passage's translation and expected questions hold. */
  readonly expandedCoverage: number;
  /** Likeness to the nearest question that nothing answers. */
  readonly nearestUnanswered: number;
  /** Share of the unanswered among the expected questions nearest to it. */
  readonly unansweredShare: number;
  /** BM25 of the passage's expected questions as a share of the question's rarity, 0 up. */
  readonly expansionShare: number;
  /** Log odds that a question of such words goes unanswered. */
  readonly unansweredOdds: number;
}

/** A clause met less than this counts as unmet. */
export const MET = 0.3;
/** Met less than this, a clause is met only by a related concept. */
const HALF_MET = 0.5;
/** A concept met at least this well stands in the passage as the question spells it. */
const SPELLED = 0.8;
/** A word known to nothing may be chit-chat or an inflection, so it weighs a little less than a known word that occurs nowhere. */
const UNKNOWN_SHARE = 0.8;
/** Nats of rarity beyond which more makes no difference. */
const MAX_RARITY_MET = 20;
const MAX_CLAUSES_COUNTED = 12;
const MAX_MET_WORDS = 5;
const MAX_COUNTED = 2;
const ARABIC = /[\u0600-\u06ff]/;

export function answerabilityFeatures(
  query: ParsedQuery,
  best: Ranked,
  documentShare: number,
  { index }: AnswerabilityParts,
): AnswerabilityFeatures {
  const { features, positions, indexed, expansion } = best;
  const { answerTypes } = query;
  const focused = focus(query.clauses, best.met);
  const part = <T>(list: readonly T[]) => list.slice(focused.from, focused.to);
  const clauses = part(query.clauses);
  const [met, own, topical] = [part(best.met), part(best.own), part(best.topical)];
  const strict = strictRarity(clauses, met, index.idf(0));
  const positionsOf = (clause: Clause | undefined) =>
    clause ? (positions[query.clauses.indexOf(clause)] ?? []) : [];
  return {
    coverage: features.coverage,
    strictCoverage: strict.all > 0 ? strict.met / strict.all : 0,
    window: features.window,
    proximity: features.proximity,
    rarityMet: Math.min(1, (strict.met * asInMany(index.idf(0))) / MAX_RARITY_MET),
    hinge: strict.hinge / index.idf(0),
    ...unknownShares(clauses),
    metWords: Math.min(
      MAX_MET_WORDS,
      clauses.filter(({ kind }, at) => kind === "word" && (own[at] as number) >= HALF_MET).length,
    ),
    clauses: Math.min(MAX_CLAUSES_COUNTED, clauses.length) / MAX_CLAUSES_COUNTED,
    documentShare,
    foreign: index.languages.has(query.language) ? 0 : 1,
    ...others(clauses, { met, own, topical }),
    otherSpeaker: query.says && query.people.length > 0 && features.speaks === 0 ? 1 : 0,
    listed: isListed(positionsOf(onlyYear(query.clauses)), indexed, index) ? 1 : 0,
    unexpected: hasAnswerType(query) ? 1 - features.expected : 0,
    asksHowMany: answerTypes.has("how-many") ? 1 : 0,
    uncounted: hasCount(query, positionsOf(query.counted), indexed, index) === false ? 1 : 0,
    expandedCoverage: expansion?.coverage(best.passage.index) ?? 0,
    nearestUnanswered: expansion?.nearestUnanswered ?? 0,
    unansweredShare: expansion?.unansweredShare ?? 0,
    expansionShare: expansion?.bm25Share(best.passage.index) ?? 0,
    unansweredOdds: expansion?.unansweredOdds ?? 0,
  };
}

/** Clauses that are judged together; of a longer question, the run that is met best. The rest is chit-chat. */
const FOCUS = 9;

function focus(clauses: readonly Clause[], met: readonly number[]): { from: number; to: number } {
  let best = { from: 0, to: Math.min(FOCUS, clauses.length) };
  let most = Number.NEGATIVE_INFINITY;
  for (let from = 0; from + FOCUS <= clauses.length; from += 1) {
    let sum = 0;
    for (let at = from; at < from + FOCUS; at += 1)
      sum += (clauses[at] as Clause).rarity * (met[at] as number);
    if (sum > most) {
      most = sum;
      best = { from, to: from + FOCUS };
    }
  }
  return best;
}

/** In a folder of a few paragraphs no word is rare: its rarity counts as it would among as many as these. */
const MIN_PASSAGES = 74;
const asInMany = (rarest: number) => Math.max(1, Math.log(2 + 2 * MIN_PASSAGES) / (rarest || 1));

function strictRarity(clauses: readonly Clause[], met: readonly number[], rarest: number) {
  const sums = { all: 0, met: 0, hinge: 0 };
  clauses.forEach((clause, at) => {
    if (!isContent(clause)) return;
    const doubtful = clause.kind === "word" && !clause.inLexicon;
    const rarity = clause.known ? clause.rarity : rarest * (doubtful ? UNKNOWN_SHARE : 1);
    const share = met[at] as number;
    sums.all += rarity;
    sums.met += rarity * share;
    sums.hinge = Math.max(sums.hinge, rarity * (1 - share));
  });
  return sums;
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
function others(clauses: readonly Clause[], { met, own, topical }: Pick<Ranked, "met" | "own" | "topical">) {
  const found = { otherPlace: 0, nearPlace: 0, otherPerson: 0, otherDate: 0 };
  clauses.forEach((clause, at) => {
    const isMet = (met[at] as number) >= MET;
    if (isYearOrMonth(clause) && !isMet) found.otherDate = 1;
    if (clause.kind === "person" && !isMet) found.otherPerson += 1;
    if (clause.kind === "place" && (own[at] as number) < HALF_MET && !topical[at]) {
      found.otherPlace += 1;
      if ((own[at] as number) > 0) found.nearPlace += 1;
    }
  });
  const { otherPlace, nearPlace, otherPerson, otherDate } = found;
  return {
    otherPlace: Math.min(MAX_COUNTED, otherPlace),
    nearPlace: Math.min(MAX_COUNTED, nearPlace),
    otherPerson: Math.min(MAX_COUNTED, otherPerson),
    otherDate,
  };
}

/** A year, or a month spelled as such: a word merely corrected to a month may be something else. */
function isYearOrMonth({ kind, terms, isMonth }: Clause): boolean {
  if (kind === "number") return [...terms.keys()].some(isYear);
  return kind === "date" && isMonth && Math.max(...terms.values()) >= SPELLED;
}
