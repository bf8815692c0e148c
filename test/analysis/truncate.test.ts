import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUT, truncate } from "../../src/analysis/truncate.ts";
import { processorTime } from "../support/processor-time.ts";

const FAMILY = "👨‍👩‍👧‍👦";
const FSI = "\u2068";
const PDI = "\u2069";
const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });
const boundaries = (text: string) =>
  new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length));

describe("a text cut short", () => {
  it.each([
    ["is itself where it fits", "short", 5, "short"],
    ["ends between words where one ends near", "one two three", 9, "one two…"],
    ["keeps a word that ends just there", "one two three", 8, "one two…"],
    ["ends inside a word that goes on", "longer", 5, "long…"],
    ["keeps a letter with its marks", `ااا${"بّ"}ب`, 5, "ااا…"],
    ["keeps a family together", `${FAMILY}${FAMILY}`, FAMILY.length + 4, `${FAMILY}…`],
    ["is its mark alone where the first grapheme is too wide", FAMILY, 5, "…"],
    ["closes an isolate", `${FSI}one two three${PDI} four`, 10, `${FSI}one two…${PDI}`],
    ["is nothing where there is no room", "text", 0, ""],
    ["has no limit where there is none", "text", Number.POSITIVE_INFINITY, "text"],
  ])("%s", (_, text, max, expected) => {
    expect(truncate(text, max)).toBe(expected);
  });

  it("fits, begins like the text, is never cut inside a grapheme and leaves no isolate open", () => {
    const unit = fc.constantFrom(
      "a",
      "ب",
      "\u0651",
      " ",
      FAMILY,
      "🇹🇷",
      "\ud83d",
      FSI,
      PDI,
      "e\u0301",
      "\r\n",
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), fc.integer({ min: 0, max: 80 }), (units, max) => {
        const text = units.join("");
        const short = truncate(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        if (short === text || short === "") return;
        const kept = short.slice(0, short.lastIndexOf(CUT));
        expect(text.startsWith(kept)).toBe(true);
        const end = text.slice(kept.length).search(/\S|$/u) + kept.length;
        expect([kept.length, end].some((at) => boundaries(text).has(at))).toBe(true);
        const opened = short.split(FSI).length - short.split(PDI).length;
        expect(opened).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("does not look at a text of megabytes as a whole", () => {
    const text = "ا\u0651".repeat(2_000_000);
    const start = processorTime();
    expect(truncate(text, 100).length).toBeLessThanOrEqual(100);
    // Segmenting all of it takes more than a second
    expect(processorTime() - start).toBeLessThan(500);
  });
});
