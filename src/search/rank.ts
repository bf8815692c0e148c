import type { Lexicon } from "../corpus/lexicon.ts";
import type { Corpus, Passage, Span } from "../model.ts";
import type { Asked } from "../text/questions.ts";
import { type IndexedPassage, type PassageIndex, term } from "./passage-index.ts";
import type { Understanding, Unit } from "./understand.ts";
import { CANDIDATES, POSTINGS, type Weights } from "./weights.ts";

/** Where a unit of the question is met in a passage. */
export interface Met {
  readonly from: number;
  readonly to: number;
  readonly strength: number;
}

/** A passage with all that the judge and the quote need to know of it. */
export interface Ranked {
  readonly passage: Passage;
  readonly score: number;
  /** For each unit of the question, how well the passage and its surroundings meet it, 0 to 1. */
  readonly met: readonly number[];
  /** The same by the passage's own words alone. */
  readonly own: readonly number[];
  /** Share of the question's weight that is met. */
  readonly coverage: number;
  /** The same inside the best sentence. */
  readonly window: number;
  readonly best: Span;
  readonly highlights: readonly Span[];
  readonly expected: number;
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
  const boosts = queryTerms(question, index);
  if (boosts.size === 0) return [];
  const first = index.candidates(boosts, CANDIDATES);
  const top = Math.max(...first.map((c) => c.score), Number.EPSILON);
  const lookup = unitsByTerm(question, index);
  const total = question.units.reduce((sum, u) => sum + u.rarity, 0) || 1;
  return first
    .map((candidate) =>
      score(
        question,
        corpus.passages[candidate.passage] as Passage,
        index.passages[candidate.passage] as IndexedPassage,
        candidate.score / top,
        lookup,
        total,
        parts,
      ),
    )
    .toSorted((a, b) => b.score - a.score || a.passage.index - b.passage.index);
}

/** The terms to choose candidates by: the rarest first, until they have POSTINGS between them. */
function queryTerms(question: Understanding, index: PassageIndex): Map<string, number> {
  const all = new Map<string, number>();
  for (const unit of question.units)
    for (const [name, strength] of unit.terms) {
      // fields hold stems, concepts, people and numbers; surface forms speak in the second stage
      if (name.startsWith("w:") || !index.knows(name)) continue;
      const light = unit.kind === "light" || unit.kind === "say" ? 0.3 : 1;
      all.set(name, Math.max(all.get(name) ?? 0, strength * light));
    }
  const sorted = [...all].toSorted(([a], [b]) => index.documentFrequency(a) - index.documentFrequency(b));
  const chosen = new Map<string, number>();
  let postings = 0;
  for (const [name, boost] of sorted) {
    const frequency = index.documentFrequency(name);
    if (chosen.size > 0 && postings + frequency > POSTINGS) break;
    postings += frequency;
    chosen.set(name, boost);
  }
  return chosen;
}

type Lookup = ReadonlyMap<number, readonly (readonly [unit: number, strength: number])[]>;

function unitsByTerm(question: Understanding, index: PassageIndex): Lookup {
  const lookup = new Map<number, [number, number][]>();
  question.units.forEach((unit, at) => {
    for (const [name, strength] of unit.terms) {
      const number = index.number(name);
      if (number === undefined) continue;
      const list = lookup.get(number);
      if (list) list.push([at, strength]);
      else lookup.set(number, [[at, strength]]);
    }
  });
  return lookup;
}

