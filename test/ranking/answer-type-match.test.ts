import { describe, expect, it } from "vitest";
import { hasAnswerType } from "../../src/ranking/answer-type-match.ts";
import { rerank } from "../../src/ranking/reranker.ts";
import { parsed, partsOver } from "../support/search-parts.ts";
import { fair, sentence } from "./fair.ts";

describe("the kind of answer that is expected", () => {
  it("is in a sentence that holds it, other than what the question names", () => {
    expect(sentence("أي بلاد شاركت في معرض الخزف؟", 2).expected).toBe(1);
    expect(sentence("في أي مدينة أقيم معرض الخزف؟", 4).expected).toBe(0);
    expect(sentence("متى أقيم معرض الخزف؟", 4).expected).toBe(1);
    expect(sentence("هل شاركت بلاد الشمال، وأي دولة شاركت في المعرض؟", 3).expected).toBe(0);
  });

  it("may be what is only near to a thing that is named", () => {
    expect(sentence("أي دولة من البلاد الثلاث شاركت في معرض الخزف؟", 2).expected).toBe(1);
  });

  it("is a list where the question is in the plural", () => {
    expect(sentence("ما الدول التي شاركت في معرض الخزف؟", 2).expected).toBe(1);
    expect(sentence("ما الدول التي شاركت في معرض الخزف؟", 3).expected).toBeCloseTo(1 / 3);
  });

  it("is nothing that can be looked for where only what or how is asked", () => {
    expect(hasAnswerType(parsed("ما المعرض؟", fair))).toBe(false);
    expect(hasAnswerType(parsed("متى المعرض؟", fair))).toBe(true);
  });

  it("is held against no passage where the corpus has nothing that is known for it", () => {
    const plain = partsOver({ "a.txt": "أقيم معرض الخزف في قرية بعيدة.\nوصل الضيوف إلى معرض الخزف أمس." });
    const expected = (text: string) =>
      rerank(parsed(text, plain), plain).map(({ sentence: { expected: found } }) => found);
    // No lexicon tells what a city is
    expect(expected("في أي مدينة أقيم معرض الخزف؟")).toEqual([1, 1]);
    // A day is known without one
    expect(expected("متى معرض الخزف؟").toSorted()).toEqual([0, 1]);
  });

  it("is said by a day of the week, a month, or the day of writing", () => {
    const days = partsOver(
      { "a.txt": "افتتح المعرض أمس.\nافتتح المعرض في حزيران.\nافتتح المعرض الخميس.\nافتتح المعرض مساء." },
      { "lexicon/days.json": { concepts: [{ id: "evening", ar: ["مساء"] }] } },
    );
    const ranked = rerank(parsed("متى افتتح المعرض؟", days), days);
    const held = ranked.toSorted((a, b) => a.passage.index - b.passage.index);
    expect(held.map(({ sentence: { expected } }) => expected)).toEqual([1, 1, 1, 0]);
  });
});
