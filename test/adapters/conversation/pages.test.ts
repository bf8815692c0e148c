import { describe, expect, it } from "vitest";
import type { Card, ShownQuote } from "../../../adapters/conversation/card.ts";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import type { Passage } from "../../../src/model/corpus.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { answererOver } from "../../support/small-corpus.ts";

const FAMILY = "👨‍👩‍👧‍👦";
const SAILOR = "بَ\u0651حَّـار";
/** One paragraph without a full stop, of letters that are several code units each, between short ones. */
const LONG = `${"المراكب ".repeat(30)}${FAMILY.repeat(40)} ${`${SAILOR} `.repeat(60)}${"ط".repeat(300)}`;
const SENTENCES = Array.from({ length: 40 }, (_, i) => `هذه الجملة رقم ${i} عن الميناء الكبير.`).join(" ");
const TEXT = `عنوان المقال عن الميناء\n${LONG}\n${SENTENCES}\nفقرة قصيرة أخيرة عن المراكب.\n`;

const answerer = answererOver({ "long.txt": TEXT });
const { corpus } = answerer;
const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

const quoteOf = (card: Card): ShownQuote =>
  (card.parts.find((p) => p.kind === "quote") as { quote: ShownQuote }).quote;

function boundaries(text: string): Set<number> {
  return new Set([0, text.length, ...Array.from(graphemes.segment(text), (s) => s.index)]);
}

describe.each([60, 97, 200, 1000])("a paragraph longer than a message of %i units", (width) => {
  const conversation = createConversation({ answerer, width });
  const walk = (first: Card, label: string): Card[] => {
    const cards = [first];
    for (let card = first; ; ) {
      const action = card.actions.find((a) => a.label === label);
      if (!action) return cards;
      card = conversation.press({
        lang: card.lang,
        fingerprint: corpus.fingerprint,
        owner: 0n,
        press: action.press,
      }) as Card;
      cards.push(card);
      expect(cards.length).toBeLessThan(500);
    }
  };

  it.each([
    [2, "one endless sentence"],
    [3, "many sentences"],
  ])("is paged whole, never cut within a letter: paragraph %i, %s", (paragraph) => {
    const passage = corpus.passages.find((one) => one.paragraph === paragraph) as Passage;
    const start = conversation.press({
      lang: "ar",
      fingerprint: corpus.fingerprint,
      owner: 0n,
      press: { act: "show", kind: "quotes", passages: [passage.index], at: 0, page: 0 },
    }) as Card;
    const pages = walk(start, STRINGS.ar.button.next).map((card) => quoteOf(card).excerpt);
    const safe = boundaries(passage.text);
    let at = passage.start;
    for (const { start, end, text, cutBefore, cutAfter } of pages) {
      expect(text.length).toBeLessThanOrEqual(width);
      expect(text.length).toBeGreaterThan(0);
      expect(safe).toContain(start - passage.start);
      expect(safe).toContain(end - passage.start);
      // What is between two pages is white space and nothing else
      expect(corpus.documents[0]?.text.slice(at, start).trim()).toBe("");
      expect(cutBefore).toBe(start > passage.start);
      expect(cutAfter).toBe(end < passage.end);
      at = end;
    }
    expect(at).toBe(passage.end);
    if (width < 1000) expect(pages.length).toBeGreaterThan(1);
  });

  it("is walked back page by page to where it began", () => {
    const passages = [1, 2].map((i) => (corpus.passages[i] as Passage).index);
    const start = conversation.press({
      lang: "en",
      fingerprint: corpus.fingerprint,
      owner: 0n,
      press: { act: "show", kind: "quotes", passages, at: 0, page: 0 },
    }) as Card;
    const there = walk(start, STRINGS.en.button.next);
    const back = walk(there.at(-1) as Card, STRINGS.en.button.previous);
    expect(back.toReversed()).toEqual(there);
  });

  it("stands in its source with the rest of it, every piece within the message", () => {
    const pages = walk(conversation.source("ar", 0), STRINGS.ar.button.next);
    const pieces = pages.flatMap((card) =>
      card.parts.flatMap((part) => (part.kind === "quote" ? [part.quote.excerpt] : [])),
    );
    let at = 0;
    for (const { start, end, text } of pieces) {
      expect(text.length).toBeLessThanOrEqual(width);
      expect(TEXT.slice(at, start).trim()).toBe("");
      at = end;
    }
    expect(TEXT.slice(at).trim()).toBe("");
  });
});
