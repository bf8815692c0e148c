import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, isWithin, lettersOf, MIN_COST } from "../../src/analysis/edit-distance.ts";

const off = (a: string, b: string) => editDistance(a, b, 10);
const word = fc.string({ unit: fc.constantFrom(..."ابتجحدرسعقكلمنهويabezфи"), maxLength: 12 });

describe("the distance of a typed word from a known one", () => {
  it("is nothing for the word itself", () => {
    fc.assert(fc.property(word, (a) => off(a, a) === 0));
  });

  it.each([
    ["letters that differ by a dot before any two letters", "بحر", "بخر", "بمر"], // sea
    ["neighbouring keys before far ones", "سفينة", "شفينة", "مفينة"], // ship
    ["a doubled letter before a new one", "سفينة", "سفيينة", "سفيكنة"], // ship
    ["a vowel before a consonant", "سفينة", "سفنة", "سفية"], // ship
    ["swapped letters before two wrong ones", "سفينة", "سفنية", "سفكلة"], // ship
    ["one slip before two", "كازاخستان", "كازخستان", "كزخستان"], // Kazakhstan
    ["Latin neighbours", "harbour", "harbiur", "harbzur"],
    ["Cyrillic vowels that sound alike", "договор", "дагавор", "дтгтвор"],
  ])("puts %s", (_rule, known, near, far) => {
    expect(off(near, known)).toBeGreaterThan(0);
    expect(off(near, known)).toBeLessThan(off(far, known));
  });

  it("counts swapped letters once", () => {
    expect(off("سفنيه", "سفينه")).toBeLessThan(1);
  });

  it("is endless past the limit, and the same below it", () => {
    fc.assert(
      fc.property(word, word, fc.double({ min: 0.1, max: 4, noNaN: true }), (a, b, limit) => {
        const whole = editDistance(a, b, 100);
        const limited = editDistance(a, b, limit);
        expect(limited).toBe(whole <= limit ? whole : Number.POSITIVE_INFINITY);
      }),
      { numRuns: 1000 },
    );
  });

  it("does not depend on what was compared before", () => {
    const long = "ا".repeat(500);
    const before = off("سفينة", "سفنية");
    off(long, `${long}ب`);
    expect(off("سفينة", "سفنية")).toBe(before);
  });
});

describe("the steps that letters alone show", () => {
  it("are never more than the distance", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const steps = Math.floor(editDistance(a, b, 100) / MIN_COST + 1e-9);
        expect(isWithin(steps, lettersOf(a), lettersOf(b))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("tell words apart that share no letter", () => {
    expect(isWithin(2, lettersOf("بحر"), lettersOf("سفينة"))).toBe(false);
  });
});
