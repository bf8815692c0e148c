import type { Corpus, Passage } from "../../src/model/corpus.ts";
import { positionOf } from "../../src/passages.ts";
import { wholeQuote } from "../../src/quote.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { AnswerState } from "./button-codec.ts";
import { type Card, cardOf, type Part } from "./card.ts";
import { type PagedQuotes, roomFor } from "./paged-quotes.ts";

/** Paragraphs that are shown before a quote, and after it. */
const AROUND = 1;

/** A quote of an answer between its neighbours, as far as a message has room for them. */
export function contextCard(
  state: AnswerState,
  { corpus, paged }: { readonly corpus: Corpus; readonly paged: PagedQuotes },
  strings: Strings,
  asked: readonly Part[],
): Card {
  const passage = corpus.passages[state.passages[state.at] as number] as Passage;
  const document = paged.documentOf(passage);
  const middle = positionOf(document, passage);
  const near = document.passages.slice(Math.max(0, middle - AROUND), middle + AROUND + 1);
  return cardOf(
    strings,
    [
      ...asked,
      ...fitting(near, passage, paged.width).map((p): Part => {
        const page = p === passage ? state.page : 0;
        return { kind: "quote", quote: paged.shown(wholeQuote(p), strings, { page }) };
      }),
    ],
    [
      { label: strings.button.back, press: { ...state, act: "show" } },
      {
        label: strings.button.read,
        press: { act: "source", document: corpus.documents.indexOf(document), page: 0 },
      },
    ],
  );
}

/** What does not fit beside the passage itself is left out, never cut. */
function fitting(near: readonly Passage[], passage: Passage, width: number): Passage[] {
  let room = width - roomFor(passage);
  return near.filter((p) => {
    if (p === passage) return true;
    if (roomFor(p) > room) return false;
    room -= roomFor(p);
    return true;
  });
}
