import { describe, expect, it } from "vitest";
import type { Language } from "../../src/languages/codes.ts";
import { negates, negatesWithin } from "../../src/verification/negation.ts";

const denies = (word: string, language: Language) => negates(word) || negatesWithin(word, language);

describe("a word that denies", () => {
  it.each([
    ["tr", "değil gelmiyor gelmez gelmedi gelmeyecek"],
    ["az", "deyil yox heç gəlmir oxumur istəmir gəlməyib gəlməyəcək gəlmədi getmir"],
    ["tk", "däl ýok hiç gelmez gelmedi barmaýar bilmeýär bilmenok"],
    ["kk", "емес жоқ ешқашан келмейді айтпайды бармады келмеген айтпаған"],
  ] as const)("is known in %s", (language, words) => {
    expect(words.split(" ").filter((word) => !denies(word, language))).toEqual([]);
  });

  it.each([
    ["tr", "demir emir memur"],
    ["az", "dəmir Vladimir Kreml gəlir mədən əmr mövqe"],
    ["tk", "madda medeni maýa demir Vladimir"],
    ["kk", "май маңызды мемлекет темір тамаша басшы"],
  ] as const)("is not seen in %s where there is none", (language, words) => {
    expect(words.split(" ").filter((word) => denies(word, language))).toEqual([]);
  });
});
