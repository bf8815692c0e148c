import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize } from "../../src/analysis/normalizer.ts";
import { parsed, town } from "../support/search-parts.ts";

const parts = town();
const read = (word: string, undotted = false) => parts.spellChecker.correct(normalize(word), undotted)?.word;

describe("a misspelt word", () => {
  it.each([
    ["a neighbouring key", "بازلك", "بازلت"], // basalt
    ["a letter that looks alike", "المنصوز", "المنصور"], // Mansour
    ["a letter too few", "الفيرز", "فيروز"], // Fairuz
    ["a letter too many", "الفييروز", "فيروز"], // Fairuz
    ["swapped letters", "الارضفة", "ارصفه"], // the quays
    ["an emphatic letter for a plain one", "الصيادين", "صيادين"], // the fishermen
    ["another sound of a dialect", "المكافئه", "مكافاه"], // the bonus
  ])("is read through %s: %s", (_what, typed, meant) => {
    expect(normalize(read(typed) ?? typed)).toContain(normalize(meant).slice(0, 4));
  });

  it.each(["قراصنة", "برتقال", "xyzzy", "كهرباء"])("that is like nothing is not read at all: %s", (word) => {
    expect(read(word)).toBeUndefined();
  });

  it.each(["جر", "حج", "سم"])("of two letters is not read: %s", (word) => {
    expect(read(word)).toBeUndefined();
  });

  it("without its dots is read by its drawing", () => {
    expect(read("الڡٮرور", true)).toBe(normalize("فيروز"));
  });

  it("is read as a name only where it is nearly the name", () => {
    expect(parts.spellChecker.correct("mansoor")?.person).toBe("mansour");
    expect(parts.spellChecker.correct("mantra")?.person).toBeUndefined();
  });

  it("in another script is read by its sound", () => {
    expect(parts.spellChecker.correct("firuz")?.word).toBe(normalize("فيروز"));
    expect(parts.spellChecker.correct("bazalt")?.word).toBe(normalize("بازلت"));
  });

  it("says how likely the reading is, less with every slip", () => {
    const likeness = (word: string) => parts.spellChecker.correct(normalize(word))?.likeness ?? 0;
    expect(likeness("المنصوز")).toBeGreaterThan(0.7);
    expect(likeness("المنصوز")).toBeLessThan(1);
  });
});

describe("spelling", () => {
  it.each(["1979", "1987", "340.5", "٣٤١"])("never changes the number %s", (number) => {
    const { readings, clauses } = parsed(`ماذا حدث سنة ${number} في الورد`, parts);
    expect(readings).toEqual([]);
    expect(clauses.map((unit) => unit.surface)).toContain(number);
  });

  it("never takes a word of the texts for another", () => {
    const words = [...parts.index.vocabulary.keys()].filter((word) => !/\d/.test(word));
    expect(words.length).toBeGreaterThan(40);
    for (const word of words) expect(parsed(word, parts).readings).toEqual([]);
  });

  it("never takes a word of the lexicon for another", () => {
    for (const word of ["زلزال", "هزة", "مركب", "ضريبة", "earthquake", "liman"])
      expect([word, parsed(word, parts).readings]).toEqual([word, []]);
  });

  it("gives only words that are known", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."ابتجحدرسصعفقكلمنهويز"),
      minLength: 3,
      maxLength: 9,
    });
    const known = new Set([
      ...parts.index.vocabulary.keys(),
      ...parts.lexicon.arabicWords,
      ...[...parts.leaders.names()].map(([name]) => name),
    ]);
    fc.assert(
      fc.property(letters, (word) => {
        const reading = parts.spellChecker.correct(word);
        expect(reading === undefined || known.has(reading.word)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
