import { stem } from "./analysis/stemmer.ts";
import { isStopword } from "./analysis/stopwords.ts";
import { type Token, tokenize } from "./analysis/tokenizer.ts";
import { romanise } from "./analysis/transliteration.ts";
import type { Leaders } from "./corpus/leaders.ts";
import type { Lexicon } from "./corpus/lexicon.ts";
import { isPlaceKind } from "./corpus/schema.ts";
import { LANGUAGES, type Language } from "./languages/codes.ts";
import type { Corpus, Document } from "./model/corpus.ts";

/** More would be a list of the sources, which there is already. */
const MAX_NAMED = 3;
/** Words of a question that are looked for. */
const MAX_WORDS = 64;
/** Where letters have a case, a headline's words that name nothing. */
const SMALL = /^\p{Ll}/u;
/** Letters of a word that may name something. */
const MIN_LETTERS = 4;
/** Letters that two words of kindred languages share at their beginning, and that either may have after them: Caspian, Caspio. */
const MIN_SHARED = 5;
const MAX_ENDING = 4;

/** What a document is called by, in any language. */
interface Names {
  readonly id: string;
  /** Places, people and organisations of the lexicon. */
  readonly concepts: ReadonlySet<number>;
  /** Stems in Latin letters, by their first letters as far as two words must share them. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** Finds documents by what their headlines share with a question that cannot be read otherwise. */
export function createNamedDocuments(parts: {
  readonly corpus: Corpus;
  readonly lexicon: Lexicon;
  readonly leaders: Leaders;
}): (tokens: readonly Token[], language: string) => readonly string[] {
  let all: readonly Names[] | undefined;

  /** Ids of the documents that share most with the words of a language (ISO 639-1), the rarest first, three at most; often none. */
  return (tokens, language) => {
    all ??= parts.corpus.documents.map((document) => namesOf(document, parts));
    const asked = tokens.slice(0, MAX_WORDS);
    const scores = new Map<string, number>();
    const score = (holding: readonly Names[]) => {
      const weight = Math.log(1 + (all as readonly Names[]).length / holding.length);
      for (const { id } of holding) scores.set(id, (scores.get(id) ?? 0) + weight);
    };
    const concepts = new Set(LANGUAGES.flatMap((spoken) => conceptsIn(asked, spoken, parts.lexicon)));
    for (const concept of conceptsOfRegions(asked, language, parts.lexicon)) concepts.add(concept);
    for (const concept of concepts) score(all.filter((names) => names.concepts.has(concept)));
    for (const word of new Set(asked.filter(mayName).map(({ folded }) => romanise(folded))))
      score(all.filter(({ words }) => words.get(start(word))?.some((other) => isKin(word, other))));
    return [...scores]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MAX_NAMED)
      .map(([id]) => id);
  };
}

/** Of its headline and the translations of it; who is named in it is found as a person. */
function namesOf(
  { id, lang, title, opening, translated }: Document,
  { lexicon, leaders }: { readonly lexicon: Lexicon; readonly leaders: Leaders },
): Names {
  const concepts = new Set<number>();
  const words = new Map<string, string[]>();
  const add = (text: string, language: Language) => {
    const tokens = tokenize(text);
    for (const concept of conceptsIn(tokens, language, lexicon)) concepts.add(concept);
    const people = new Set(leaders.find(tokens).flatMap(({ from, to }) => tokens.slice(from, to)));
    for (const token of tokens) {
      if (people.has(token) || SMALL.test(token.text) || !mayName(token)) continue;
      const word = romanise(stem(token.folded, language));
      words.set(start(word), [...(words.get(start(word)) ?? []), word]);
    }
  };
  add(title.how === "unknown" ? opening : title.value, lang);
  for (const language of LANGUAGES) {
    const { title: other, opening: begins } = translated?.[language] ?? {};
    add(other ?? begins ?? "", language);
  }
  return { id, concepts, words };
}

function conceptsIn(tokens: readonly Token[], language: Language, lexicon: Lexicon): number[] {
  return lexicon
    .match(tokens, language)
    .flatMap(({ concepts }) => concepts)
    .filter((concept) => isPlaceKind(lexicon.concepts[concept]?.kind));
}

/** The countries that a text names in a language of which nothing is known but that Unicode has their names in it. */
function conceptsOfRegions(tokens: readonly Token[], language: string, lexicon: Lexicon): number[] {
  const words = tokens.map(({ folded }) => folded).join(" ");
  return regionsIn(language).flatMap(([name, english]) =>
    words.includes(name) ? conceptsIn(tokenize(english), "en", lexicon) : [],
  );
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every region by its folded name in a language, with its English one; none where Unicode does not have the language. */
function regionsIn(language: string): (readonly [name: string, english: string])[] {
  if (Intl.DisplayNames.supportedLocalesOf(language).length === 0) return [];
  const own = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const [name, other] = [own.of(first + second), english.of(first + second)];
      const folded = tokenize(name ?? "")
        .map((token) => token.folded)
        .join(" ");
      return folded === "" || other === undefined ? [] : [[folded, other] as const];
    }),
  );
}

const mayName = ({ folded }: Token) =>
  folded.length >= MIN_LETTERS && !LANGUAGES.some((language) => isStopword(folded, language));

const start = (word: string) => word.slice(0, MIN_SHARED);

/** The same word, or another of the same beginning but for its ending. */
const isKin = (a: string, b: string) =>
  (a === b && a.length >= MIN_LETTERS) ||
  (a.length >= MIN_SHARED && Math.abs(a.length - b.length) <= MAX_ENDING && endingOf(a, b) <= MAX_ENDING);

/** Letters of the longer of two words behind what they share. */
function endingOf(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return Math.max(a.length, b.length) - shared;
}
