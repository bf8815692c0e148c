import bidiFactory, { type Bidi } from "bidi-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVisual } from "../../../adapters/terminal/bidi/reorder.ts";
import { shaped } from "../../../adapters/terminal/bidi/shape.ts";
import { paragraph } from "../../../adapters/terminal/layout.ts";
import { realAnswerer } from "../../support/core.ts";

const visual = createVisual();
const shown = (text: string, width?: number, direction: "ltr" | "rtl" | "auto" = "auto") =>
  paragraph([{ text, style: "plain" }], "", direction, { width, colour: false, visual });
const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });
const shape = (word: string) =>
  shaped(Array.from(graphemes.segment(word), ({ segment }) => ({ text: segment, width: 1, style: "plain" })))
    .map((cell) => cell.text)
    .join("");
const codes = (text: string) => [...text].map((c) => (c.codePointAt(0) as number).toString(16)).join(" ");
/** Presentation forms back to letters. */
const letters = (text: string) => text.normalize("NFKC");
const reversed = (text: string) =>
  Array.from(graphemes.segment(text), (s) => s.segment)
    .reverse()
    .join("");

describe("letters in their shapes", () => {
  it.each([
    ["each place in a word", "ببب", "fe91 fe92 fe90"],
    ["alone", "ب", "fe8f"],
    ["after a letter that does not join on", "دب", "fea9 fe8f"],
    ["a word with both", "بوتين", "fe91 feee fe97 fef4 fee6"],
    ["lam and alef as one letter", "لا", "fefb"],
    ["the same after a letter that joins", "بلا", "fe91 fefc"],
    ["the same with a hamza", "للأ", "fedf fef8"],
    ["hamza, which joins to nothing", "ماء", "fee3 fe8e 621"],
    ["alef maksura", "على", "fecb fee0 fef0"],
    ["teh marbuta", "قمة", "fed7 fee4 fe94"],
    ["marks, which do not come between", "بَّب", "fe91 64e 651 fe90"],
    ["marks on lam and alef", "لَا", "fefb 64e"],
    ["Persian letters", "گچپژی", "fb94 fb7d fb59 fb8b fbfc"],
    ["a tatweel", "هـ", "feeb 640"],
    ["a non-joiner", "می\u200cخ", "fee3 fbfd 200c fea5"],
    ["a joiner", "ه\u200d", "feeb 200d"],
    ["a space between words", "من به", "fee3 fee6 20 fe91 fbfd".replace("fbfd", "feea")],
    ["digits, which join to nothing", "ب2ب", "fe8f 32 fe8f"],
    ["letters of other scripts as they are", "Путин G7 国", codes("Путин G7 国")],
  ])("has %s", (_name, word, expected) => {
    // The order of marks on one letter is as it was typed
    expect(codes(shape(word).normalize("NFC"))).toBe(expected);
  });

  it("are the letters of the text, for every paragraph of the sources", () => {
    for (const { text } of realAnswerer().corpus.passages) expect(letters(shape(text))).toBe(letters(text));
  });
});

describe("right-to-left text on a terminal that prints letters as they come", () => {
  it("is printed from its last letter to its first", () => {
    expect(shown("قمة بحر قزوين").map(letters)).toEqual(["نيوزق رحب ةمق"]);
  });

  it("keeps numbers and Latin words the way they are read, and turns brackets", () => {
    expect(shown("عام 2022 (G7) بلغ 10.2%").map(letters)).toEqual([
      "10.2% غلب (G7) 2022 ماع".replace("10.2%", "%10.2"),
    ]);
  });

  it("keeps the order of an English sentence around Arabic words", () => {
    expect(shown("He said “سلام عليكم” twice.").map(letters)).toEqual(["He said “مكيلع ملاس” twice."]);
  });

  it("keeps each part of a citation apart, as its isolates say", () => {
    const line = "\u2068عنوان\u2069 · \u206829 June 2022\u2069 · \u2068paragraph 7\u2069";
    expect(shown(line, undefined, "ltr").map(letters)).toEqual(["ناونع · 29 June 2022 · paragraph 7"]);
    expect(shown(line, undefined, "rtl").map(letters)).toEqual(["paragraph 7 · 29 June 2022 · ناونع"]);
  });

  it("breaks lines as they are read, then orders each", () => {
    const lines = shown("واحد اثنان ثلاثة أربعة", 12, "rtl").map((l) => letters(l).trim());
    expect(lines).toEqual(["نانثا دحاو", "ةعبرأ ةثلاث"]);
  });

  it("shows every paragraph of the sources letter for letter, none lost and none twice", () => {
    for (const { text } of realAnswerer().corpus.passages)
      for (const width of [undefined, 40]) {
        const sorted = (s: string) => [...letters(s).replace(/[\s()[\]«»“”<>]/gu, "")].sort().join("");
        expect(sorted(shown(text, width).join(""))).toBe(sorted(text.replace(/[\u200c-\u200f]/gu, "")));
      }
  });

  it("orders a line as the algorithm's own implementation does", () => {
    const bidi = (bidiFactory as unknown as () => Bidi)();
    // Single letters without shapes and without marks, where cells and code units are the same
    const letter = fc.constantFrom("א", "ב", "a", "b", "1", "2", " ", "(", ")", "-", "٣", ".", "%");
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 1, maxLength: 30 }),
        fc.constantFrom("ltr", "rtl"),
        (chars, base) => {
          const text = `${chars.join("").trim()}.`;
          const expected = bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, base));
          expect(shown(text, undefined, base)).toEqual([expected.trimEnd()]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("turns whole letters, never the parts of one", () => {
    const text = "\u200fأب 👨‍👩‍👧‍👦 بَّ";
    expect(letters(shown(text)[0] ?? "")).toBe(letters(reversed("أب 👨‍👩‍👧‍👦 بَّ")));
  });
});
