import MiniSearch from "minisearch";
import type { Leaders } from "../corpus/leaders.ts";
import type { Lexicon } from "../corpus/lexicon.ts";
import type { Corpus, Document, Passage } from "../model.ts";
import { stem, withoutClitics } from "../text/stem.ts";
import { isStopword } from "../text/stopwords.ts";
import { isNumber, type Token, tokenise } from "../text/tokens.ts";
import { skeleton } from "../text/transliterate.ts";
import { BM25, FIELD_BOOST } from "./weights.ts";

/**
 * Terms are what questions and passages are compared by. Their first letter says what they are: `w:` a word as written,
 * `s:` its stem, `c:` a concept of the lexicon, `p:` a person, `n:` a number.
 */
export const term = {
  surface: (word: string) => `w:${word}`,
  stem: (word: string) => `s:${word}`,
  concept: (index: number) => `c:${index}`,
  person: (id: string) => `p:${id}`,
  number: (value: string | number) => `n:${value}`,
};

/** One passage as the second stage reads it: parallel arrays in the order of the text. */
export interface IndexedPassage {
  /** Term numbers, and for each the token that it stands at and the token after its last. */
  readonly terms: Int32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** Offsets of the tokens in the document. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Terms of the surroundings: title or opening, subheading, date, publisher. Shared by the passages under one heading. */
  readonly context: ReadonlySet<number>;
}

/** The bare word: without conjunction, preposition and article glued on. */
export function bare(folded: string): string {
  const forms = withoutClitics(folded);
  return forms.find((form) => form.startsWith("ال") && form.length > 4)?.slice(2) ?? folded;
}

/** Paragraphs that say what a document is about: its headline and lead, or its opening. */
const INTRODUCTION = 2;
const MAX_TOKENS = 0xffff;

/** The corpus under its terms. The only user of MiniSearch. */
export class PassageIndex {
  readonly passages: IndexedPassage[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];
  /** Passages that hold each term in their text. */
  private readonly frequency: number[] = [];
  /** The same counting passages whose surroundings alone hold it. */
  private readonly inContext: number[] = [];
  private readonly search: MiniSearch<{ id: number; text: string; concepts: string; context: string }>;
  /** Words of the texts, folded and bare, with the number of passages that hold them: for spelling. */
  readonly vocabulary = new Map<string, number>();
  /** The vocabulary by consonant skeleton: for names from other scripts. */
  readonly skeletons = new Map<string, string[]>();

  constructor(
    corpus: Corpus,
    private readonly lexicon: Lexicon,
    private readonly leaders: Leaders,
  ) {
    // The analysis is done here, so that stopwords lengthen no field and no callback can throw half-way through a document.
    this.search = new MiniSearch({
      fields: ["text", "concepts", "context"],
      tokenize: (text) => (text ? text.split(" ") : []),
      processTerm: (word) => word,
    });
    for (const document of corpus.documents) this.addDocument(document);
    for (const word of this.vocabulary.keys()) {
      const key = skeleton(word);
      const list = this.skeletons.get(key);
      if (list) list.push(word);
      else this.skeletons.set(key, [word]);
    }
  }

  get size(): number {
    return this.passages.length;
  }

  number(name: string): number | undefined {
    return this.numbers.get(name);
  }

  nameOf(number: number): string {
    return this.names[number] as string;
  }

  /** In how many passages the term stands. */
  documentFrequency(name: string): number {
    const number = this.numbers.get(name);
    return number === undefined ? 0 : (this.frequency[number] as number);
  }

  /** Whether anything holds the term, text or surroundings. */
  knows(name: string): boolean {
    const number = this.numbers.get(name);
    return (
      number !== undefined &&
      ((this.frequency[number] as number) > 0 || (this.inContext[number] as number) > 0)
    );
  }

  /** BM25 over the terms with their boosts: passage numbers and scores, the factor "matched terms" divided out. */
  candidates(terms: ReadonlyMap<string, number>, limit: number): { passage: number; score: number }[] {
    const boosts = terms;
    const found = this.search.search([...terms.keys()].join(" "), {
      bm25: BM25,
      boost: FIELD_BOOST,
      boostTerm: (word) => boosts.get(word) ?? 1,
      prefix: false,
      fuzzy: false,
    });
    return found
      .map((hit) => ({ passage: hit.id as number, score: hit.score / Math.max(1, hit.queryTerms.length) }))
      .toSorted((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, limit);
  }

  private termNumber(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(name, number);
      this.names.push(name);
      this.frequency.push(0);
      this.inContext.push(0);
    }
    return number;
  }

