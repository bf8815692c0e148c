import { describe, expect, it } from "vitest";
import { normalize } from "../../src/analysis/normalizer.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import type { Language } from "../../src/languages/codes.ts";
import type { AnswerType } from "../../src/languages/profile.ts";
import { answerTypeOfWord, questionPhrase } from "../../src/query/answer-type.ts";

const folded = (text: string) => tokenize(text).map((token) => token.folded);

const WORDS: readonly (readonly [Language, AnswerType, words: string])[] = [
  ["ar", "when", "متى امتى إيمتى وقتاش"],
  ["ar", "where", "أين وين فين فيين منين"],
  ["ar", "who", "مين منو شكون"],
  ["ar", "how-many", "كم كام قديش شحال اشكد"],
  ["ar", "why", "لماذا ليش ليه علاش"],
  ["ar", "how", "كيف ازاي شلون كيفاش"],
  ["ar", "what", "ماذا شو ايش وش شنو"],
  ["ar", "which", "أي أية"],
  ["ar", "yes-no", "هل"],
  ["en", "when", "when"],
  ["en", "who", "who whom whose"],
  ["ru", "where", "где куда откуда"],
  ["ru", "how-many", "сколько"],
  ["tr", "why", "neden niçin niye"],
  ["tr", "how-many", "kaç"],
  ["fa", "where", "کجا کجاست"],
  ["fa", "why", "چرا"],
  ["fr", "where", "où"],
  ["fr", "how-many", "combien"],
];

describe("a word that asks", () => {
  for (const [language, asked, list] of WORDS)
    it.each(list.split(" "))(`${asked} in ${language}: %s`, (word) => {
      expect(answerTypeOfWord(normalize(word), language)).toBe(asked);
    });

  it("may have and or so glued before it in Arabic", () => {
    expect(answerTypeOfWord(normalize("ومتى"), "ar")).toBe("when");
    expect(answerTypeOfWord(normalize("فلماذا"), "ar")).toBe("why");
  });

  it.each<[Language, string]>([
    ["ar", "ميناء"], // harbour
    ["ar", "وزير"], // minister
    ["en", "treaty"],
    ["fr", "traité"],
  ])("is not in %s: %s", (language, word) => {
    expect(answerTypeOfWord(normalize(word), language)).toBeUndefined();
  });

  it("asks in its own language only", () => {
    expect(answerTypeOfWord(normalize("kim"), "en")).toBeUndefined();
    expect(answerTypeOfWord(normalize("چرا"), "ar")).toBeUndefined();
  });
});

describe("a phrase that asks", () => {
  it.each<[string, AnswerType, leaves: string | undefined]>([
    ["how many ships", "how-many", undefined],
    ["how old is the harbour", "how-many", "age"],
    ["in which year", "when", undefined],
    ["ne zaman oldu", "when", undefined],
    ["ne kadar", "how-many", undefined],
    ["в каком году", "when", undefined],
    ["چه کسی", "who", undefined], // which person
    ["في أي عام", "when", undefined], // in which year
    ["كم عدد السفن", "how-many", undefined], // how many ships
    ["ما أسباب الزلزال", "why", "سبب"], // what are the causes of the earthquake
    ["quelle année", "when", undefined],
    ["ما تاريخ افتتاح الميناء", "when", undefined], // what is the date of the opening of the harbour
    ["لأي غاية بني", "why", "هدف"], // for what purpose was it built
    ["с какой целью", "why", "цель"],
  ])("%s asks %s", (text, asked, leaves) => {
    const found = questionPhrase(folded(text), 0);
    expect(found?.asks).toBe(asked);
    expect(found?.leaves).toBe(leaves);
  });

  it("is the longest that fits, and only where it begins", () => {
    expect(questionPhrase(folded("in what year was it"), 0)?.words).toHaveLength(3);
    expect(questionPhrase(folded("tell me how many"), 0)).toBeUndefined();
    expect(questionPhrase(folded("tell me how many"), 2)?.words).toHaveLength(2);
    expect(questionPhrase(folded("how green"), 0)).toBeUndefined();
    expect(questionPhrase([], 0)).toBeUndefined();
  });
});
