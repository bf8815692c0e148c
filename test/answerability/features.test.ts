import { describe, expect, it } from "vitest";
import { documentShare } from "../../src/answerability/document-share.ts";
import { type AnswerabilityFeatures, answerabilityFeatures } from "../../src/answerability/features.ts";
import { type Ranked, rerank } from "../../src/ranking/reranker.ts";
import { LEADERS, LEXICON, parsed, partsOver, TOWN, town } from "../support/search-parts.ts";

const plain = town();
/** The same with what an editor expects to be asked: a paragraph's questions, and with a dash those that nothing answers. */
const expanded = partsOver(
  {
    ...TOWN,

    "questions/ar/editor.txt": [
      "# bridge.txt 2",
      "ما عمر جسر البازلت؟", // how old is the basalt bridge?
      "كم يبلغ طول الجسر؟", // how long is the bridge?
      "- من صمم جسر البازلت؟", // who designed the basalt bridge?
      "- كم كلف بناء الجسر؟", // what did it cost to build the bridge?
      "# harbour.txt 4",
      "ما مكافأة العمال؟", // what is the workers' bonus?
      "متى يقبض البناؤون أجرهم؟", // when do the builders get their pay?
    ].join("\n"),
  },
  { "leaders.json": LEADERS, "lexicon/town.json": LEXICON },
);

const over = (parts: typeof plain) => (text: string) => {
  const question = parsed(text, parts);
  const ranked = rerank(question, parts);
  const scores = ranked.map(({ passage, score }) => ({ doc: passage.doc, score }));
  return answerabilityFeatures(question, ranked[0] as Ranked, documentShare(scores, parts.corpus), parts);
};

const BUILT = "متى بني جسر البازلت؟"; // when was the basalt bridge built?
const BRIDGE = "الجسر"; // the bridge
const HAKIM = "ماذا قالت ليلى الحكيم عن جسر البازلت؟"; // what did Leila Hakim say about the basalt bridge?
const HOW_LONG = "كم يبلغ طول الجسر؟"; // how long is the bridge?
const DESIGNED = "من صمم جسر البازلت؟"; // who designed the basalt bridge?
const PAY = "متى يقبض البناؤون أجرهم؟"; // when do the builders get their pay?
const DUES = "ماذا قال المنصور عن الرسوم؟"; // what did Mansour say about the dues?

type Row = readonly [feature: keyof AnswerabilityFeatures, more: string, less: string];

describe("what is read of the best passage by the texts alone", () => {
  const seen = over(plain);
  const rows: readonly Row[] = [
    ["coverage", BUILT, HAKIM],
    ["single", BRIDGE, BUILT],
    ["absent", "زلزال في جسر البازلت", "قراصنة في جسر البازلت"], // an earthquake, pirates on the basalt bridge
    ["unknown", "قراصنة في جسر البازلت", "زلزال في جسر البازلت"],
    ["metWords", BUILT, BRIDGE],
    ["documentShare", BUILT, HAKIM],
    ["otherPerson", HAKIM, BUILT],
    ["otherSpeaker", HAKIM, DUES],
    ["unexpected", "متى اعترض الصيادون على الرسوم؟", BUILT], // when did the fishermen object to the dues?
  ];
  it.each(rows)("%s is more for «%s» than for «%s»", (feature, more, less) => {
    expect(seen(more)[feature]).toBeGreaterThan(seen(less)[feature] + 0.04);
  });
});

describe("what is read of what editors wrote", () => {
  const seen = over(expanded);
  const rows: readonly Row[] = [
    ["expandedCoverage", HOW_LONG, DESIGNED],
    ["likelihood", HOW_LONG, BUILT],
    ["nearestUnanswered", DESIGNED, HOW_LONG],
    ["unansweredOdds", DESIGNED, PAY],
  ];
  it.each(rows)("%s is more for «%s» than for «%s»", (feature, more, less) => {
    expect(seen(more)[feature]).toBeGreaterThan(seen(less)[feature] + 0.1);
  });
  it("is nothing where they wrote nothing", () => {
    for (const [feature] of rows) expect([feature, over(plain)(HOW_LONG)[feature]]).toEqual([feature, 0]);
  });
});

describe("a place of the question", () => {
  const parts = partsOver(TOWN, {
    "lexicon/places.json": {
      concepts: [
        { id: "rose-town", kind: "city", ar: ["مدينة الورد"] },
        { id: "valley", kind: "place", ar: ["وادي الزعفران"], near: ["rose-town"] },
        { id: "island", kind: "place", ar: ["جزيرة المرجان"] },
      ],
    },
  });
  const seen = over(parts);
  it("is met by what stands near it, or it is not", () => {
    // The old basalt bridge in the saffron valley, on the coral island, in the town of roses
    expect(seen("جسر البازلت القديم في وادي الزعفران")).toMatchObject({ otherPlace: 0 });
    expect(seen("جسر البازلت القديم في جزيرة المرجان")).toMatchObject({ otherPlace: 1 });
    expect(seen("جسر البازلت القديم في مدينة الورد")).toMatchObject({ otherPlace: 0 });
  });
});

describe("a person of the question", () => {
  const seen = over(plain);
  it("is another only as spelled: a word merely corrected to a name may be something else", () => {
    // When did Mansour build the basalt bridge of black stone?
    expect(seen("متى بنى المنصور جسر البازلت من الحجر الأسود؟").otherPerson).toBe(1);
    expect(seen("متى بنى المنصوور جسر البازلت من الحجر الأسود؟").otherPerson).toBe(0);
  });
});

describe("what is counted", () => {
  const parts = partsOver({
    "boats.txt": [
      "بيعت في السوق 40 سلة من التمر قبل أن يصل إلى رصيف الميناء الشمالي البعيد زورق الصيد.",
      "وصلت إلى رصيف الميناء الشرقي عند الفجر 12 زورقا محملا بالسمك.",
    ].join("\n"),
  });
  it("has its number within a few words, not somewhere in the paragraph", () => {
    const question = parsed("كم زورقا وصل إلى رصيف الميناء؟", parts); // how many boats came to the harbour's quay?
    const uncounted = rerank(question, parts).map((ranked) => [
      ranked.passage.paragraph,
      answerabilityFeatures(question, ranked, 1, parts).uncounted,
    ]);
    expect(Object.fromEntries(uncounted)).toEqual({ 1: 1, 2: 0 });
  });
});
