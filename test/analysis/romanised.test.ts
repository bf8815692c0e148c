import { describe, expect, it } from "vitest";
import { normalize } from "../../src/analysis/normalizer.ts";
import { inOwnLetters, textInOwnLetters } from "../../src/analysis/romanised.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";

const read = (text: string) => inOwnLetters(tokenize(text), "kk");
const folded = (text: string) => read(text).map((token) => token.folded);

describe("Kazakh in Latin letters", () => {
  it.each([
    ["Qazaqstan Respublikasynyñ Prezidentı", "Қазақстан Республикасының Президенті"],
    ["jaña köpır qaşan salyndy", "жаңа көпір қашан салынды"],
    // As in passports
    ["Resey khalkynyn zhana bayany", "Ресей халқының жаңа баяны"],
    ["Turkiya kalay koldady", "Түркия қалай қолдады"],
    // As typed before there was one alphabet
    ["zhana kopir qashan salyndy", "жаңа көпір қашан салынды"],
    ["u'lken ko'mek", "үлкен көмек"],
    ["ǵylym men bılım", "ғылым мен білім"],
    ["qaýipsizdik tarıhy", "қауіпсіздік таріхы"],
    ["ūly şaiqas üşin", "ұлы шайқас үшін"],
    ["Türkia men Resei arasynda", "Түркия мен Ресей арасында"],
    ["qoiady, qorğaidy, oqidy", "қояды, қорғайды, оқиды"],
    ["İran men Irak", "Иран мен Ирак"],
  ])("%s is %s", (latin, cyrillic) => {
    expect(folded(latin)).toEqual(tokenize(cyrillic).map((token) => token.folded));
  });

  it.each([
    ["қала", "кала"],
    ["ұлттық өкіл әрі һәм іс ғана жаңа үй", "улттык окил ари хам ис гана жана уй"],
  ])("is one word on either keyboard: %s, %s", (own, russian) => {
    expect(own.split(" ").map(normalize)).toEqual(russian.split(" ").map(normalize));
  });

  it("stands where it was typed, a letter with its apostrophe as one word", () => {
    const text = "2023 jyly ko'pir";
    expect(read(text).map(({ text: typed, start, end }) => [typed, text.slice(start, end)])).toEqual([
      ["2023", "2023"],
      ["jyly", "jyly"],
      ["ko'pir", "ko'pir"],
    ]);
  });

  it("is read so in questions that editors expect", () => {
    expect(textInOwnLetters("Jaña köpır qaşan salyndy?", "kk")).toBe("жана копир кашан салынды");
    for (const text of ["Жаңа көпір қашан салынды?", "2023?"])
      expect(textInOwnLetters(text, "kk")).toBe(text);
    expect(textInOwnLetters("yeni köprü?", "tr")).toBe("yeni köprü?");
  });

  it("is left alone in every other language, and as a name among Cyrillic letters or that is known as it is", () => {
    const tokens = tokenize("Qazaqstan Xi Jinping");
    expect(inOwnLetters(tokens, "az")).toBe(tokens);
    const mixed = tokenize("Reuters туралы");
    expect(inOwnLetters(mixed, "kk")).toBe(mixed);
    const known = new Set(tokens.slice(1));
    expect(inOwnLetters(tokens, "kk", () => known).map((token) => token.folded)).toEqual([
      "казакстан",
      "xi",
      "jinping",
    ]);
  });
});
