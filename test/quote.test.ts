import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeEnd } from "../src/analysis/truncate.ts";
import type { Quote } from "../src/model/answer.ts";
import type { Document, Passage } from "../src/model/corpus.ts";
import { isVerbatim, stretch, wholeQuote } from "../src/quote.ts";
import { realAnswerer } from "./support/core.ts";
import { answererOver } from "./support/small-corpus.ts";

const FAMILY = "👨‍👩‍👧‍👦";
const MARKED = "قَزْوِينُ";
/** The articles, and a text of what is hardest to cut: marks, emoji families, flags, words without end. */
const CORPORA = [
  realAnswerer().corpus,
  answererOver({
    "hard.txt": [
      `${MARKED} `.repeat(80).trim(),
      FAMILY.repeat(60),
      `${"🇹🇷🇫🇷".repeat(40)} نهاية.`,
      `${"ا\u0651\u0651\u0651\u0651".repeat(100)}.`,
      "كلمة واحدة طويلة بلا نهاية".replaceAll(" ", "").repeat(30),
    ].join("\n"),
  }).corpus,
];
const PLACES = CORPORA.flatMap((corpus) =>
  corpus.documents.flatMap((document) => document.passages.map((passage) => ({ document, passage }))),
);
const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });
const boundaries = (text: string) =>
  new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length));

/** A quote whose best part, and whose marks, may stand anywhere in the passage. */
const anyQuote = fc.nat({ max: PLACES.length - 1 }).chain((at) => {
  const { document, passage } = PLACES[at] as { document: Document; passage: Passage };
  const span = fc
    .tuple(fc.constantFrom(...passage.sentences), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(
      ([[start, end], share]) =>
        [start, Math.max(start + 1, start + Math.floor((end - start) * share))] as const,
    );
  return fc.tuple(span, fc.array(span, { maxLength: 3 })).map(([best, highlights]) => ({
    document,
    quote: { ...wholeQuote(passage), best, highlights } as Quote,
  }));
});

/** A part of the quote from its start on, at most so wide, as the pages of a message are cut. */
const cutAt = (document: Document, quote: Quote, width: number) =>
  stretch(document, quote, [
    quote.start,
    Math.min(quote.end, safeEnd(document.text, quote.start, quote.start + width)),
  ]);

describe("a stretch of any passage at any width", () => {
  it("is a slice of the document inside the paragraph, and says where it was cut", () => {
    fc.assert(
      fc.property(anyQuote, fc.integer({ min: 1, max: 2000 }), ({ document, quote }, width) => {
        const cut = cutAt(document, quote, width);
        expect(document.text.slice(cut.start, cut.end)).toBe(cut.text);
        expect(cut.text.trim()).not.toBe("");
        expect(cut.cutBefore).toBe(false);
        expect(cut.cutAfter).toBe(cut.end < quote.end);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps to the width, except for one grapheme that is wider, and is cut inside none", () => {
    fc.assert(
      fc.property(anyQuote, fc.integer({ min: 1, max: 2000 }), ({ document, quote }, width) => {
        const { text, end } = cutAt(document, quote, width);
        expect(text.length <= width || [...graphemes.segment(text)].length === 1).toBe(true);
        expect(boundaries(quote.text).has(end - quote.start)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("has its marks and its best part inside itself, over the same words", () => {
    fc.assert(
      fc.property(anyQuote, fc.integer({ min: 1, max: 2000 }), ({ document, quote }, width) => {
        const cut = cutAt(document, quote, width);
        for (const [start, end] of cut.marks) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(cut.text.length);
          expect(end).toBeGreaterThan(start);
        }
        expect(cut.best[0]).toBeLessThanOrEqual(cut.text.length);
        expect(cut.best[1]).toBeLessThanOrEqual(cut.text.length);
        const marked = cut.marks.map(([a, b]) => cut.text.slice(a, b));
        for (const text of marked)
          expect(quote.highlights.some(([a, b]) => document.text.slice(a, b).includes(text))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a quote is verbatim", () => {
  const { document, passage } = PLACES[0] as (typeof PLACES)[number];
  const quote = wholeQuote(passage);

  it("as it stands", () => {
    expect(isVerbatim(document, quote)).toBe(true);
  });

  it.each([
    ["another letter", { ...quote, text: `x${quote.text.slice(1)}` }],
    ["the words one place on", { ...quote, start: quote.start + 1, end: quote.end + 1 }],
    ["a space more", { ...quote, text: `${quote.text} ` }],
    ["nothing at all", { ...quote, text: "", end: quote.start }],
  ])("not with %s", (_, changed) => {
    expect(isVerbatim(document, changed)).toBe(false);
  });

  it("not of a document that is not there", () => {
    expect(isVerbatim(undefined, quote)).toBe(false);
  });
});

describe("a safe end", () => {
  it.each([
    ["between words", "كلمة كلمة كلمة", 12, "كلمة كلمة"],
    ["before a mark's letter", `ااااا${"ب\u0651"}`, 6, "ااااا"],
    ["before an emoji family", `اا${FAMILY}`, 5, "اا"],
    ["behind a single grapheme that is too wide", `${FAMILY}اا`, 3, FAMILY],
    ["where everything fits", "كلمة", 40, "كلمة"],
  ])("is %s", (_where, text, end, expected) => {
    expect(text.slice(0, safeEnd(text, 0, end))).toBe(expected);
  });
});
