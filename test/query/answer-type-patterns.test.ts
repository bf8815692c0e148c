import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import type { AnswerType } from "../../src/languages/profile.ts";
import { answerTypesOfPatterns } from "../../src/query/answer-type-patterns.ts";

const folded = (text: string) => tokenize(text).map((token) => token.folded);

describe("the wording of a question", () => {
  it.each<[string, AnswerType]>([
    ["which city has the harbour", "city"],
    ["hangi şehirde", "city"],
    ["dans quel pays", "country"],
    ["в каком городе", "city"],
    ["في أي مدينة", "city"], // in which town
    ["کدام شهر", "city"], // which town
    ["ما الدول التي تطل على البحر", "country"], // which countries are on the sea
    ["ما الدول التي تطل على البحر", "several"], // which countries are on the sea
    ["which coastal countries", "several"],
    ["أسماء الدول المشاركة", "several"], // the names of the countries that take part
    ["اذكر أسماء الدول", "country"], // name the countries
    ["list of the countries", "several"],
    ["ما الدولة التي شاركت", "country"], // which country took part
    ["какие страны", "several"],
    ["at which airport", "where"],
    ["من أي ميناء أبحرت السفينة", "where"], // from which harbour did the ship sail
    ["أي وزير افتتح الجسر", "who"], // which minister opened the bridge
    ["which minister opened it", "who"],
    ["ما اسم السفير", "who"], // what is the name of the ambassador
    ["the name of the ambassador", "who"],
    ["من بنى الميناء", "who"], // who built the harbour
  ])("%s asks %s", (text, asked) => {
    expect(answerTypesOfPatterns(folded(text).join(" "))).toContain(asked);
  });

  it.each(["من أين أبحرت السفينة", "خرج من الميناء", "the city harbour", "ما لون السفينة", "أسماء الأسماك"])(
    "of %s asks for nobody and no place by itself",
    (text) => {
      expect(answerTypesOfPatterns(folded(text).join(" "))).toEqual([]);
    },
  );
});
