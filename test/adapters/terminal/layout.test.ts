import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { createVisual } from "../../../adapters/terminal/bidi/reorder.ts";
import { paragraph, printable, type Span } from "../../../adapters/terminal/layout.ts";

const plain = (text: string): Span[] => [{ text, style: "plain" }];
const visual = createVisual();
const ARABIC = "وأشار بوتين إلى ضرورة معالجة المشاكل البيئية، بما في ذلك تقليل أعداد سمك الحفش.";

/** What no line may hold, whatever text it was made of. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
const STEERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        "بوتين",
        " ",
        "2022",
        "(",
        ")",
        "G7",
        "👨‍👩‍👧‍👦",
        "国",
        "ب\u0651\u064e",
        "لا",
        "\u202e",
        "\u001b[31m",
      ),
    )
    .map((parts) => parts.join("")),
);

describe("a paragraph in a terminal", () => {
  it("is wrapped between words", () => {
    expect(paragraph(plain("one two three four"), "", "ltr", { width: 10, colour: false })).toEqual([
      "one two",
      "three four",
    ]);
  });

  it("is wrapped within a word only when the word is longer than a line", () => {
    expect(paragraph(plain("a abcdefghijklmnopqrst"), "", "ltr", { width: 8, colour: false })).toEqual([
      "a",
      "abcdefgh",
      "ijklmnop",
      "qrst",
    ]);
  });

  it("is one line where nobody looks", () => {
    expect(paragraph(plain(ARABIC), "  | ", "rtl", { colour: false })).toEqual([`  | ${ARABIC}`]);
  });

  it("begins every line with its margin", () => {
    const lines = paragraph(plain(ARABIC), "  | ", "rtl", { width: 30, colour: false });
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/^ {2}\| \S/);
    expect(lines.map((l) => l.slice(4)).join(" ")).toBe(ARABIC);
  });

  it("is never wider than the terminal, loses nothing and cuts no letter, for any text and width", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 8, max: 40 }), (text, width) => {
        const lines = paragraph(plain(text), "", "auto", { width, colour: false });
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        // White space at a line's end is the terminal's own
        const flat = (s: string) => s.replace(/\s+/gu, "");
        expect(flat(lines.join(""))).toBe(flat(printable(text, true)));
      }),
      { numRuns: 500 },
    );
  });

  it("is readable however narrow the terminal says it is", () => {
    for (const width of [0, 1, 3])
      for (const line of paragraph(plain("كلمات قليلة 国国国国国"), "  | ", "rtl", { width, colour: false }))
        expect(stringWidth(line)).toBeLessThanOrEqual(12);
  });

  it("gives a letter that is wider than the terminal a line of its own", () => {
    const wide = "\u1100".repeat(6);
    expect(stringWidth(wide)).toBe(12);
    expect(paragraph(plain(`${wide} a`), "", "auto", { width: 8, colour: false })).toEqual([wide, "a"]);
  });

  it("lets no control character through, and no direction character to a terminal", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, ordered) => {
        const layout = { width: 30, colour: false, visual: ordered ? visual : undefined };
        for (const line of paragraph(plain(text), "", "auto", layout)) {
          expect(line).not.toMatch(CONTROL);
          expect(line).not.toMatch(STEERING);
        }
        expect(printable(text, false)).not.toMatch(CONTROL);
      }),
      { numRuns: 500 },
    );
    const hostile = "\u0001\u0007\b\u001b[31mبوتين\u001b]0;x\u0007\u0085\u009b2J";
    expect(paragraph(plain(hostile), "", "auto", { width: 80, colour: true }).join("")).not.toMatch(CONTROL);
  });

  it("gives a pipe no marks of direction but those of the source itself", () => {
    const marked = "\u2068بوتين\u2069 x";
    expect(paragraph(plain(marked), "", "ltr", { colour: false })).toEqual(["بوتين x"]);
    const own = [{ text: marked, style: "plain", verbatim: true }] as const;
    expect(paragraph(own, "", "ltr", { colour: false })).toEqual([marked]);
  });

  it("has colours where they are wanted, closed in every line, and none elsewhere", () => {
    const spans: Span[] = [
      { text: "one two ", style: "plain" },
      { text: "three four five", style: "strong" },
      { text: " six", style: "faint" },
    ];
    const lines = paragraph(spans, "| ", "ltr", { width: 14, colour: true });
    expect(lines).toEqual([
      "| one two",
      "| \u001b[1mthree four\u001b[0m",
      "| \u001b[1mfive\u001b[0m\u001b[2m six\u001b[0m",
    ]);
    expect(paragraph(spans, "| ", "ltr", { width: 14, colour: false }).join("\n")).not.toContain("\u001b");
  });

  it("holds its last letter at the right edge, with its margin there, when it reads from the right", () => {
    const lines = paragraph(plain(ARABIC), "  | ", "rtl", { width: 40, colour: false, visual });
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line).toMatch(/ \|$/);
      expect(stringWidth(line)).toBe(38);
    }
    const english = paragraph(plain("from the left"), "  | ", "auto", { width: 40, colour: false, visual });
    expect(english).toEqual(["  | from the left"]);
  });
});
