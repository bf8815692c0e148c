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
    ["في أي مدينة", "city"],
    ["کدام شهر", "city"],
    ["ما الدول التي تطل على البحر", "country"],
    ["ما الدول التي تطل على البحر", "several"],
    ["which coastal countries", "several"],
    ["أسماء الدول المشاركة", "several"],
    ["اذكر أسماء الدول", "country"],
    ["list of the countries", "several"],
    ["ما الدولة التي شاركت", "country"],
    ["какие страны", "several"],
    ["at which airport", "where"],
    ["من أي ميناء أبحرت السفينة", "where"],
    ["أي وزير افتتح الجسر", "who"],
    ["which minister opened it", "who"],
    ["ما اسم السفير", "who"],
    ["the name of the ambassador", "who"],
    ["من بنى الميناء", "who"],
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
