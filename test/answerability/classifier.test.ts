import { describe, expect, it } from "vitest";
import { classifyAnswerability } from "../../src/answerability/classifier.ts";
import { answerabilityFeatures } from "../../src/answerability/features.ts";
import { type Ranked, rerank } from "../../src/ranking/reranker.ts";
import { parsed, partsOver, TOWN, town } from "../support/search-parts.ts";

const parts = town();
const ask = (text: string) => {
  const question = parsed(text, parts);
  return { question, ranked: rerank(question, parts) };
};
const judged = (text: string) => {
  const { question, ranked } = ask(text);
  return classifyAnswerability(question, ranked, parts);
};
const seen = (text: string) => {
  const { question, ranked } = ask(text);
  return answerabilityFeatures(question, ranked[0] as Ranked, 1, parts);
};

/** A passage that differs in this alone. */
const changed = (best: Ranked, to: Partial<Ranked>): Ranked =>
  Object.create(best, Object.getOwnPropertyDescriptors(to)) as Ranked;

describe("confidence", () => {
  it.each([
    [
      "a fact that is not there",
      "من افتتح ميناء الفيروز في مدينة الورد؟", // who opened Fairuz harbour in the town of roses?
      "من احترق في زلزال ميناء الفيروز؟", // who burned in the earthquake of Fairuz harbour?
    ],
    ["another year", "ماذا بني سنة 1978 في مدينة الورد؟", "ماذا بني سنة 1815 في مدينة الورد؟"], // what was built in 1978, in 1815, in the town of roses?
    ["words that nothing holds", "رسوم السفن الأجنبية في الميناء", "رسوم الطائرات القطبية في الثلاجة"], // dues of the foreign ships, of the polar planes
    [
      "somebody else's words",
      "ماذا قال المنصور عن رسوم السفن الأجنبية؟", // what did Mansour say about the dues of foreign ships?
      "ماذا قالت ليلى الحكيم عن رسوم السفن الأجنبية؟", // what did Leila Hakim say about them?
    ],
  ])("is less for %s", (_what, answered, not) => {
    expect(judged(answered).confidence).toBeGreaterThan(judged(not).confidence + 0.05);
  });

  const against: readonly (readonly [string, (best: Ranked) => Ranked])[] = [
    ["its words are met less", (best) => changed(best, { met: best.met.map((share) => share / 2) })],
    ["another speaks", (best) => changed(best, { features: { ...best.features, speaks: 0 } })],
  ];
  it.each(against)("falls where %s", (_what, without) => {
    const { question, ranked } = ask("ماذا قال المنصور عن رسوم السفن الأجنبية؟");
    const best = ranked[0] as Ranked;
    const before = classifyAnswerability(question, [best], parts).confidence;
    expect(classifyAnswerability(question, [without(best)], parts).confidence).toBeLessThan(before - 0.004);
  });

  it("is less where a date or a city is asked for and there is none", () => {
    const doubt = (text: string) => 1 - judged(text).confidence;
    expect(doubt("متى اعترض الصيادون على الرسوم؟")).toBeGreaterThan(2 * doubt("متى بني جسر البازلت؟"));
    expect(doubt("في أي مدينة اعترض الصيادون على الرسوم؟")).toBeGreaterThan(
      2 * doubt("في أي مدينة افتتح الوزير ميناء الفيروز؟"),
    );
  });

  it("is nothing where the question has no word of content, whatever editors expect", () => {
    const asked = partsOver({
      ...TOWN,
      "questions/ar/editor.txt": "# bridge.txt 2\nولماذا؟\nولماذا بني الجسر؟",
    });
    const question = parsed("ولماذا؟", asked);
    const ranked = rerank(question, asked);
    expect(ranked[0]?.passage.paragraph).toBe(2);
    expect(classifyAnswerability(question, ranked, asked)).toMatchObject({ confidence: 0, near: false });
  });

  it("is nothing, and the passage not near, where it meets one word of many that the sources lack", () => {
    // The bridge, among galaxies, planets, pirates, rockets and dragons
    expect(judged("الجسر ومجرات وكواكب وقراصنة وصواريخ وتنانين")).toMatchObject({
      confidence: 0,
      near: false,
    });
    expect(judged("الجسر").near).toBe(true);
  });

  it("is nothing where there is no passage", () => {
    expect(judged("قراصنة الكاريبي").confidence).toBe(0);
    expect(judged("").confidence).toBe(0);
  });

  it("is a share of 1", () => {
    for (const text of ["الجسر", "متى بني جسر البازلت في مدينة الورد من الحجر الأسود؟", "زلزال الجسر 1815"]) {
      expect(judged(text).confidence).toBeGreaterThanOrEqual(0);
      expect(judged(text).confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe("what is missing", () => {
  it("is told apart from what the sources have and the best passage has not", () => {
    const { missing, unmet } = judged("هل أكد المنصور أن الأسماك والقراصنة لن تختفي؟");
    expect(missing).toContain("والقراصنة");
    expect(unmet).not.toContain("والقراصنة");
    expect(judged("طول ميناء الفيروز").unmet).toEqual(["طول"]);
  });

  it.each([
    ["متى بني جسر البازلت؟", []], // when was the basalt bridge built?
    ["كم قرصانا هاجم جسر البازلت؟", ["قرصانا", "هاجم"]], // how many pirates attacked the basalt bridge?
    ["What did the penguins do in the harbour?", ["penguins"]],
    ["هزة في مدينة الورد", ["هزة"]], // a tremor in the town of roses
    ["قراصنة الكاريبي", ["قراصنة", "الكاريبي"]], // pirates of the Caribbean
  ])("of %s is told in the words that were typed", (text, missing) => {
    expect(judged(text).missing).toEqual(missing);
  });

  it("is never a verb of saying", () => {
    expect(judged("ماذا صرح المنصور عن القراصنة؟").missing).toEqual(["القراصنة"]);
  });
});

describe("the evidence", () => {
  it("sees a year that the passage does not hold", () => {
    expect(seen("ماذا بني سنة 1978؟").otherDate).toBe(0);
    expect(seen("ماذا بني سنة 1815 من البازلت؟").otherDate).toBe(1);
    expect(seen("من افتتح ميناء الفيروز في مايو؟").otherDate).toBe(0);
    expect(seen("من بنى جسر البازلت من الحجر الأسود في مايو؟").otherDate).toBe(1);
    // A height is not a date
    expect(seen("جسر البازلت طوله 999 مترا").otherDate).toBe(0);
  });

  it("sees a place that the passage does not speak of", () => {
    expect(seen("متى بني جسر البازلت في بلاد الفيروز الكبرى؟").otherPlace).toBe(1);
    expect(seen("متى بني جسر البازلت؟").otherPlace).toBe(0);
  });

  it("sees that another speaks", () => {
    expect(seen("ماذا قال المنصور عن الرسوم؟").otherSpeaker).toBe(0);
    expect(seen("ماذا قال المنصور عن مكافأة العمال الكبيرة في نهاية الموسم؟").otherSpeaker).toBe(1);
  });

  it("sees a word that the language has and the sources lack", () => {
    expect(seen("زلزال في جسر البازلت")).toMatchObject({ unknown: 0 });
    expect(seen("زلزال في جسر البازلت").absent).toBeGreaterThan(0);
    expect(seen("قراصنة في جسر البازلت")).toMatchObject({ absent: 0 });
    expect(seen("قراصنة في جسر البازلت").unknown).toBeGreaterThan(0);
  });

  it("sees that no number stands beside what is counted", () => {
    expect(seen("كم ضيف حضر افتتاح الميناء؟")).toMatchObject({ uncounted: 0 });
    expect(seen("كم مكافأة حصل عليها العمال؟")).toMatchObject({ uncounted: 1 });
    expect(seen("متى افتتح الميناء؟")).toMatchObject({ uncounted: 0 });
  });
});
