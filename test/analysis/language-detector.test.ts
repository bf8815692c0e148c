import { describe, expect, it } from "vitest";
import { detectLanguage, languageOf } from "../../src/analysis/language-detector.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";

const detect = (text: string, locale?: string) => detectLanguage(text, tokenize(text), locale);

const PLAIN: readonly (readonly [language: string, text: string])[] = [
  ["ar", "من وقع معاهدة الميناء الجديد؟"], // who signed the treaty of the new harbour?
  ["ar", "وين صار الزلزال؟"], // where was the earthquake?
  ["ar", "فين الميناء ده؟"], // where is this harbour?
  ["ar", "ميناء قديم"], // an old harbour
  // Typed on a Persian keyboard
  ["ar", "ما هي آخر أخبار المیناء الجدید في القریة؟"], // what is the latest news of the new harbour in the village?
  ["fa", "چه کسی پیمان بندر تازه را امضا کرد؟"], // who signed the treaty of the new harbour?
  ["fa", "بندر تازه کجاست و چرا ساخته شد؟"], // where is the new harbour and why was it built?
  ["fa", "گزارش زلزله"], // report of an earthquake
  ["ru", "Кто подписал договор о новом порте?"],
  ["ru", "порт"],
  ["en", "Who signed the treaty about the new harbour?"],
  ["en", "When did the earthquake happen?"],
  ["tr", "Yeni liman anlaşmasını kim imzaladı?"],
  ["tr", "Deprem ne zaman oldu"],
  ["tr", "yağmur"],
  ["kk", "Жаңа порт туралы келісімге кім қол қойды?"],
  ["kk", "зилзала кашан болды"],
  ["tk", "Täze port baradaky ylalaşyga kim gol çekdi?"],
  ["tk", "yer titremesi hacan boldy"],
  ["az", "Yeni liman haqqında sazişi kim imzalayıb?"],
  ["az", "Zəlzələ nə vaxt olub"],
  ["az", "zelzele ne vaxt olub"],
  ["fr", "Qui a signé le traité sur le nouveau port ?"],
  ["fr", "quand est arrive le seisme"],
];

describe("the language of a question", () => {
  it.each(PLAIN)("is %s: %s", (language, text) => {
    expect(detect(text)).toMatchObject({ language, arabizi: false });
  });

  it.each([
    "3ayez a3raf meen wa2a3 el mo3ahda",
    "fein el mina2 el gedid",
    "shu sar bel 7arb",
    "wesh 9al l wazir 3la l mina",
  ])("is Arabic in Latin letters: %s", (text) => {
    expect(detect(text)).toMatchObject({ language: "ar", arabizi: true });
  });

  it.each(["What did the G7 decide?", "The G20 and the B2B fair"])(
    "is no Arabizi for a digit in a name: %s",
    (text) => {
      expect(detect(text)).toMatchObject({ language: "en", arabizi: false });
    },
  );

  it.each([
    ["متى بني ميناء", "fa", "ar"], // when was a harbour built
    ["على متى", "fa", "ar"], // until when
    // Persian typed on an Arabic keyboard, without a letter of its own
    ["جرا بندر", "ar", "fa"], // why a harbour
  ])("is told by small words however they are spelled: %s", (text, locale, language) => {
    expect(detect(text, locale).language).toBe(language);
  });

  it("is that of the words, whatever the telephone's is", () => {
    expect(detect("من وقع المعاهدة؟", "en-US").language).toBe("ar");
    expect(detect("Who signed the treaty?", "ar-EG").language).toBe("en");
  });

  it("is the telephone's where the words do not tell", () => {
    expect(detect("2023", "ru-RU")).toMatchObject({ language: "ru", certain: false });
    expect(detect("Zephyrus", "fr-CA")).toMatchObject({ language: "fr", certain: false });
    expect(detect("🙂", "fa")).toMatchObject({ language: "fa", certain: false });
    expect(detect("🙂", "de-AT").language).toBe("ar");
    expect(detect("🙂").language).toBe("ar");
  });

  it("is that of most letters in a question of two scripts", () => {
    expect(detect("ماذا قال الوزير عن OPEC؟").language).toBe("ar");
    expect(detect("what is the meaning of the word بحر").language).toBe("en");
  });
});

describe("the language of a locale", () => {
  it.each([
    ["ar", "ar"],
    ["ar-SA", "ar"],
    ["en_GB", "en"],
    ["TR", "tr"],
    ["de", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%s is %s", (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});
