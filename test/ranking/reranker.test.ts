import { describe, expect, it } from "vitest";
import { rerank } from "../../src/ranking/reranker.ts";
import { parsed, partsOver, TOWN, town } from "../support/search-parts.ts";

const parts = town();
const ranked = (text: string, over: typeof parts = parts) => rerank(parsed(text, over), over);
const best = (text: string) => {
  const passage = ranked(text)[0]?.passage;
  return `${passage?.doc} ${passage?.paragraph}`;
};

describe("the best passage", () => {
  it.each([
    ["bridge.txt 2", "متى بني جسر البازلت؟"], // when was the basalt bridge built?
    ["bridge.txt 3", "من يصطاد تحت الجسر؟"], // who fishes under the bridge?
    ["harbour.txt 2", "كم ضيفا حضر افتتاح ميناء الفيروز؟"], // how many guests came to the opening of Fairuz harbour?
    ["harbour.txt 3", "ماذا قال المنصور عن الرسوم؟"], // what did Mansour say about the dues?
    ["harbour.txt 4", "على ماذا سيحصل العمال؟"], // what will the workers get?
    ["harbour.txt 5", "ماذا قالت رئيسة البلدية؟"], // what did the mayor say?
    ["harbour.txt 2", "when was the harbour opened?"],
  ])("is %s for %s", (place, text) => {
    expect(best(text)).toBe(place);
  });

  it("is one in which the person speaks whose words are asked for", () => {
    const over = partsOver(
      {
        "a.txt": [
          "زارت ليلى الحكيم سوق السمك، وكانت الأسعار حديث الناس كلهم.",
          "قال المنصور إن ليلى الحكيم تعرف الأسعار في سوق السمك.",
          "قالت ليلى الحكيم إن الناس كلهم يشكون من الأسعار كل صباح في سوق السمك.",
        ].join("\n"),
      },
      {
        "leaders.json": { leaders: [{ id: "hakim", name: { ar: "ليلى الحكيم" }, names: ["ليلى الحكيم"] }] },
        "lexicon/say.json": { concepts: [{ id: "say", kind: "say", ar: ["قال", "قالت", "صرح", "صرحت"] }] },
      },
    );
    expect(ranked("ماذا صرحت ليلى الحكيم عن الأسعار في سوق السمك؟", over)[0]?.passage.paragraph).toBe(3);
  });

  it("holds the kind of thing that is asked for", () => {
    const over = partsOver({
      "a.txt": ["وصل آخر ضيف إلى حفل الميناء مساء.", "وصل 40 ضيفا إلى حفل الميناء مساء أمس الأول."].join(
        "\n",
      ),
    });
    expect(ranked("كم ضيف وصل إلى حفل الميناء؟", over)[0]?.passage.paragraph).toBe(2);
  });

  it("has the words of the question close together and in its order", () => {
    const far =
      "الرسوم التي فرضت على كل السفن الكبيرة والصغيرة بعد افتتاح الأرصفة الشمالية في الميناء مرتفعة.";
    const near = "فرضت على كل السفن الكبيرة والصغيرة بعد افتتاح الأرصفة الشمالية رسوم الميناء المرتفعة جدا.";
    const over = partsOver({ "a.txt": `${far}\n${near}` });
    expect(ranked("رسوم الميناء", over)[0]?.passage.paragraph).toBe(2);
  });
});

describe("a year", () => {
  const text = ["ازدهر السوق في العام الماضي.", "تراجع السوق في العام الذي قبله كثيرا."].join("\n");
  const dated = (date: string) =>
    partsOver(
      { "a.txt": text },
      { "catalogue.json": { documents: { "a.txt": { date: { how: "stated", value: date } } } } },
    );
  const numbers = (over: typeof parts) =>
    ranked("كيف كان السوق في 1997؟", over).map(({ own }) => Math.max(...own.slice(-1)));

  it("is met where a text says it by its day of publication, and only there", () => {
    expect(numbers(dated("1998-03-01"))).toEqual([1, 0]);
    expect(numbers(dated("1999-03-01"))).toEqual([0, 0]);
    expect(numbers(partsOver({ "a.txt": text }))).toEqual([0, 0]);
  });
});

describe("the order", () => {
  it("is by score, and by place where scores are equal", () => {
    const same = Array.from({ length: 30 }, () => "بني الجسر من حجر البازلت الأسود.").join("\n");
    const over = partsOver({ "b.txt": same, "a.txt": same });
    const found = ranked("حجر البازلت", over);
    expect(found.length).toBeGreaterThan(20);
    expect(new Set(found.map((one) => one.score)).size).toBe(1);
    const places = found.map((one) => one.passage.index);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("never goes up", () => {
    const scores = ranked("رسوم السفن في ميناء الفيروز ومدينة الورد").map((one) => one.score);
    expect(scores.length).toBeGreaterThan(2);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it("is the same when asked again, and whatever was asked between", () => {
    const ask = () => ranked("رسوم السفن في الميناء").map((one) => [one.passage.index, one.score]);
    const first = ask();
    ranked("من بنى الجسر؟");
    expect(ask()).toEqual(first);
  });

  it("does not depend on the order in which the files were read", () => {
    const turned = Object.fromEntries(Object.entries(TOWN).toReversed());
    const order = (over: typeof parts) =>
      ranked("رسوم السفن في مدينة الورد", over).map((one) => one.passage.index);
    expect(order(partsOver(turned))).toEqual(order(partsOver(TOWN)));
  });
});

describe("a ranked passage", () => {
  it("points at a sentence inside itself and at the words that met the question, in order", () => {
    for (const {
      passage,
      best: [from, to],
      highlights,
    } of ranked("ماذا قال المنصور عن رسوم السفن والأسماك؟")) {
      expect(from).toBeGreaterThanOrEqual(passage.start);
      expect(to).toBeLessThanOrEqual(passage.end);
      expect(to).toBeGreaterThan(from);
      let last = passage.start;
      for (const [start, end] of highlights) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(passage.end);
    }
  });

  it("has its features between 0 and 1", () => {
    for (const { features, sentence } of ranked("متى افتتح المنصور ميناء الفيروز؟")) {
      const { coverage, proximity, bm25, speaks } = features;
      const { window, expected } = sentence;
      for (const [name, value] of Object.entries({ coverage, window, proximity, bm25, expected, speaks })) {
        expect([name, value >= 0]).toEqual([name, true]);
        expect([name, value <= 1 + 1e-9]).toEqual([name, true]);
      }
    }
  });

  it("is not found for words that nothing holds", () => {
    expect(ranked("قراصنة الكاريبي")).toEqual([]);
    expect(ranked("")).toEqual([]);
  });
});
