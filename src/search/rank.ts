import type { Lexicon } from "../corpus/lexicon.ts";
import type { Corpus, Passage, PassageKind, Span } from "../model.ts";
import { unitsAskingFor } from "./asked-line.ts";
import { hasCount, isHeld, isListed, onlyYear } from "./beside.ts";
import { bestSpan } from "./best-span.ts";
import { type AnswersIn, answersFor, expected } from "./expect.ts";
import { highlights, type Match, match, termsOf, type UnitTerms, unitsByTerm } from "./match.ts";
import type { PassageIndex } from "./passage-index.ts";
import type { IndexedPassage } from "./passage-terms.ts";
import { proximity } from "./proximity.ts";
import { term } from "./terms.ts";
import type { Understanding } from "./understand.ts";
import { totalRarity, type Unit, type UnitKind } from "./unit.ts";
import { CANDIDATES, MOST_TERMS, POSTINGS, TELLING, type Weights } from "./weights.ts";

/** What a passage has for a question, each 0 to 1: the ranking weighs them, the judge reads them. */
export interface Signals {
  /** Share of the question's weight that the passage and its surroundings meet. */
  readonly coverage: number;
  /** The same by the passage's own words. */
  readonly own: number;
  /** The same inside the best sentence. */
  readonly window: number;
  /** How close, and in what order, the question's words stand. */
  readonly proximity: number;
  /** MiniSearch's score beside the best candidate's. */
  readonly bm25: number;
  /** Whether it holds the kind of thing that is asked for, most in the best sentence; of a list, how many. */
  readonly expected: number;
  /** Whether a person whom the question names speaks in it: 1 where their words are asked for, else 0.5. */
  readonly speaks: number;
  /** People, numbers and organisations of the question that it does not meet; places count half. At most two. */
  readonly astray: number;
  /** Whether a number stands beside what "how many" asks about. */
  readonly counted: boolean | undefined;
  /** Whether a name stands beside the office, and the country that it is of, whose holder is asked for. */
  readonly held: boolean | undefined;
  /** A number of the question stands only in a list of such numbers. */
  readonly listed: number;
  /** A line that signs or titles: 1 where none is asked for, -1 where one is. */
  readonly line: number;
}

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

export interface RankParts {
  readonly corpus: Corpus;
  readonly index: PassageIndex;
  readonly lexicon: Lexicon;
  readonly weights: Weights;
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
      judgeCandidate(question, candidate, documents.get(candidate.passage.doc) ?? [], asked, parts),
    )
    .toSorted((a, b) => b.score - a.score || a.passage.index - b.passage.index);
}

/** What is the same for every candidate of a question. */
interface AskedOnce {
  readonly answersIn: AnswersIn | undefined;
  readonly askingFor: (kind: PassageKind) => ReadonlySet<number>;
  readonly terms: UnitTerms;
  /** The rarity of all that is asked. */
  readonly total: number;
  /** The one year that is asked about, as the number of its unit; -1 where there is none, or more. */
  readonly year: number;
  /** How well what stands around passages meets each unit: title, subheading, date. */
  readonly around: (context: ReadonlySet<number>) => readonly number[];
}

function askedOnce(question: Understanding, { index, lexicon }: RankParts): AskedOnce {
  const asking = new Map<PassageKind, ReadonlySet<number>>();
  const terms = termsOf(question, index);
  // shared by the passages under one heading
  const contexts = new Map<ReadonlySet<number>, readonly number[]>();
  return {
    answersIn: answersFor(question, terms, index, lexicon),
    askingFor(kind) {
      const known = asking.get(kind) ?? unitsAskingFor(question, kind);
      asking.set(kind, known);
      return known;
    },
    terms,
    total: totalRarity(question.units),
    year: onlyYear(question.units),
    around(context) {
      let met = contexts.get(context);
      if (!met) {
        met = terms.map((list) =>
          list.reduce(
            (most, { number, strength }) => (strength > most && context.has(number) ? strength : most),
            0,
          ),
        );
        contexts.set(context, met);
      }
      return met;
    },
  };
}

interface Candidate {
  readonly passage: Passage;
  readonly indexed: IndexedPassage;
  readonly bm25: number;
  readonly match: Match;
}

