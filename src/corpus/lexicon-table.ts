import { stem, verbKeys, withoutClitics } from "../analysis/stemmer.ts";
import { type Token, tokenize } from "../analysis/tokenizer.ts";
import { WordCache } from "../analysis/word-cache.ts";
import { PROFILES } from "../languages/all.ts";
import type { Language } from "../languages/codes.ts";
import { ConceptColumn } from "./concept-column.ts";

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

interface SeenWord {
  /** The word, and the word without what may stand glued before it, as far as entries of several words begin with it. */
  readonly forms: readonly string[];
  readonly stem: string;
  /** As it stands inside an entry, after its first word. */
  readonly inner: string;
  /** Words of the longest entry that may begin with it. */
  readonly longest: number;
  /** Whether it may stand inside an entry, after its first word. */
  readonly isInner: boolean;
  readonly alone: Omit<ConceptMatch, "from" | "to"> | undefined;
}

/** Nearly all words of a text are in no entry: they share this. */
const UNKNOWN: SeenWord = { forms: [], stem: "", inner: "", longest: 1, isInner: false, alone: undefined };

/** Verbs take no preposition: only "and" may be glued before one. */
const withoutAnd = (word: string) => (word.length > 4 && word.startsWith("و") ? word.slice(1) : word);
/** A hamza shows that an apparent article belongs to the word (ألف, إلهام), unless it asks a question and the article follows (أبالعقوبات). */
const HAMZA = /^(?!أ[فو]?[بك]?ال)[أإآ]/;
const SEATS = "أإآ";
const hasHamza = (text: string) => SEATS.includes(text.charAt(0)) && HAMZA.test(text);
const article = ({ text, folded }: Token) =>
  folded.length > 4 && folded.startsWith("ال") && !hasHamza(text) ? folded.slice(2) : folded;

/** The words of all concepts in one language. */
export class LexiconTable {
  private readonly numbers = new Map<string, number>();
  /** Entries by their folded words, without the article. */
  private readonly exact = new ConceptColumn(this.numbers);
  private readonly stems = new ConceptColumn(this.numbers);
  /** Arabic single words by `verbKeys`. */
  private readonly verbs = new ConceptColumn(this.numbers);
  /** Longest entry in words that begins with this first word or stem: bounds the search at each place. */
  private readonly longest = new Map<string, number>();
  /** Words that stand in entries after the first, as `inner`, and their stems: ends the search at most places at once. */
  private readonly inner = new Set<string>();
  private readonly seen = new WordCache<SeenWord>();
  private readonly isArabicScript: boolean;

  constructor(
    private readonly language: Language,
    concepts: readonly { readonly exact: boolean }[],
    wordsOf: (concept: number) => readonly string[],
  ) {
    this.isArabicScript = PROFILES[language].script === "arabic";
    concepts.forEach(({ exact }, concept) => {
      for (const phrase of wordsOf(concept)) this.add(tokenize(phrase), concept, exact);
    });
    for (const column of [this.exact, this.stems, this.verbs]) column.seal();
  }

  /** Its entries of one word, folded, with their concepts. */
  *words(): Generator<[word: string, concepts: readonly number[]]> {
    for (const word of this.numbers.keys()) {
      const concepts = word.includes(" ") ? undefined : this.exact.get(word);
      if (concepts) yield [word, concepts];
    }
  }

  /** The matches of a text, in order; `all` gives shorter entries inside longer ones too. */
  match(tokens: readonly Token[], all: boolean): ConceptMatch[] {
    const words = tokens.map((token) => this.word(token));
    const found: ConceptMatch[] = [];
    for (let at = 0; at < words.length; ) {
      const before = found.length;
      this.matchesAt(words, at, all, found);
      const first = found[before];
      at = !all && first ? first.to : at + 1;
    }
    return found;
  }

