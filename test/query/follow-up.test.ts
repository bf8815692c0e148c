import { describe, expect, it } from "vitest";
import { carryOver, isFragment } from "../../src/query/follow-up.ts";
import { sanitize } from "../../src/query/sanitize.ts";
import { rerank } from "../../src/ranking/reranker.ts";
import { parsed, town } from "../support/search-parts.ts";

const parts = town();
const read = (text: string) => parsed(sanitize(text), parts);
const carried = (fragment: string, earlier: string) => carryOver(read(fragment), read(earlier));
const typed = (fragment: string, earlier: string) =>
  carried(fragment, earlier).clauses.map((unit) => unit.surface);

describe("a fragment", () => {
  it.each([
    "ومتى؟",
    "وليلى الحكيم؟",
    "وفي 1978؟",
    "طيب وليش؟",
    "and Mansour?",
    "when?",
    "who?",
    "ve ne zaman?",
    "а кто?",
    "et pourquoi ?",
    "و کجا؟",
  ])("cannot stand alone: %s", (text) => {
    expect(isFragment(read(text))).toBe(true);
  });

  it.each([
    "متى افتتح الوزير ميناء الفيروز في مدينة الورد؟",
    "من بنى جسر البازلت الأسود؟",
    "ماذا قال المنصور عن الرسوم؟",
    "What did Mansour say about fees?",
    "وزير الموانئ افتتح الميناء",
    "وين الميناء والجسر",
    "What did Mansour say about the fees of foreign ships?",
    "وماذا قال المنصور عن رسوم السفن الأجنبية في ميناء الفيروز؟",
  ])("is no question that can: %s", (text) => {
    expect(isFragment(read(text))).toBe(false);
  });
});

describe("what is carried over", () => {
  it("is the subject, under the new kind of answer", () => {
    const question = carried("ومتى؟", "من بنى جسر البازلت؟");
    expect(question.clauses.map((unit) => unit.surface)).toEqual(expect.arrayContaining(["جسر", "البازلت"]));
    expect([...question.answerTypes]).toEqual(["when"]);
  });

  it("is the kind of answer, for a new subject", () => {
    expect([...carried("والميناء؟", "متى بني جسر البازلت؟").answerTypes]).toContain("when");
  });

  it("lets a new person take the place of the old one", () => {
    const question = carried("وليلى الحكيم؟", "ماذا قال المنصور عن الرسوم؟");
    expect(question.people).toEqual(["hakim"]);
    expect(question.says).toBe(true);
    expect(question.clauses.map((unit) => unit.surface)).not.toContain("المنصور");
    expect(question.clauses.map((unit) => unit.surface)).toContain("الرسوم");
  });

  it("leaves the words for the old one behind as well", () => {
    const earlier = (fragment: string) =>
      carried(fragment, "ماذا قال سامي المنصور عن الرسوم؟")
        .earlier?.map(({ folded }) => folded)
        .join(" ");
    expect(earlier("ومتى؟")).toMatch(/منصور/);
    expect(earlier("وليلى الحكيم؟")).not.toMatch(/منصور/);
    expect(earlier("وليلى الحكيم؟")).toMatch(/رسوم/);
  });

  it("lets a new year take the place of the old one", () => {
    const words = typed("وفي 1998؟", "ماذا حدث سنة 1978 في المدينة؟");
    expect(words).toContain("1998");
    expect(words).not.toContain("1978");
  });

  it("adds a new word to the old ones, and says nothing twice", () => {
    expect(typed("والرسوم؟", "من فتح الميناء؟")).toEqual(expect.arrayContaining(["والرسوم", "الميناء"]));
    expect(typed("والميناء؟", "من فتح الميناء؟").filter((word) => word.includes("ميناء"))).toHaveLength(1);
  });

  it("finds what the fragment alone could not", () => {
    const [found] = rerank(carried("ومتى؟", "من فتح ميناء الفيروز؟"), parts);
    expect(found?.passage).toMatchObject({ doc: "harbour.txt", paragraph: 2 });
    expect(rerank(read("ومتى؟"), parts)).toEqual([]);
  });
});
