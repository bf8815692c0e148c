import { describe, expect, it } from "vitest";
import { articleNumbers } from "../../src/analysis/article-numbers.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";

const numbers = (text: string) => articleNumbers(tokenize(text)).map(({ number }) => number);

describe("the number of an article", () => {
  it.each([
    ["المادة 12", 12], // article 12
    ["المادة ١٢", 12], // article 12
    ["المادة الأولى", 1], // the first article
    ["المادة الثانية عشرة", 12], // the twelfth article
    ["نص المادة الحادية والعشرين من القانون", 21], // the text of the twenty-first article of the law
    ["المادة الثانية عشرة بعد المئة", 112], // the hundred and twelfth article
    ["البند الثالث", 3], // the third clause
    ["Article twelve", 12],
    ["what does the twelfth article say", 12],
    ["the twenty-first article", 21],
    ["section one hundred and twelve", 112],
    ["статья двенадцатая", 12],
    ["в двенадцатой статье", 12],
    ["статья третья", 3],
    ["двадцать первая статья", 21],
    ["on ikinci madde", 12],
    ["yirmi birinci maddenin metni", 21],
    ["12. madde", 12],
    ["ماده دوازدهم", 12], // the twelfth article
    ["ماده بیست و یکم", 21], // the twenty-first article
    ["article douze", 12],
    ["le douzième article", 12],
    ["article quatre-vingt-deux", 82],
    ["article premier", 1],
  ])("%s", (text, number) => {
    expect(numbers(text)).toEqual([number]);
  });

  it.each([
    "المادة الخام", // the raw material
    "an article about the second war",
    "the article on the Caspian",
    "un article sur on ikinci",
    "в статье говорится",
    "الثانية عشرة ظهرا", // twelve noon
  ])("is none in %s", (text) => {
    expect(numbers(text)).toEqual([]);
  });
});
