import { stem, verbKeys, withoutClitics } from "../analysis/stemmer.ts";
import { type Token, tokenize } from "../analysis/tokenizer.ts";
import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import type { LexiconEntry } from "./core-lexicon.ts";
import type { ConceptKind, ConceptRole } from "./schema.ts";

export interface Concept {
  /** Number of the concept in the lexicon. */
  readonly index: number;
  readonly id: string;
  readonly kind: ConceptKind | undefined;
  /** What a number word or an ordinal counts. */
  readonly value: number | undefined;
  /** The number of a month, 1 to 12. */
  readonly month: number | undefined;
  readonly role: ConceptRole | undefined;
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
  readonly exact: Map<string, readonly number[]>;
  readonly stems: Map<string, readonly number[]>;
  /** Arabic single words by `verbKeys`. */
  readonly verbs: Map<string, readonly number[]>;
  /** Longest entry in words that begins with this first stem: bounds the search at each place. */
  readonly longest: Map<string, number>;
  /** Words that were looked up, with what was found: texts repeat their words. */
  readonly seen: Map<string, SeenWord>;
}

interface SeenWord {
  /** The word, and the word without what may stand glued before it. */
  readonly forms: readonly string[];
  readonly stem: string;
  /** As it stands inside an entry, after its first word. */
  readonly inner: string;
  /** Words of the longest entry that may begin with it. */
  readonly longest: number;
  readonly alone: Omit<ConceptMatch, "from" | "to"> | undefined;
}

/** Words kept in `seen`: the frequent ones come back soon after it is emptied. */
const MAX_CACHED_WORDS = 20_000;

/** Verbs take no preposition: only "and" may be glued before one. */
const withoutAnd = (word: string) => (word.length > 4 && word.startsWith("و") ? word.slice(1) : word);
/** A hamza shows that an apparent article belongs to the word (ألف, إلهام), unless it asks a question and the article follows (أبالعقوبات). */
const HAMZA = /^(?!أ[فو]?[بك]?ال)[أإآ]/;
const article = ({ text, folded }: Token) =>
  folded.length > 4 && folded.startsWith("ال") && !HAMZA.test(text) ? folded.slice(2) : folded;

export class Lexicon {
  readonly concepts: readonly Concept[];
  /** Built when a language is first asked for: a question needs one or two of the six. */
  private readonly tables = new Map<Language, Table>();
  private arabic: ReadonlySet<string> | undefined;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(private readonly entries: readonly LexiconEntry[]) {
    this.numbers = new Map(entries.map((entry, index) => [entry.id, index]));
    this.concepts = entries.map((entry, index) => ({
      index,
      id: entry.id,
      kind: entry.kind,
      value: entry.kind === "month" ? undefined : entry.value,
      month: entry.kind === "month" ? entry.value : undefined,
      role: entry.role,
      near: (entry.near ?? []).map((id) => this.numbers.get(id)).filter((n) => n !== undefined),
    }));
  }

  /**
   * Every Arabic word of the corpus's own concepts (folded, single words), for spelling and transliteration: an orange is no slip for a
   * country that the corpus does not speak of.
   */
  get arabicWords(): ReadonlySet<string> {
    this.arabic ??= new Set(
      [...this.table("ar").exact].flatMap(([words, concepts]) =>
        words.includes(" ") || concepts.every((concept) => this.entries[concept]?.exact) ? [] : [words],
      ),
    );
    return this.arabic;
  }

  byId(id: string): Concept | undefined {
    const number = this.numbers.get(id);
    return number === undefined ? undefined : this.concepts[number];
  }

  /** The concept of a month, by its number from 1. */
  month(number: number): Concept | undefined {
    return this.concepts.find(({ month }) => month === number);
  }

  /** The matches of a text in one language, in order; `all` gives shorter entries inside longer ones too. */
  match(tokens: readonly Token[], language: Language, all = false): ConceptMatch[] {
    const table = this.table(language);
    const words = tokens.map((token) => seen(table, token, language));
    const found: ConceptMatch[] = [];
    for (let at = 0; at < words.length; ) {
      const here = matchesAt(table, words, at, all);
      found.push(...here);
      at = !all && here[0] ? here[0].to : at + 1;
    }
    return found;
  }

  /** Whether a single folded word of the language is in the lexicon at all. */
  has(folded: string, language: Language): boolean {
    const table = this.table(language);
    return (
      withoutClitics(folded).some((form) => table.exact.has(form)) ||
      (language === "ar" && verbKeys(withoutAnd(folded)).some((key) => table.verbs.has(key))) ||
      table.stems.has(stem(folded, language))
    );
  }

