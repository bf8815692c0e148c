import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize, rasm } from "../../src/analysis/normalizer.ts";

/** Two spellings of one word, by the rule that makes them one. */
const SAME: readonly (readonly [rule: string, typed: string, written: string])[] = [
  ["fathatan", "أيضاً", "أيضا"],
  ["every mark of a vocalised word", "قَزْوِينُ", "قزوين"],
  ["shadda", "أكّد", "أكد"],
  ["superscript alef", "هٰذا", "هذا"],
  ["tatweel", "بـــحـــر", "بحر"],
  ["a zero-width non-joiner", "عشق\u200cآباد", "عشقآباد"],
  ["a right-to-left mark", "\u200fبوتين", "بوتين"],
  ["a soft hyphen", "بو\u00adتين", "بوتين"],
  ["hamza above alef", "أذربيجان", "اذربيجان"],
  ["hamza below alef", "إيران", "ايران"],
  ["madda", "آسيا", "اسيا"],
  ["wasla", "ٱلبحر", "البحر"],
  ["hamza on waw", "رؤساء", "روسا"],
  ["hamza on yeh", "رئيس", "رييس"],
  ["a final hamza", "شركاء", "شركا"],
  ["a hamza typed as a mark of its own", "ا\u0654وروبا", "أوروبا"],
  ["alef maksura", "علييفى", "علييفي"],
  ["Persian yeh", "رئیس", "رئيس"],
  ["teh marbuta", "قمة", "قمه"],
  ["Persian kaf", "کازاخستان", "كازاخستان"],
  ["gaf", "گاز", "كاز"],
  ["peh", "پوتين", "بوتين"],
  ["tcheh", "چين", "جين"],
  ["veh", "ڤلاديمير", "فلاديمير"],
  ["Urdu heh", "تہران", "تهران"],
  ["presentation forms", "ﺑﻮﺗﻴﻦ", "بوتين"],
  ["the lam-alef ligature", "سﻼم", "سلام"],
  ["Arabic-Indic digits", "٢٠٢٣", "2023"],
  ["Persian digits", "۲۰۲۳", "2023"],
  ["Arabic decimal sign", "٢٨٫٢", "28.2"],
  ["full-width Latin", "Ｇ７", "g7"],
  ["upper case", "PUTIN", "putin"],
  ["an accent", "énergie", "energie"],
  ["an accent typed as a mark of its own", "e\u0301nergie", "énergie"],
  ["the Turkish dotless i", "barış", "baris"],
  ["the Turkish capital dotted I", "İran", "iran"],
  ["the Azerbaijani schwa", "Əliyev", "eliyev"],
  ["sharp s", "Straße", "strasse"],
  ["yo", "актёр", "актер"],
];

/** Letters that make another word: folding must leave them apart. */
const APART: readonly (readonly [string, string])[] = [
  ["سمك", "شمك"], // fish
  ["حرب", "خرب"], // war
  ["رئيس", "رأس"], // president, head
  ["край", "краи"],
  ["10", "100"],
  ["بوتين", "بوتيرة"], // Putin, pace
];

describe("folding", () => {
  it.each(SAME)("makes %s one spelling: %s and %s", (_rule, typed, written) => {
    expect(normalize(typed)).toBe(normalize(written));
  });

  it.each(APART)("keeps %s and %s apart", (a, b) => {
    expect(normalize(a)).not.toBe(normalize(b));
  });

  it("keeps the breve of й, which is a letter and no accent", () => {
    expect(normalize("Байкал")).toBe("байкал");
    expect(normalize("Баи\u0306кал")).toBe("байкал");
  });

  it("leaves a folded word as it is, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives words the same spelling on its short way as on its long one", () => {
    const between = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at));
    const letters = [
      ..."ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱپچژکگڭی",
      ...between(0x41, 0x7a).filter((letter) => /[a-z]/i.test(letter)),
      ...between(0xc0, 0x17f),
      ...between(0x400, 0x52f).filter((letter) => /\p{L}/u.test(letter)),
    ];
    const word = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });
    fc.assert(
      fc.property(word, (text) => {
        // A tatweel is nothing, but it is no letter of the short way
        expect(normalize(text)).toBe(normalize(`${text}ـ`));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the drawing of a word without its dots", () => {
  it.each([
    ["بوتين", "ٮوٮٮں"], // Putin
    ["قزوين", "ڡروٮں"], // Caspian
    ["شمال", "سمال"], // north
    ["غاز", "عار"], // gas
  ])("of %s is that of %s", (dotted, undotted) => {
    // A final noon keeps its own shape, so that it is compared without it
    expect(rasm(normalize(dotted)).slice(0, -1)).toBe(rasm(normalize(undotted)).slice(0, -1));
  });

  it("keeps letters of different shapes apart", () => {
    expect(rasm("بحر")).not.toBe(rasm("بكر"));
    expect(rasm("سلام")).not.toBe(rasm("كلام"));
  });
});
