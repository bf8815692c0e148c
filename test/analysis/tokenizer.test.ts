import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNumber, tokenize } from "../../src/analysis/tokenizer.ts";

const words = (text: string) => tokenize(text).map((token) => token.text);
const folded = (text: string) => tokenize(text).map((token) => token.folded);

describe("tokens", () => {
  it.each([
    ["قمة بحر قزوين", ["قمة", "بحر", "قزوين"]], // Caspian Sea summit
    ["ماذا قال بوتين؟", ["ماذا", "قال", "بوتين"]], // what did Putin say?
    ["الاجتماع،وقال", ["الاجتماع", "وقال"]], // the meeting, and he said
    ['«السلام» و"الأمن"', ["السلام", "و", "الأمن"]], // “peace” and “security”
    ["قَزْوِينُ", ["قَزْوِينُ"]], // Caspian
    ["بـحـر", ["بـحـر"]], // sea
    ["29 حزيران/يونيو", ["29", "حزيران", "يونيو"]], // 29 June/June
    ["بنسبة 10.2% إلى 28.2 مليار", ["بنسبة", "10.2", "إلى", "28.2", "مليار"]], // by 10.2% to 28.2 billion
    ["٢٨٫٢ مليار", ["٢٨٫٢", "مليار"]], // 28.2 billion
    ["5 ديسمبر/كانون الأول 2023، في", ["5", "ديسمبر", "كانون", "الأول", "2023", "في"]], // 5 December 2023, in
    ["G7 والـG20", ["G7", "والـ", "G20"]], // G7 and the G20
    ["3ash2abad", ["3ash2abad"]],
    ["عشق‌آباد", ["عشق‌آباد"]], // Ashgabat
    ["Aliyev's visit", ["Aliyev", "s", "visit"]],
    ["ШОС-2023", ["ШОС", "2023"]],
    ["", []],
    ["؟؟؟ !!! … ، 🙂", []],
  ])("of %s are whole words and numbers", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ["10,5", "10.5"],
    ["٢٨٫٢", "28.2"],
    ["٢٠٢٢", "2022"],
    ["ﷺ", "صلياللهعليهوسلم"],
  ])("%s is compared as %s", (text, expected) => {
    expect(folded(text)).toEqual([expected]);
  });

  it("are no longer compared than they were typed, whatever they unfold to", () => {
    const typed = ["ﷺ".repeat(2000), `ب${"ﷺ".repeat(300)}`].flatMap(tokenize);
    expect(
      typed.map(({ text, folded: { length } }) => length > text.length / 2 && length <= text.length),
    ).toEqual([true, true]);
  });

  it("mark what stands behind an apostrophe as a suffix", () => {
    const marked = (text: string) =>
      tokenize(text)
        .filter((token) => token.suffix)
        .map((token) => token.text);
    expect(marked("Putin'in Bakü’de")).toEqual(["in", "de"]);
    expect(marked("Putin in Baku")).toEqual([]);
  });

  it("stand where they say, in order, in any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.folded).not.toBe("");
          last = token.end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a number", () => {
  it.each(["5", "2023", "28.2"])("is %s", (word) => expect(isNumber(word)).toBe(true));
  it.each(["g7", "3ash2", "بحر", ""])("is not %s", (word) => expect(isNumber(word)).toBe(false));
});