function score(
  question: Understanding,
  passage: Passage,
  indexed: IndexedPassage,
  bm25: number,
  lookup: Lookup,
  total: number,
  { weights, index, lexicon }: RankParts,
): Ranked {
  const { units } = question;
  const places: Met[][] = units.map(() => []);
  const own = new Array<number>(units.length).fill(0);
  for (let i = 0; i < indexed.terms.length; i += 1) {
    for (const [unit, strength] of lookup.get(indexed.terms[i] as number) ?? []) {
      (places[unit] as Met[]).push({
        from: indexed.from[i] as number,
        to: indexed.to[i] as number,
        strength,
      });
      if (strength > (own[unit] as number)) own[unit] = strength;
    }
  }
  const met = own.map((strength, at) =>
    Math.max(strength, around(units[at] as Unit, passage, indexed, index, weights)),
  );
  const share = (values: readonly number[]) =>
    values.reduce((sum, value, at) => sum + value * (units[at] as Unit).rarity, 0) / total;
  const coverage = share(met);
  const { best, window } = bestSpan(question, passage, indexed, places, total);
  const expected = expectation(question, passage, indexed, best, index, lexicon);
  const speaks = question.speakers.some((id) => passage.speakers.includes(id)) ? 1 : 0;
  const near = proximity(units, places, total);
  const kind = penalty(question, passage, weights);
  return {
    passage,
    met,
    own,
    coverage,
    window,
    best,
    expected,
    highlights: highlights(places, indexed),
    score:
      weights.coverage * coverage +
      weights.window * window +
      weights.proximity * near +
      weights.bm25 * bm25 +
      weights.expected * expected * coverage +
      weights.speaks * speaks * coverage -
      kind,
  };
}

/** How well what stands around a passage meets a unit: its title, subheading, date, and who speaks in it. */
function around(
  unit: Unit,
  passage: Passage,
  indexed: IndexedPassage,
  index: PassageIndex,
  weights: Weights,
): number {
  let most = 0;
  if (unit.kind === "person" && passage.speakers.some((id) => unit.terms.has(term.person(id))))
    most = weights.speaker;
  for (const [name, strength] of unit.terms) {
    const number = index.number(name);
    if (number !== undefined && indexed.context.has(number))
      most = Math.max(most, strength * weights.context);
  }
  return most;
}

/** A paragraph up to this many units is pointed at as a whole; of a longer one, at most MOST of it. */
const SHORT_PARAGRAPH = 300;
const MOST = 0.62;
const CLAUSE = /[،,؛:]\s+/gu;

/** The sentence of a passage that meets most of the question; of a very long one, the clauses that do. */
function bestSpan(
  question: Understanding,
  passage: Passage,
  indexed: IndexedPassage,
  places: readonly (readonly Met[])[],
  total: number,
): { best: Span; window: number } {
  const value = ([start, end]: Span) => {
    let sum = 0;
    places.forEach((mets, unit) => {
      let most = 0;
      for (const met of mets)
        if (
          met.strength > most &&
          (indexed.starts[met.from] as number) >= start &&
          (indexed.ends[met.to - 1] as number) <= end
        )
          most = met.strength;
      sum += most * (question.units[unit] as Unit).rarity;
    });
    return sum / total;
  };
  let best: Span = passage.sentences[0] ?? [passage.start, passage.end];
  let window = -1;
  for (const sentence of passage.sentences) {
    const here = value(sentence);
    if (here > window + 1e-9) {
      best = sentence;
      window = here;
    }
  }
  const length = passage.end - passage.start;
  if (length > SHORT_PARAGRAPH && best[1] - best[0] > MOST * length)
    best = clauses(passage, best, MOST * length, value);
  return { best, window };
}

/** The run of clauses, no longer than `longest`, that is worth most. */
function clauses(passage: Passage, [start, end]: Span, longest: number, value: (span: Span) => number): Span {
  const text = passage.text.slice(start - passage.start, end - passage.start);
  const cuts = [0, ...[...text.matchAll(CLAUSE)].map((m) => m.index + m[0].length), text.length];
  let best: Span | undefined;
  let worth = -1;
  for (let i = 0; i < cuts.length - 1; i += 1)
    for (let j = i + 1; j < cuts.length && (cuts[j] as number) - (cuts[i] as number) <= longest; j += 1) {
      const raw = text.slice(cuts[i], cuts[j]);
      const span: Span = [start + (cuts[i] as number), start + (cuts[i] as number) + raw.trimEnd().length];
      const here = value(span) + (span[1] - span[0]) / longest / 20;
      if (here > worth) {
        best = span;
        worth = here;
      }
    }
  return best ?? [start, start + Math.floor(longest)];
}

/** Tokens between two neighbouring words of the question beyond which they stand apart. */
const REACH = 12;

