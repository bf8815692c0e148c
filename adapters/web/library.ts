import type { Language } from "../../src/languages/codes.ts";
import type { Answer, Quote, QuoteTranslation } from "../../src/model/answer.ts";
import type { Corpus, Document, Leader, Passage, Span } from "../../src/model/corpus.ts";
import { passageAround } from "../../src/passages.ts";
import { isVerbatim } from "../../src/quote.ts";
import { createTranslator } from "../../src/translation.ts";

/** The corpus as the page looks things up in it. */
export interface Library {
  readonly corpus: Corpus;
  document(id: string): Document | undefined;
  leader(id: string): Leader | undefined;
  /** The paragraph that a range of a document lies in, where it lies in one. */
  passageAround(document: Document, words: Span): Passage | undefined;
  /** The leaders who are named or quoted in a document, in the order of the corpus. */
  peopleIn(document: Document): readonly Leader[];
  /** Whether the quote is what stands at its place, character for character. */
  isVerbatim(quote: Quote): boolean;
  /** The editor's translation, exactly as its file has it. */
  translation(quote: Pick<Quote, "doc" | "best">, lang: Language): QuoteTranslation | undefined;
  /** The answer with the translations that the corpus has in its language. */
  translated(answer: Answer): Answer;
}

/** The corpus is read anew at each call: it may be replaced while the page is served. */
export function createLibrary(current: () => Corpus): Library {
  let made: Library | undefined;
  const now = (): Library => {
    if (made?.corpus !== current()) made = libraryOver(current());
    return made as Library;
  };
  return {
    get corpus() {
      return now().corpus;
    },
    document: (id) => now().document(id),
    leader: (id) => now().leader(id),
    passageAround: (document, words) => now().passageAround(document, words),
    peopleIn: (document) => now().peopleIn(document),
    isVerbatim: (quote) => now().isVerbatim(quote),
    translation: (quote, lang) => now().translation(quote, lang),
    translated: (answer) => now().translated(answer),
  };
}

function libraryOver(corpus: Corpus): Library {
  const documents = new Map(corpus.documents.map((document) => [document.id, document]));
  const leaders = new Map(corpus.leaders.map((leader) => [leader.id, leader]));
  const people = new Map(
    corpus.documents.map((document) => [document.id, leadersOf(document, corpus.leaders)]),
  );
  const translator = createTranslator(corpus);
  return {
    corpus,
    document: (id) => documents.get(id),
    leader: (id) => leaders.get(id),
    passageAround,
    peopleIn: (document) => people.get(document.id) ?? [],
    isVerbatim: (quote) => isVerbatim(documents.get(quote.doc), quote),
    translation: (quote, lang) => translator.of(quote, lang),
    translated: (answer) => translator.beside(answer),
  };
}

function leadersOf(document: Document, leaders: readonly Leader[]): Leader[] {
  const ids = new Set(document.passages.flatMap(({ people, speakers }) => [...people, ...speakers]));
  return leaders.filter(({ id }) => ids.has(id));
}