  private addDocument(document: Document): void {
    const about = [
      ...document.passages.slice(0, INTRODUCTION).map((passage) => passage.text),
      document.publisher.value ?? "",
      document.date.value ? dateWords(document.date.value) : "",
    ].join(" · ");
    const documentTerms = this.termsOf(tokenise(about), []).map(({ name }) => name);
    for (const id of new Set(document.passages.flatMap((p) => [...p.people, ...p.speakers])))
      documentTerms.push(term.person(id));
    const contexts = new Map<string, ReadonlySet<string>>();
    document.passages.forEach((passage, at) => {
      const around = surroundings(document, passage, at);
      let context = contexts.get(around);
      if (!context) {
        context = new Set([...documentTerms, ...this.termsOf(tokenise(around), []).map(({ name }) => name)]);
        contexts.set(around, context);
      }
      this.addPassage(passage, context);
    });
  }

  private addPassage(passage: Passage, context: ReadonlySet<string>): void {
    const tokens = tokenise(passage.text).slice(0, MAX_TOKENS);
    const found = this.termsOf(tokens, passage.people);
    const own = new Set<string>();
    const numbers: number[] = [];
    for (const { name } of found) {
      numbers.push(this.termNumber(name));
      own.add(name);
    }
    for (const name of own) {
      const number = this.numbers.get(name) as number;
      this.frequency[number] = (this.frequency[number] as number) + 1;
      if (name.startsWith("w:"))
        this.vocabulary.set(name.slice(2), (this.vocabulary.get(name.slice(2)) ?? 0) + 1);
    }
    const around = new Set<number>();
    for (const name of context) {
      const number = this.termNumber(name);
      around.add(number);
      this.inContext[number] = (this.inContext[number] as number) + 1;
    }
    this.passages.push({
      terms: Int32Array.from(numbers),
      from: Uint16Array.from(found, (t) => t.from),
      to: Uint16Array.from(found, (t) => t.to),
      starts: Int32Array.from(tokens, (t) => passage.start + t.start),
      ends: Int32Array.from(tokens, (t) => passage.start + t.end),
      context: around,
    });
    const stems = found
      .filter(({ name }) => name.startsWith("s:") || name.startsWith("n:"))
      .map(({ name }) => name);
    const concepts = found.filter(({ name }) => /^[cp]:/.test(name)).map(({ name }) => name);
    this.search.add({
      id: passage.index,
      text: stems.join(" "),
      concepts: [...new Set(concepts)].join(" "),
      context: [...context].filter((name) => !name.startsWith("w:")).join(" "),
    });
  }

  /** All terms of a text, in order. `people` are those whom the text is known to name. */
  private termsOf(
    tokens: readonly Token[],
    people: readonly string[],
  ): { name: string; from: number; to: number }[] {
    const terms: { name: string; from: number; to: number }[] = [];
    tokens.forEach((token, at) => {
      if (isNumber(token.folded)) terms.push({ name: term.number(token.folded), from: at, to: at + 1 });
      else if (!isStopword(token.folded, "ar")) {
        terms.push({ name: term.surface(bare(token.folded)), from: at, to: at + 1 });
        terms.push({ name: term.stem(stem(token.folded, "ar")), from: at, to: at + 1 });
      }
    });
    for (const match of this.lexicon.match(tokens, "ar", true)) {
      if (match.to - match.from === 1 && isStopword((tokens[match.from] as Token).folded, "ar")) continue;
      for (const index of match.concepts) {
        const concept = this.lexicon.concepts[index];
        terms.push({ name: term.concept(index), from: match.from, to: match.to });
        if (concept?.value !== undefined)
          terms.push({ name: term.number(concept.value), from: match.from, to: match.to });
      }
    }
    for (const match of this.leaders.find(tokens))
      for (const id of match.ids)
        if (people.includes(id) || match.form !== "part")
          terms.push({ name: term.person(id), from: match.from, to: match.to });
    return terms.toSorted((a, b) => a.from - b.from);
  }
}

/** What stands around a passage and says what it is about. Lines that sign or entitle stand for what they sign or entitle. */
function surroundings(document: Document, passage: Passage, at: number): string {
  if (passage.kind === "subheading") return document.passages[at + 1]?.text ?? "";
  if (passage.kind === "source" || passage.kind === "credit") return (document.passages[0] as Passage).text;
  return passage.heading ?? "";
}

/** A date as the Arabic press writes it, in all the names of the month that it uses, so that questions meet it. */
const MONTHS =
  "يناير/كانون الثاني فبراير/شباط مارس/آذار أبريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز أغسطس/آب سبتمبر/أيلول أكتوبر/تشرين الأول نوفمبر/تشرين الثاني ديسمبر/كانون الأول".match(
    /\S+\/\S+(?: (?:الأول|الثاني))?/g,
  ) as string[];

function dateWords(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