/** How close, and in what order, the question's neighbouring words stand. */
function proximity(units: readonly Unit[], places: readonly (readonly Met[])[], total: number): number {
  let sum = 0;
  let previous = -1;
  for (let at = 0; at < units.length; at += 1) {
    if ((places[at] as readonly Met[]).length === 0) continue;
    if (previous >= 0) {
      let closest = REACH;
      for (const a of places[previous] as readonly Met[])
        for (const b of places[at] as readonly Met[]) {
          const gap = b.from >= a.to ? b.from - a.to : a.from >= b.to ? (a.from - b.to) * 1.3 + 0.5 : 0;
          closest = Math.min(closest, gap / Math.min(1, (a.strength + b.strength) / 1.4));
        }
      if (closest < REACH)
        sum += (1 - closest / REACH) * Math.min((units[previous] as Unit).rarity, (units[at] as Unit).rarity);
    }
    previous = at;
  }
  return sum / total;
}

/** Whether the passage holds the kind of thing that is asked for, other than what the question itself names: 0 to 1. */
function expectation(
  question: Understanding,
  passage: Passage,
  indexed: IndexedPassage,
  best: Span,
  index: PassageIndex,
  lexicon: Lexicon,
): number {
  const wanted = [...question.asked].filter((asked) => ANSWERS[asked]);
  if (wanted.length === 0) return 0;
  const named = new Set(question.units.flatMap((u) => [...u.terms.keys()]));
  let most = 0;
  for (const asked of wanted) {
    const fits = ANSWERS[asked] as (name: string, lexicon: Lexicon) => boolean;
    for (let i = 0; i < indexed.terms.length; i += 1) {
      const name = index.nameOf(indexed.terms[i] as number);
      if (named.has(name) || !fits(name, lexicon)) continue;
      const start = indexed.starts[indexed.from[i] as number] as number;
      most = Math.max(most, start >= best[0] && start < best[1] ? 1 : 0.4);
    }
    if (asked === "why" && REASON.test(passage.text)) most = Math.max(most, 1);
  }
  return most;
}

const kindIs = (kinds: readonly string[]) => (name: string, lexicon: Lexicon) =>
  name.startsWith("c:") && kinds.includes(lexicon.concepts[Number(name.slice(2))]?.kind ?? "");

/** Terms that answer each kind of question. */
const ANSWERS: Partial<Record<Asked, (name: string, lexicon: Lexicon) => boolean>> = {
  when: (name, lexicon) => kindIs(["month", "weekday"])(name, lexicon) || /^n:(?:1[5-9]|20)\d\d$/.test(name),
  where: kindIs(["place"]),
  who: (name, lexicon) => name.startsWith("p:") || kindIs(["person", "office"])(name, lexicon),
  "how-many": (name) => name.startsWith("n:"),
  why: () => false,
};

const REASON = /(?:^|\s)(?:لأن|لان|بسبب|نظرا|نظراً|لذلك|ولذلك|من أجل|بهدف|نتيجة|إذ)(?=\s)/u;

/** Words of the question by which it asks for a source line, a credit or a subheading itself. */
const ABOUT_SOURCE = new Set([
  "source",
  "news-agency",
  "agency",
  "photo",
  "photograph",
  "photographer",
  "credit",
  "image",
  "picture",
  "publisher",
  "news-source",
]);
const ABOUT_HEADING = new Set(["subtitle", "subheading", "headline", "title", "heading"]);

function penalty(question: Understanding, passage: Passage, weights: Weights): number {
  const asks = (ids: ReadonlySet<string>) => question.concepts.some((id) => ids.has(id));
  switch (passage.kind) {
    case "source":
    case "credit":
      return asks(ABOUT_SOURCE) ? 0 : weights.signature;
    case "subheading":
      return asks(ABOUT_HEADING) ? -weights.heading : weights.heading;
    default:
      return 0;
  }
}

/** Met words, merged where they touch, in the document's offsets. */
function highlights(places: readonly (readonly Met[])[], indexed: IndexedPassage): Span[] {
  const spans = places
    .flat()
    .filter((met) => met.strength >= 0.4)
    .map((met): [number, number] => [indexed.starts[met.from] as number, indexed.ends[met.to - 1] as number])
    .toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  const merged: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
