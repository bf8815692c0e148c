import type { Language } from "../model.ts";
import { LANGUAGES } from "../model.ts";
import { stem, verbKey, withoutClitics } from "../text/stem.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import type { ConceptEntry, ConceptKind } from "./schema.ts";

export interface Concept {
  /** Number of the concept in the lexicon. */
  readonly index: number;
  readonly id: string;
  readonly kind: ConceptKind | undefined;
  readonly value: number | undefined;
  /** Concepts accepted in its place at a lower weight. */
  readonly near: readonly number[];
}

/** Words of a text that a concept's entry covers. */
export interface ConceptMatch {
  /** Token numbers, half-open. */
  readonly from: number;
  readonly to: number;
  readonly concepts: readonly number[];
  /** 1 when the word stands in the lexicon as it was written, less when only its stem does. */
  readonly strength: number;
}

const EXACT = 1;
/** By the stem alone: inflected forms, and now and then a different word. */
const BY_STEM = 0.85;
/** By what is left of an Arabic verb without its person: يتسلمون, تسلمت and تسلم are one. */
const BY_VERB = 0.75;

interface Table {
  readonly exact: Map<string, number[]>;
  readonly stems: Map<string, number[]>;
  /** Arabic single words by `verbKey`. */
  readonly verbs: Map<string, number[]>;
  /** Longest entry in words that begins with this first stem: bounds the search at each place. */
  readonly longest: Map<string, number>;
}

/** Verbs take no preposition: only "and" may be glued before one. */
const withoutAnd = (word: string) => (word.length > 4 && word.startsWith("و") ? word.slice(1) : word);
const article = (word: string) => (word.length > 4 && word.startsWith("ال") ? word.slice(2) : word);

export class Lexicon {
  readonly concepts: readonly Concept[];
  private readonly tables: ReadonlyMap<Language, Table>;
  /** Every Arabic word of the lexicon (folded, single words), for spelling and transliteration. */
  readonly arabicWords: ReadonlySet<string>;

  constructor(entries: readonly ConceptEntry[]) {
    const numbers = new Map(entries.map((entry, index) => [entry.id, index]));
    this.concepts = entries.map((entry, index) => ({
      index,
      id: entry.id,
      kind: entry.kind,
      value: entry.value,
      near: (entry.near ?? []).map((id) => numbers.get(id)).filter((n) => n !== undefined),
    }));
    const words = new Set<string>();
    this.tables = new Map(LANGUAGES.map((language) => [language, tableOf(language, entries, words)]));
    this.arabicWords = words;
  }

  /** The matches of a text in one language, in order; `all` gives shorter entries inside longer ones too. */
  match(tokens: readonly Token[], language: Language, all = false): ConceptMatch[] {
    const table = this.tables.get(language) as Table;
    const stems = tokens.map((token) => stem(token.folded, language));
    const found: ConceptMatch[] = [];
    for (let at = 0; at < tokens.length; ) {
      const here = matchesAt(table, tokens, stems, at, language);
      if (all) found.push(...here);
      else if (here[0]) found.push(here[0]);
      at = !all && here[0] ? here[0].to : at + 1;
    }
    return found;
  }

  /** Whether a single folded word of the language is in the lexicon at all. */
  has(folded: string, language: Language): boolean {
    const table = this.tables.get(language) as Table;
    return (
      withoutClitics(folded).some((form) => table.exact.has(form)) ||
      (language === "ar" && table.verbs.has(verbKey(withoutAnd(folded)))) ||
      table.stems.has(stem(folded, language))
    );
  }
}

function tableOf(language: Language, entries: readonly ConceptEntry[], arabicWords: Set<string>): Table {
  const table: Table = { exact: new Map(), stems: new Map(), verbs: new Map(), longest: new Map() };
  const add = (map: Map<string, number[]>, key: string, concept: number) => {
    const list = map.get(key);
    if (!list) map.set(key, [concept]);
    else if (!list.includes(concept)) list.push(concept);
  };
  entries.forEach((entry, concept) => {
    for (const phrase of entry[language] ?? []) {
      const tokens = tokenise(phrase);
      if (tokens.length === 0) continue;
      const stems = tokens.map((token) => stem(token.folded, language));
      add(table.exact, tokens.map((token) => article(token.folded)).join(" "), concept);
      add(table.stems, stems.join(" "), concept);
      for (const first of new Set([stems[0] as string, article((tokens[0] as Token).folded)]))
        table.longest.set(first, Math.max(table.longest.get(first) ?? 1, tokens.length));
      if (language === "ar" && tokens.length === 1) {
        const word = article((tokens[0] as Token).folded);
        arabicWords.add(word);
        add(table.verbs, verbKey(word), concept);
      }
    }
  });
  return table;
}

function matchesAt(
  table: Table,
  tokens: readonly Token[],
  stems: readonly string[],
  at: number,
  language: Language,
): ConceptMatch[] {
  const token = tokens[at] as Token;
  const arabic = language === "ar" || language === "fa";
  const firsts = arabic ? withoutClitics(token.folded) : [token.folded];
  const most = Math.max(
    table.longest.get(stems[at] as string) ?? 1,
    ...firsts.map((first) => table.longest.get(first) ?? 1),
  );
  const found: ConceptMatch[] = [];
  for (let length = Math.min(most, tokens.length - at); length >= 1; length -= 1) {
    const rest = tokens.slice(at + 1, at + length).map((t) => (arabic ? article(t.folded) : t.folded));
    const exact = firsts.map((first) => table.exact.get([first, ...rest].join(" "))).find(Boolean);
    const byStem = exact ? undefined : table.stems.get(stems.slice(at, at + length).join(" "));
    const byVerb =
      !exact && !byStem && length === 1 && language === "ar"
        ? table.verbs.get(verbKey(withoutAnd(token.folded)))
        : undefined;
    const concepts = exact ?? byStem ?? byVerb;
    const strength = exact ? EXACT : byStem ? BY_STEM : BY_VERB;
    if (concepts) found.push({ from: at, to: at + length, concepts, strength });
  }
  return found;
}
