import { describe, expect, it } from "vitest";
import { answererOver } from "./support/small-corpus.ts";

const top = (text: string, question: string) => {
  const answer = answererOver({ "a.txt": text }).answer({ text: question });
  return "quotes" in answer ? answer.quotes[0]?.text : undefined;
};

describe("texts of other shapes than an article's", () => {
  it.each([
    ["ما نص المادة الثانية عشرة؟", "المادة 12"], // what is the text of the twelfth article?
    ["المادة ١٢", "المادة 12"], // article 12
    ["ماذا تقول المادة الثالثة؟", "المادة 3"], // what does the third article say?
    ["المادة الحادية والعشرون", "المادة 21"], // the twenty-first article
  ])("are found by the number of an article in words or digits: %s", (question, begins) => {
    const law = `قانون الحدائق\nالمادة 2\nتفتح الحدائق في الثامنة.\nالمادة 3\nلا يجوز قطف الزهور.\nالمادة 12\nتمنع الدراجات في الممرات.\nالمادة 21\nيعاقب المخالف بغرامة.`;
    expect(top(law, question)?.split("\n")[0]).toBe(begins);
  });

  it.each(["ما نص المادة 12؟", "ماذا تقول المادة الثانية عشرة؟", "ما حكم المادة ١٢؟"])(
    "are asked for the text of an article by words that it lacks: %s",
    (question) => {
      const law = `قانون الحدائق\nالمادة 2\nتفتح الحدائق في الثامنة.\nالمادة 12\nتمنع الدراجات في الممرات.`;
      const answer = answererOver({ "a.txt": law }).answer({ text: question });
      expect(answer).toMatchObject({ kind: "quotes", missing: [] });
    },
  );

  it("are found where the text has the number in words", () => {
    const law = `قانون الحدائق\nالمادة الثانية\nتفتح الحدائق في الثامنة.\nالمادة الثالثة\nلا يجوز قطف الزهور.\nالمادة الثانية عشرة\nتمنع الدراجات في الممرات.`;
    expect(top(law, "المادة 12")?.split("\n")[0]).toBe("المادة الثانية عشرة");
  });

  it("quote an answer with its question", () => {
    const faq = `كيف أجدد بطاقة الحديقة؟\nمن مكتب المدخل الشرقي.\nكم ثمن البطاقة؟\nعشرون دينارا في السنة.\nهل تدخل الكلاب؟\nنعم، بمقود.`;
    expect(top(faq, "كم ثمن البطاقة؟")).toBe("كم ثمن البطاقة؟\nعشرون دينارا في السنة.");
  });
});
