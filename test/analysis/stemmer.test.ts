import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize } from "../../src/analysis/normalizer.ts";
import { stem, verbKeys, withoutClitics } from "../../src/analysis/stemmer.ts";
import type { Language } from "../../src/languages/codes.ts";

/** Forms of one word, by what makes them differ. */
const SAME: readonly (readonly [Language, rule: string, string, string])[] = [
  ["ar", "the article", "البحر", "بحر"],
  ["ar", "and with the article", "والبحر", "بحر"],
  ["ar", "by with the article", "بالبحر", "بحر"],
  ["ar", "for with the article", "للبحر", "بحر"],
  ["ar", "as with the article", "كالبحر", "بحر"],
  ["ar", "this, in dialect", "هالاتفاق", "اتفاق"],
  ["ar", "on the, in dialect", "عالبحر", "بحر"],
  ["ar", "and", "وروسيا", "روسيا"],
  ["ar", "by", "بموسكو", "موسكو"],
  ["ar", "the sound masculine plural", "مهندسون", "مهندس"],
  ["ar", "its oblique case", "مهندسين", "مهندس"],
  ["ar", "the sound feminine plural", "محادثات", "محادثة"],
  ["ar", "the dual", "زعيمان", "زعيم"],
  ["ar", "the feminine dual", "الحكومتين", "حكومة"],
  ["ar", "the feminine", "إيرانية", "إيراني"],
  ["ar", "their", "مصالحهم", "مصالح"],
  ["ar", "her", "مصالحها", "مصالح"],
  ["ar", "our", "علاقتنا", "علاقة"],
  ["ar", "an indefinite accusative", "هجوما", "هجوم"],
  ["en", "the plural", "summits", "summit"],
  ["en", "the gerund", "meeting", "meet"],
  ["fr", "the plural", "sommets", "sommet"],
  ["ru", "the genitive", "договора", "договор"],
  ["ru", "the locative plural", "договорах", "договор"],
  ["ar", "the dual before its owner", "رسالتا", "رسالة"],
  ["tr", "the genitive", "zirvenin", "zirve"],
  ["tr", "the locative plural", "zirvelerde", "zirve"],
  ["tr", "a possessive that is a stem and -si elsewhere", "savaşı", "savaşın"],
  ["tr", "a dative that is an ending elsewhere", "pakete", "paketler"],
  ["kk", "the genitive", "саммиттің", "саммит"],
  ["tk", "the genitive", "sammitiň", "sammit"],
  ["tk", "a k that a vowel turns into g", "hyzmatdaşlyk", "hyzmatdaşlygyň"],
  ["az", "the genitive", "sammitin", "sammit"],
  ["az", "a q that a vowel turns into ğ", "əməkdaşlıq", "əməkdaşlığın"],
  ["az", "a letter typed as two", "danisiqlar", "danishiqlar"],
  ["az", "an ə typed as an a", "əməkdaşlıq", "amakdasliq"],
  ["tk", "a ž typed as a j", "žurnalist", "jurnalist"],
  ["tk", "a w typed as a v", "döwlet", "dovlet"],
  ["tr", "the copula", "belirtmektedir", "belirtti"],
  ["tr", "the copula of the past", "çalışmıştır", "çalıştı"],
  ["fa", "the plural", "کشورها", "کشور"],
  ["fa", "the plural with its linking yeh", "کشورهای", "کشور"],
];

/** Different words that stemming must not blur. */
const APART: readonly (readonly [string, string])[] = [
  ["رئيسي", "رأس"], // main, head
  ["بوتين", "بوتيرة"], // Putin, pace
  ["المهام", "إلهام"], // the tasks, Ilham
  ["شيء", "شمال"], // thing, north
  ["قمة", "قيم"], // summit, values
  ["علييف", "علاقة"], // Aliyev, relation
];

describe("a stem", () => {
  it.each(SAME)("in %s is the same with and without %s: %s, %s", (language, _rule, inflected, plain) => {
    expect(stem(normalize(inflected), language)).toBe(stem(normalize(plain), language));
  });

  it.each(APART)("tells %s from %s", (a, b) => {
    expect(stem(normalize(a), "ar")).not.toBe(stem(normalize(b), "ar"));
  });

  it.each(["ولد", "بحر", "لغة", "فرق", "نفط"])(
    "does not take the first letter of %s for a clitic",
    (word) => {
      expect(stem(normalize(word), "ar").slice(0, 2)).toBe(normalize(word).slice(0, 2));
    },
  );

  it("leaves three letters of an Arabic word at least", () => {
    const word = fc.string({ unit: fc.constantFrom(..."ابتجحدرسعفقكلمنهوي"), minLength: 3, maxLength: 14 });
    fc.assert(fc.property(word, (text) => stem(text, "ar").length >= 3));
  });

  it("of a word of another script is taken by that script's rules", () => {
    expect(stem("بحار", "en")).toBe(stem("بحار", "ar"));
    expect(stem("summits", "ar")).toBe(stem("summits", "en"));
  });

  it("is made of any string in any language", () => {
    const languages = fc.constantFrom<Language>("ar", "en", "ru", "tr", "fa", "fr", "az", "tk", "kk");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), languages, (text, language) => {
        expect(typeof stem(normalize(text), language)).toBe("string");
      }),
    );
  });
});

describe("what may stand glued before a word", () => {
  it.each([
    ["وبالبحر", "بحر"], // and by the sea
    ["فالبحر", "بحر"], // so the sea
    ["هالبحر", "بحر"], // this sea
    ["لبوتين", "بوتين"], // to Putin
    ["وبوتين", "بوتين"], // and Putin
  ])("comes off %s", (glued, plain) => {
    expect(withoutClitics(normalize(glued))).toContain(normalize(plain));
  });

  it("is not looked for where two letters would remain", () => {
    expect(withoutClitics("وقف")).toEqual(["وقف"]);
  });

  it("leaves the whole word first", () => {
    expect(withoutClitics("وبالبحر")[0]).toBe("وبالبحر");
  });
});

describe("a verb", () => {
  it.each([
    ["تسلمت", "تسلم"], // she received
    ["ستتسلمون", "يتسلم"], // you will receive
    ["نلتقي", "يلتقي"], // we meet
    ["سيوقع", "يوقع"], // he will sign
    ["بيوقع", "يوقع"], // he is signing, in dialect
    ["وقعوا", "وقع"], // they signed
    ["وقعها", "وقع"], // he signed it
  ])("in any person shares a key with the third: %s, %s", (inflected, plain) => {
    const keys = verbKeys(inflected);
    expect(verbKeys(plain).some((key) => keys.includes(key))).toBe(true);
  });

  it("shares none with another verb", () => {
    const keys = verbKeys("يوقع");
    expect(verbKeys("يرفع").some((key) => keys.includes(key))).toBe(false);
  });
});
