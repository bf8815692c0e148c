import { citationOf } from "../../src/citation.ts";
import type { Quote } from "../../src/model/answer.ts";
import type { Corpus, Document, Passage, Span } from "../../src/model/corpus.ts";
import { pagesOf } from "../../src/pagination.ts";
import { passageAround, positionOf } from "../../src/passages.ts";
import { stretch, wholeQuote } from "../../src/quote.ts";
import type { Strings } from "../../src/strings/strings.ts";
import { createTranslator } from "../../src/translation.ts";
import type { ShownQuote } from "./card.ts";
import {
  type ShownTranslation,
  translationOfBest,
  translatorLink,
  wholeTranslation,
} from "./shown-translation.ts";
import { linkTo } from "./source-link.ts";

export interface PagedQuotesOptions {
  readonly corpus: Corpus;
  /** Root of the source reader, without a final slash; citations become links to it. */
  readonly publicUrl?: string | undefined;
  /** Address of a translation service with {text} in it, for quotes that no editor has translated. */
  readonly translatorUrl?: string | undefined;
  /** UTF-16 units of quoted text that one message of the platform has room for. */
  readonly width: number;
}

/** Quotes as a platform has room for them: a passage that is longer than a message is shown page by page. */
export interface PagedQuotes {
  readonly width: number;
  /** The corpus's. */
  readonly passages: readonly Passage[];
  documentOf(passage: Passage): Document;
  passageOf(quote: Quote): Passage;
  /** At least one. */
  pagesOf(passage: Passage): readonly Span[];
  /** The page on which the words that answer begin. */
  pageOf(quote: Quote): number;
  /** With a translation in the language of `strings`, where that is not the document's and `at.page` shows what answers. */
  shown(quote: Quote, strings: Strings, at: Shown): ShownQuote;
  /** The whole translation of a paragraph; undefined where nobody has translated it into that language. */
  translationPages(passage: Passage, strings: Strings): readonly ShownTranslation[] | undefined;
}

interface Shown {
  readonly page: number;
  readonly counter?: string | undefined;
  /** Whether to add a translation, or a link to one, for readers of another language. */
  readonly translated?: boolean;
}

/** UTF-16 units of a citation line beside a quote: titles are at most a headline long, and may stand in two languages. */
const CITATION_ROOM = 400;

/** UTF-16 units of a message that a stretch of text takes, with the citation line under it. */
export function roomFor({ start, end }: { readonly start: number; readonly end: number }): number {
  return end - start + CITATION_ROOM;
}

export function createPagedQuotes({
  corpus,
  publicUrl,
  translatorUrl,
  width,
}: PagedQuotesOptions): PagedQuotes {
  const translator = createTranslator(corpus);
  const documents = new Map(corpus.documents.map((d) => [d.id, d]));
  const documentOf = ({ doc }: Passage | Quote) => documents.get(doc) as Document;
  const passageOf = (quote: Quote) => passageAround(documentOf(quote), [quote.start, quote.end]) as Passage;
  const pages = (passage: Passage) => pagesOf(documentOf(passage), passage, width);

  function pageOf(quote: Quote): number {
    const [from] = quote.best;
    const page = pages(passageOf(quote)).findIndex(([start, end]) => from >= start && from < end);
    return Math.max(0, page);
  }

  /** For a reader of another language: the editor's translation, or a link to a translation service. */
  function help(
    quote: Quote,
    document: Document,
    strings: Strings,
  ): Pick<ShownQuote, "translation" | "translator"> {
    const { language } = strings;
    const translation = translator.of(quote, language);
    if (translation) {
      const place = { doc: document.id, line: positionOf(document, passageOf(quote)) };
      return { translation: translationOfBest(place, translation, strings) };
    }
    if (!translatorUrl || document.lang === language) return {};
    const url = translatorLink(translatorUrl, document, quote, language);
    return { translator: { label: strings.translation.elsewhere, url } };
  }

  return {
    width,
    passages: corpus.passages,
    documentOf,
    passageOf,
    pagesOf: pages,
    pageOf,

    translationPages(passage, strings) {
      const translation = translator.of(wholeQuote(passage), strings.language);
      if (!translation) return undefined;
      const place = { doc: passage.doc, line: positionOf(documentOf(passage), passage) };
      return wholeTranslation(place, translation, width, strings);
    },

    shown(quote, strings, { page, counter, translated = false }) {
      const document = documentOf(quote);
      const passage = passageOf(quote);
      const all = pages(passage);
      return {
        passage: passage.index,
        doc: document.id,
        textLang: document.lang,
        excerpt: stretch(document, quote, all[page] ?? (all[0] as Span)),
        citation: citationOf(document, passage, strings),
        ...(publicUrl ? { url: linkTo(publicUrl, document, passage, quote) } : {}),
        ...(counter ? { counter } : {}),
        ...(translated && page === pageOf(quote) ? help(quote, document, strings) : {}),
      };
    },
  };
}