/** The terms to choose candidates by: the rarest first, until they have POSTINGS between them. */
function queryTerms(question: Understanding, index: PassageIndex): Map<string, number> {
  const all = new Map<string, number>();
  for (const unit of question.units)
    for (const [name, strength] of unit.terms) {
      // fields hold stems, concepts, people and numbers; surface forms speak in the second stage
      if (name.startsWith("w:") || strength === 0 || !index.knows(name)) continue;
      const light = unit.kind === "light" || unit.kind === "say" ? 0.3 : 1;
      all.set(name, Math.max(all.get(name) ?? 0, strength * light));
    }
  const least = TELLING * index.telling(1);
  const telling = [...all].filter(
    ([name, boost]) => boost * index.telling(index.documentFrequency(name)) >= least,
  );
  const sorted = (telling.length > 0 ? telling : [...all]).toSorted(
    ([a], [b]) => index.documentFrequency(a) - index.documentFrequency(b),
  );
  const chosen = new Map<string, number>();
  let postings = 0;
  for (const [name, boost] of sorted) {
    const frequency = index.documentFrequency(name);
    if (chosen.size > 0 && (postings + frequency > POSTINGS || chosen.size >= MOST_TERMS)) break;
    postings += frequency;
    chosen.set(name, boost);
  }
  return chosen;
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

function judgeCandidate(
  question: Understanding,
  { passage, indexed, bm25, match: m }: Candidate,
  inDocument: readonly number[],
  { answersIn, askingFor, terms, around, total, year }: AskedOnce,
  { weights, index, lexicon }: RankParts,
): Ranked {
  const { units } = question;
  const share = (values: readonly number[]) =>
    values.reduce((sum, value, at) => sum + value * (units[at] as Unit).rarity, 0) / total;
  const asking = askingFor(passage.kind);
  const asked = asking.size > 0;
  const inContext = around(indexed.context);
  const met = m.own.map((strength, at) => {
    // "which agency", "whose photograph": any such line is one
    if (asking.has(at)) return 1;
    const unit = units[at] as Unit;
    const context = asked
      ? weights.lineContext
      : ENTITIES.has(unit.kind)
        ? weights.contextEntity
        : weights.context;
    return Math.max(
      strength,
      (inContext[at] as number) * context,
      unit.kind === "person" && passage.speakers.some((id) => unit.terms.has(term.person(id)))
        ? weights.speaker
        : 0,
      (inDocument[at] ?? 0) * (asked ? weights.lineDocument : weights.document),
    );
  });
  const counted = question.counted < 0 ? [] : (m.places[question.counted] ?? []);
  const answers = answersIn?.(passage, indexed) ?? [];
  const { span, window } = bestSpan(units, passage, indexed, m, answers);
  const signals: Signals = {
    coverage: share(met),
    own: share(m.own),
    // of a line that is asked for only what it stands for counts, not the words that it happens to hold
    window: asked ? 0 : window,
    proximity: asked ? 0 : proximity(units, m.places, total),
    bm25,
    expected: answersIn ? expected(question, answers, span) : 1,
    speaks: speaks(question, passage),
    astray: Math.min(
      2,
      units.reduce((sum, unit, at) => sum + ((met[at] as number) < UNMET ? (ASTRAY[unit.kind] ?? 0) : 0), 0),
    ),
    counted: hasCount(question, counted, indexed, index),
    held: isHeld(question, m.places, indexed, index, lexicon),
    listed: isListed(m.places[year] ?? [], indexed, index) ? 1 : 0,
    line: asked ? -1 : SIGNING.has(passage.kind) ? 1 : passage.kind === "subheading" ? 0.2 : 0,
  };
  const score =
    weights.coverage * signals.coverage +
    weights.window * signals.window +
    weights.proximity * signals.proximity +
    weights.bm25 * signals.bm25 +
    weights.expected * signals.expected * signals.coverage +
    weights.speaks * signals.speaks * signals.coverage -
    weights.astray * signals.astray -
    weights.line * signals.line;
  return {
    passage,
    score,
    signals,
    met,
    own: m.own,
    get topical() {
      return terms.map((list) =>
        list.some(({ number, strength }) => strength >= TOPICAL && indexed.topics.has(number)),
      );
    },
    best: span,
    get highlights() {
      // only a few of the candidates are ever shown
      return highlights(m, indexed);
    },
  };
}

/** With a verb of saying the first person named is the one whose words are asked for; without, anyone named may be. */
function speaks({ says, people }: Understanding, { speakers }: Passage): number {
  if (says) return people[0] !== undefined && speakers.includes(people[0]) ? 1 : 0;
  return people.some((id) => speakers.includes(id)) ? 0.5 : 0;
}

/** A term that meets a unit less than this is only near to it. */
const TOPICAL = 0.5;

/** A named thing met less than this is another than the one asked about. */
const UNMET = 0.25;
const ASTRAY: Partial<Record<UnitKind, number>> = { person: 1, number: 1, date: 1, name: 1, place: 0.5 };

/** Who, where and when are told once and then understood: علاقاتنا ("our relations"), البلدان ("the two countries"). */
const ENTITIES: ReadonlySet<string> = new Set(["person", "place", "name", "date"]);
const SIGNING: ReadonlySet<string> = new Set(["source", "credit"]);
