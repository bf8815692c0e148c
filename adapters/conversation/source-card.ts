import { publisherOf, titleOf, translatedTitleOf } from "../../src/citation.ts";
import type { Corpus, Document } from "../../src/model/corpus.ts";
import { pack } from "../../src/pagination.ts";
import { wholeQuote } from "../../src/quote.ts";
import { isolate, type Strings } from "../../src/strings/strings.ts";
import { type Card, type Choice, cardOf, type Part } from "./card.ts";
import { type PagedQuotes, roomFor } from "./paged-quotes.ts";
import { turns } from "./pager.ts";
import { linkToSource } from "./source-link.ts";

/** Platforms hold more, but no one reads a longer list. */
const SOURCES_A_PAGE = 10;

export interface SourceCards {
  /** How many pages the list of all sources has. */
  readonly pages: number;
  list(strings: Strings, page: number): Card;
  /** To choose some of them, by their ids. */
  some(ids: readonly string[], strings: Strings): Card["choices"];
  /** A document paragraph by paragraph: as many to a page as the platform has room for. */
  reading(document: number, page: number, strings: Strings): Card;
}

export function createSourceCards({
  corpus,
  paged,
  publicUrl,
}: {
  readonly corpus: Corpus;
  readonly paged: PagedQuotes;
  readonly publicUrl?: string | undefined;
}): SourceCards {
  const pages = Math.ceil(corpus.documents.length / SOURCES_A_PAGE);

  function list(strings: Strings, page: number): Card {
    const { title, page: pageLabel } = strings.sources;
    const from = page * SOURCES_A_PAGE;
    const listed = corpus.documents.slice(from, from + SOURCES_A_PAGE);
    return cardOf(
      strings,
      [
        {
          kind: "list",
          title: pages > 1 ? `${title} (${pageLabel(page + 1, pages)})` : title,
          items: listed.map((document) => ({
            title: titleOf(document, strings),
            detail: detailOf(document, strings),
            ...(publicUrl ? { url: linkToSource(publicUrl, document.id) } : {}),
          })),
        },
      ],
      turns(page, pages, (there) => ({ act: "sources", page: there }), strings),
      choicesOf(
        listed.map((_, at) => from + at),
        strings,
      ),
    );
  }

  function choicesOf(numbers: readonly number[], strings: Strings): Card["choices"] {
    const options = numbers.map((number): Choice => {
      const document = corpus.documents[number] as Document;
      return {
        label: titleOf(document, strings),
        detail: detailOf(document, strings),
        press: { act: "source", document: number, page: 0 },
      };
    });
    return { prompt: strings.sources.pick, options };
  }

  // An answer from another thread, or from before a reload, may name a document that is gone
  function some(ids: readonly string[], strings: Strings): Card["choices"] {
    const numbers = ids.map((id) => corpus.documents.findIndex((document) => document.id === id));
    return choicesOf(
      numbers.filter((number) => number >= 0),
      strings,
    );
  }

  function reading(number: number, wanted: number, strings: Strings): Card {
    const document = corpus.documents[number];
    if (!document) return cardOf(strings, [{ kind: "notice", text: strings.sources.unknown }]);
    const leaves = leavesOf(document);
    // A page past the end shows the last one, so its buttons must continue from there
    const at = Math.min(wanted, leaves.length - 1);
    return cardOf(
      strings,
      [
        { kind: "notice", text: strings.sources.page(at + 1, leaves.length) },
        ...(leaves[at] ?? []).map(
          ({ passage, page }): Part => ({
            kind: "quote",
            quote: paged.shown(wholeQuote(passage), strings, { page }),
          }),
        ),
      ],
      [
        ...turns(at, leaves.length, (page) => ({ act: "source", document: number, page }), strings),
        {
          label: strings.button.back,
          press: { act: "sources", page: Math.floor(number / SOURCES_A_PAGE) },
        },
      ],
    );
  }

  /** Short paragraphs share a page; a long one is spread over several. */
  function leavesOf(document: Document) {
    const pieces = document.passages.flatMap((passage) =>
      paged.pagesOf(passage).map(([start, end], page) => ({ passage, page, start, end })),
    );
    return pack(pieces, roomFor, paged.width);
  }

  return { pages, list, some, reading };
}

function detailOf(document: Document, strings: Strings): string {
  const translated = translatedTitleOf(document, strings);
  return [
    ...(translated === undefined ? [] : [isolate(translated)]),
    publisherOf(document, strings),
    strings.citation.date(document.date),
    strings.sources.passages(document.passages.length),
  ].join(" · ");
}
