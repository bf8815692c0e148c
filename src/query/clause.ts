import { stem } from "../analysis/stemmer.ts";
import type { Token } from "../analysis/tokenizer.ts";
import type { Concept, Lexicon } from "../corpus/lexicon.ts";
import { isPlaceKind } from "../corpus/schema.ts";
import type { PassageIndex } from "../index/passage-index.ts";
import { bare, term } from "../index/terms.ts";
import type { TermWeights } from "./term-weights.ts";

export type ClauseKind = "word" | "number" | "person" | "place" | "date" | "name" | "say" | "light";

/** A term by its number in the index, with how well it meets a clause: above 0, up to 1. */
export interface IndexedTerm {
  readonly number: number;
  readonly strength: number;
}

/** One thing that the question is about: a word, a phrase of the lexicon, a person, a number. */
export interface Clause {
  /** As typed. */
  readonly surface: string;
  readonly kind: ClauseKind;
  /** Terms that meet it, with how well (0 to 1). */
  readonly terms: ReadonlyMap<string, number>;
  /** Those that the index has. */
  readonly indexed: readonly IndexedTerm[];
  /** Whether it may be a month. */
  readonly isMonth: boolean;
  /** Rarity in the corpus, 0 up: what coverage is weighted by. */
  readonly rarity: number;
  /** Whether any passage, or any title or date of one, holds it. */
  readonly known: boolean;
  /** Whether the lexicon has the word: then its absence from the corpus means something. */
  readonly inLexicon: boolean;
}

/** Whether a clause carries the question: neither a word of little content nor a verb of saying. */
export const isContent = ({ kind }: Clause) => kind !== "light" && kind !== "say";

export interface ClauseParts {
  readonly index: PassageIndex;
  readonly lexicon: Lexicon;
  readonly weights: TermWeights;
}

export function kindOf(concepts: readonly Concept[], { weights }: ClauseParts): ClauseKind {
  const kinds = new Set(concepts.map((concept) => concept.kind));
  if ([...kinds].some(isPlaceKind)) return "place";
  // A verb that ends like a month's name is not a date
  if (kinds.size > 0 && [...kinds].every((kind) => kind === "month" || kind === "weekday")) return "date";
  if (kinds.has("person") || kinds.has("organisation")) return "name";
  if (kinds.has("number") || kinds.has("ordinal")) return "number";
  if (!weights.trustsLightWords) return "word";
  if (kinds.size === 1 && kinds.has("say")) return "say";
  if (kinds.size === 1 && kinds.has("light")) return "light";
  return "word";
}

/** The terms of concepts and of their neighbours. */
export function conceptTerms(
  concepts: readonly Concept[],
  strength: number,
  { lexicon, weights }: ClauseParts,
): Map<string, number> {
  const terms = new Map<string, number>();
  const put = (name: string, value: number) => terms.set(name, Math.max(terms.get(name) ?? 0, value));
  for (const concept of concepts) {
    put(term.concept(concept.index), weights.concept * strength);
    // "eight forums" do not make an eighth summit, although the sixth of them is number 6
    if (concept.value !== undefined && concept.kind !== "ordinal")
      put(term.number(concept.value), weights.concept * strength);
    for (const near of concept.near)
      put(
        term.concept(near),
        weights.near * strength * standsFor(concept, lexicon.concepts[near] as Concept),
      );
  }
  return terms;
}

/**
 * How far a neighbouring concept may stand for one. A capital stands for its country, but a country is no answer to a question
 * about an organisation that it belongs to, and nothing stands for a person or a date.
 */
function standsFor(concept: Concept, near: Concept): number {
  if (concept.kind === "person" || concept.kind === "month" || concept.kind === "weekday") return 0;
  if (concept.kind === "organisation") return near.kind === "organisation" ? 0.5 : 0.3;
  return 1;
}

/** The word itself, and its stem in each language of the texts that its script fits. */
export function addWordTerms(
  terms: Map<string, number>,
  { folded }: Token,
  likeness: number,
  { index, weights }: ClauseParts,
): void {
  terms.set(term.surface(bare(folded)), weights.surface * likeness);
  for (const language of index.languages.of(folded))
    terms.set(term.stem(stem(folded, language)), weights.stem * likeness);
}

/** The clause, met by words that are most like it too: no word is known for being like a known one. */
export function withNeighbours(clause: Clause, { folded }: Token, { index, weights }: ClauseParts): Clause {
  const terms = new Map(clause.terms);
  const indexed = [...clause.indexed];
  for (const { word, likeness } of index.grams.near(bare(folded))) {
    const [name, strength] = [term.surface(word), weights.alike * likeness];
    terms.set(name, strength);
    indexed.push({ number: index.number(name) as number, strength });
  }
  return { ...clause, terms, indexed };
}

/** A term that meets the clause less well than this says nothing about its rarity. */
const MEETS = 0.5;

/** Share of the passages that a word of little content is taken to stand in at least: that it is rare in them tells nothing. */
const COMMON = 0.15;

export function makeClause(
  surface: string,
  kind: ClauseKind,
  terms: ReadonlyMap<string, number>,
  concepts: readonly Concept[],
  { index, weights }: ClauseParts,
): Clause {
  let frequency = 0;
  let known = false;
  const indexed: IndexedTerm[] = [];
  for (const [name, strength] of terms) {
    const number = strength > 0 ? index.number(name) : undefined;
    if (number === undefined) continue;
    if (strength >= MEETS) frequency = Math.max(frequency, index.frequencyOf(number));
    known ||= index.isHeld(number);
    indexed.push({ number, strength });
  }
  // A function word is no loss when it is missing
  const share = kind === "light" ? (known ? weights.light : 0) : kind === "say" ? weights.say : 1;
  const rarity = share * index.idf(kind === "light" ? Math.max(frequency, index.size * COMMON) : frequency);
  const inLexicon = concepts.length > 0 || kind === "person" || kind === "number";
  return {
    surface,
    kind,
    terms,
    indexed,
    isMonth: concepts.some(({ month }) => month !== undefined),
    rarity,
    known,
    inLexicon,
  };
}

/** What shares are shares of: the rarity of all the clauses that the corpus has. Of the others no passage has more than another. */
export function totalRarity(clauses: readonly Clause[]): number {
  return clauses.reduce((sum, clause) => sum + (clause.known ? clause.rarity : 0), 0) || 1;
}

/** Removes clauses that repeat another. */
export function distinct(clauses: readonly Clause[]): Clause[] {
  const kept: Clause[] = [];
  for (const clause of clauses) if (!kept.some((other) => sameTerms(clause, other))) kept.push(clause);
  return kept;
}

export function sameTerms(a: Clause, b: Clause): boolean {
  if (a.terms.size !== b.terms.size) return false;
  for (const name of a.terms.keys()) if (!b.terms.has(name)) return false;
  return true;
}