  /** The word by which a concept is called in a language, where it has one. */
  wordIn(concept: number, language: Language): string | undefined {
    return this.entries[concept]?.[language]?.[0];
  }

  private table(language: Language): Table {
    let table = this.tables.get(language);
    if (!table) {
      table = tableOf(language, this.entries);
      this.tables.set(language, table);
    }
    return table;
  }
}

function tableOf(language: Language, entries: readonly LexiconEntry[]): Table {
  const table: Table = {
    exact: new Map(),
    stems: new Map(),
    verbs: new Map(),
    longest: new Map(),
    seen: new Map(),
  };
  // Nearly every word belongs to a single concept, so its words share one list
  const add = (map: Map<string, readonly number[]>, key: string, alone: readonly [number]) => {
    const known = map.get(key);
    if (!known) map.set(key, alone);
    else if (!known.includes(alone[0])) map.set(key, [...known, alone[0]]);
  };
  const lengthen = (first: string, length: number) => {
    if (length > (table.longest.get(first) ?? 1)) table.longest.set(first, length);
  };
  const arabic = PROFILES[language].script === "arabic";
  entries.forEach((entry, concept) => {
    const alone = [concept] as const;
    for (const phrase of entry[language] ?? []) {
      const tokens = tokenize(phrase);
      const first = tokens[0];
      if (!first) continue;
      const word = article(first);
      const stemmed = stem(first.folded, language);
      if (tokens.length === 1) {
        add(table.exact, word, alone);
        if (entry.exact && arabic) continue;
        add(table.stems, stemmed, alone);
        if (language === "ar") for (const key of verbKeys(word)) add(table.verbs, key, alone);
      } else {
        add(table.exact, tokens.map(article).join(" "), alone);
        lengthen(word, tokens.length);
        if (entry.exact && arabic) continue;
        add(table.stems, tokens.map((token) => stem(token.folded, language)).join(" "), alone);
        lengthen(stemmed, tokens.length);
      }
    }
  });
  return table;
}

function seen(table: Table, token: Token, language: Language): SeenWord {
  const key = HAMZA.test(token.text) ? `ء${token.folded}` : token.folded;
  let word = table.seen.get(key);
  if (!word) {
    if (table.seen.size >= MAX_CACHED_WORDS) table.seen.clear();
    word = lookUp(table, token, language);
    table.seen.set(key, word);
  }
  return word;
}

function lookUp(table: Table, token: Token, language: Language): SeenWord {
  const { text, folded } = token;
  const arabic = PROFILES[language].script === "arabic";
  const forms = arabic && !HAMZA.test(text) ? withoutClitics(folded) : [folded];
  const stemmed = stem(folded, language);
  let longest = table.longest.get(stemmed) ?? 1;
  for (const form of forms) longest = Math.max(longest, table.longest.get(form) ?? 1);
  const exact = firstOf(table.exact, forms, "");
  const byStem = exact ? undefined : table.stems.get(stemmed);
  const byVerb =
    exact || byStem || language !== "ar" ? undefined : firstOf(table.verbs, verbKeys(withoutAnd(folded)), "");
  const concepts = exact ?? byStem ?? byVerb;
  return {
    forms,
    stem: stemmed,
    inner: arabic ? article(token) : folded,
    longest,
    alone: concepts && { concepts, strength: exact ? EXACT : byStem ? BY_STEM : BY_VERB },
  };
}

function firstOf(map: ReadonlyMap<string, readonly number[]>, forms: readonly string[], rest: string) {
  for (const form of forms) {
    const concepts = map.get(form + rest);
    if (concepts) return concepts;
  }
  return undefined;
}

/** The entries that begin at a word, longest first; only the longest unless `all`. */
function matchesAt(table: Table, words: readonly SeenWord[], at: number, all: boolean): ConceptMatch[] {
  const first = words[at] as SeenWord;
  const found: ConceptMatch[] = [];
  for (let length = Math.min(first.longest, words.length - at); length >= 2; length -= 1) {
    let rest = "";
    let stems = first.stem;
    for (let i = at + 1; i < at + length; i += 1) {
      rest += ` ${(words[i] as SeenWord).inner}`;
      stems += ` ${(words[i] as SeenWord).stem}`;
    }
    const exact = firstOf(table.exact, first.forms, rest);
    const concepts = exact ?? table.stems.get(stems);
    if (concepts) found.push({ from: at, to: at + length, concepts, strength: exact ? EXACT : BY_STEM });
    if (concepts && !all) return found;
  }
  if (first.alone) found.push({ from: at, to: at + 1, ...first.alone });
  return found;
}
