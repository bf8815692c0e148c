import { citationOf } from "../../src/citation.ts";
import type { Corpus, Document, Passage, Quote, Span } from "../../src/model.ts";
import { pagesOf } from "../../src/pagination.ts";
import { passageAround } from "../../src/passages.ts";
import { stretch } from "../../src/quote.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { ShownQuote } from "./card.ts";
import { linkTo } from "./source-link.ts";

export interface PagedQuotesOptions {
  readonly corpus: Corpus;
  /** Root of the source reader, without a final slash; citations become links to it. */
  readonly publicUrl?: string | undefined;
  /** UTF-16 units of quoted text that one message of the platform has room for. */
  readonly width: number;
}

/** Quotes as a platform has room for them: a passage that is longer than a message is shown page by page. */
export interface PagedQuotes {
  readonly width: number;
  documentOf(passage: Passage): Document;
  passageOf(quote: Quote): Passage;
  /** At least one. */
  pagesOf(passage: Passage): readonly Span[];
  /** The page on which the words that answer begin. */
  pageOf(quote: Quote): number;
  shown(quote: Quote, strings: Strings, at: Shown): ShownQuote;
}

interface Shown {
  readonly page: number;
  readonly counter?: string | undefined;
}

/** UTF-16 units of a citation line beside a quote: titles are at most a headline long, and may stand in two languages. */
const CITATION_ROOM = 400;

/** UTF-16 units of a message that a stretch of text takes, with the citation line under it. */
export function roomFor({ start, end }: { readonly start: number; readonly end: number }): number {
  return end - start + CITATION_ROOM;
}

export function createPagedQuotes({ corpus, publicUrl, width }: PagedQuotesOptions): PagedQuotes {
  const documents = new Map(corpus.documents.map((d) => [d.id, d]));
  const documentOf = ({ doc }: Passage | Quote) => documents.get(doc) as Document;
  const passageOf = (quote: Quote) => passageAround(documentOf(quote), [quote.start, quote.end]) as Passage;
  const pages = (passage: Passage) => pagesOf(documentOf(passage), passage, width);

  return {
    width,
    documentOf,
    passageOf,
    pagesOf: pages,

    pageOf(quote) {
      const [from] = quote.best;
      const page = pages(passageOf(quote)).findIndex(([start, end]) => from >= start && from < end);
      return Math.max(0, page);
    },

    shown(quote, strings, { page, counter }) {
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
      };
    },
  };
}