  /** Whether a single folded word is in it at all. */
  has(folded: string): boolean {
    return (
      withoutClitics(folded).some((form) => this.exact.has(form)) ||
      (this.language === "ar" && verbKeys(withoutAnd(folded)).some((key) => this.verbs.has(key))) ||
      this.stems.has(stem(folded, this.language))
    );
  }

  forgetWords(): void {
    this.seen.clear();
  }

  private add(tokens: readonly Token[], concept: number, exactly: boolean): void {
    const [first] = tokens;
    if (!first) return;
    const word = article(first);
    const stemmed = stem(first.folded, this.language);
    let [words, stems] = [word, stemmed];
    for (const next of tokens.slice(1)) {
      const [inner, stemmedInner] = [article(next), stem(next.folded, this.language)];
      this.inner.add(inner).add(stemmedInner);
      words += ` ${inner}`;
      stems += ` ${stemmedInner}`;
    }
    this.exact.add(words, concept);
    if (tokens.length > 1) this.lengthen(word, tokens.length);
    if (exactly && this.isArabicScript) return;
    this.stems.add(stems, concept);
    if (tokens.length > 1) this.lengthen(stemmed, tokens.length);
    else if (this.language === "ar") for (const key of verbKeys(word)) this.verbs.add(key, concept);
  }

  private lengthen(first: string, length: number): void {
    if (length > (this.longest.get(first) ?? 1)) this.longest.set(first, length);
  }

  private word(token: Token): SeenWord {
    const key = hasHamza(token.text) ? `ء${token.folded}` : token.folded;
    return this.seen.get(key) ?? this.seen.set(key, this.lookUp(token));
  }

  private lookUp(token: Token): SeenWord {
    const { text, folded } = token;
    const forms = this.isArabicScript && !hasHamza(text) ? withoutClitics(folded) : [folded];
    const stemmed = stem(folded, this.language);
    let longest = this.longest.get(stemmed) ?? 1;
    for (const form of forms) longest = Math.max(longest, this.longest.get(form) ?? 1);
    const exact = firstOf(this.exact, forms, "");
    const byStem = exact ? undefined : this.stems.get(stemmed);
    const byVerb =
      exact || byStem || this.language !== "ar"
        ? undefined
        : firstOf(this.verbs, verbKeys(withoutAnd(folded)), "");
    const concepts = exact ?? byStem ?? byVerb;
    const inner = this.isArabicScript ? article(token) : folded;
    const isInner = this.inner.has(inner) || this.inner.has(stemmed);
    if (longest === 1 && !isInner && !concepts) return UNKNOWN;
    return {
      forms: forms.filter((form) => this.longest.has(form)),
      stem: stemmed,
      inner,
      longest,
      isInner,
      alone: concepts && { concepts, strength: exact ? EXACT : byStem ? BY_STEM : BY_VERB },
    };
  }

  /** Adds the entries that begin at a word, longest first; only the longest unless `all`. */
  private matchesAt(words: readonly SeenWord[], at: number, all: boolean, found: ConceptMatch[]): void {
    const first = words[at] as SeenWord;
    let most = 1;
    while (most < first.longest && words[at + most]?.isInner) most += 1;
    for (let length = most; length >= 2; length -= 1) {
      let rest = "";
      let stems = first.stem;
      for (let i = at + 1; i < at + length; i += 1) {
        rest += ` ${(words[i] as SeenWord).inner}`;
        stems += ` ${(words[i] as SeenWord).stem}`;
      }
      const exact = firstOf(this.exact, first.forms, rest);
      const concepts = exact ?? this.stems.get(stems);
      if (concepts) found.push({ from: at, to: at + length, concepts, strength: exact ? EXACT : BY_STEM });
      if (concepts && !all) return;
    }
    if (!first.alone) return;
    const { concepts, strength } = first.alone;
    found.push({ from: at, to: at + 1, concepts, strength });
  }
}

function firstOf(column: ConceptColumn, forms: readonly string[], rest: string) {
  for (const form of forms) {
    const concepts = column.get(form + rest);
    if (concepts) return concepts;
  }
  return undefined;
}
