import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document, Passage } from "../src/model/corpus.ts";
import { pack, pagesOf } from "../src/pagination.ts";
import { realAnswerer } from "./support/core.ts";
import { answererOver } from "./support/small-corpus.ts";

const hard = answererOver({
  "hard.txt": ["👨‍👩‍👧‍👦".repeat(50), "قَزْوِينُ ".repeat(90).trim(), "ب\u0651\u0651".repeat(200)].join("\n"),
});
const PLACES = [realAnswerer().corpus, hard.corpus].flatMap((corpus) =>
  corpus.documents.flatMap((document) => document.passages.map((passage) => ({ document, passage }))),
);
const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });
const place = fc.constantFrom(...PLACES);

describe("the pages of any passage at any width", () => {
  it("are the passage, word for word, less the white space between them", () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 3000 }), ({ document, passage }, width) => {
        const pages = pagesOf(document, passage, width);
        let last = passage.start;
        for (const [start, end] of pages) {
          expect(document.text.slice(last, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(pages[0]?.[0]).toBe(passage.start);
        expect(last).toBe(passage.end);
      }),
      { numRuns: 1000 },
    );
  });

  it("keep to the width and part no grapheme", () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 400 }), ({ document, passage }, width) => {
        const whole = new Set([...graphemes.segment(passage.text)].map(({ index }) => passage.start + index));
        for (const [start, end] of pagesOf(document, passage, width)) {
          const text = document.text.slice(start, end);
          expect(text.length <= width || [...graphemes.segment(text)].length === 1).toBe(true);
          expect(whole.has(start)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a page", () => {
  const FIRST = "افتتح الوزير الميناء الجديد في المدينة صباح أمس.";
  const SECOND = "ورست فيه السفينة الأولى بعد ساعة من الافتتاح.";
  const [document] = answererOver({ "a.txt": `${FIRST} ${SECOND}` }).corpus.documents as [Document];
  const texts = (width: number) =>
    pagesOf(document, document.passages[0] as Passage, width).map(([start, end]) =>
      document.text.slice(start, end),
    );

  it("is all there is where it fits", () => {
    expect(texts(1000)).toEqual([`${FIRST} ${SECOND}`]);
  });

  it("holds whole sentences where they fit", () => {
    expect(texts(FIRST.length + 10)).toEqual([FIRST, SECOND]);
  });

  it("ends between words where a sentence does not fit", () => {
    expect(texts(30).join(" ")).toBe(`${FIRST} ${SECOND}`);
    expect(texts(30).length).toBeGreaterThan(2);
  });
});

describe("packing", () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 });
  const sum = (page: readonly number[]) => page.reduce((a, b) => a + b, 0);

  it("keeps every item, in order, within the limit where one fits at all", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), (items, limit) => {
        const pages = pack(items, (item) => item, limit);
        expect(pages.flat()).toEqual(items);
        for (const page of pages) expect(sum(page) <= limit || page.length === 1).toBe(true);
      }),
    );
  });

  it("starts no page before it must", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 50, max: 100 }), (items, limit) => {
        const pages = pack(items, (item) => item, limit);
        for (let at = 1; at < pages.length; at += 1)
          expect(sum(pages[at - 1] as number[]) + ((pages[at] as number[])[0] as number)).toBeGreaterThan(
            limit,
          );
      }),
    );
  });

  it("of nothing is no page", () => {
    expect(pack([], () => 1, 10)).toEqual([]);
  });
});
