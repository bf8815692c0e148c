import { describe, expect, it } from "vitest";
import { alignSentences } from "../../src/analysis/sentence-alignment.ts";
import { splitSentences } from "../../src/analysis/sentence-splitter.ts";
import { processorTime } from "../support/processor-time.ts";

const aligned = (source: string, target: string) =>
  alignSentences(source, splitSentences(source), target, splitSentences(target)).map(([a, b]) =>
    target.slice(a, b),
  );

const [FIRST, SECOND, THIRD] = [
  "افتتح الوزير الميناء الجديد في المدينة صباح أمس.",
  "وقال إن العمل فيه استمر ثلاث سنوات كاملة بلا توقف.",
  "وبلغت الكلفة 40 مليونا دفعتها الدولة.",
];

describe("sentences of a translation", () => {
  it("are taken one for one where they are as many and as long", () => {
    const target = [
      "The minister opened the city's new port yesterday morning.",
      "He said that the work on it had gone on for three years.",
      "The cost was 40 million, paid by the state.",
    ];
    expect(aligned([FIRST, SECOND, THIRD].join(" "), target.join(" "))).toEqual(target);
  });

  it("are taken together where the translator parted one", () => {
    const target = [
      "The minister opened the new port.",
      "That was in the city, yesterday morning.",
      "The cost of 40 million was paid by the state.",
    ];
    expect(aligned(`${FIRST} ${THIRD}`, target.join(" "))).toEqual([target.slice(0, 2).join(" "), target[2]]);
  });

  it("stand for both where the translator joined two", () => {
    const joined =
      "The minister opened the city's new port yesterday morning and said the work had gone on for three whole years.";
    const last = "The cost was 40 million, paid by the state.";
    expect(aligned([FIRST, SECOND, THIRD].join(" "), `${joined} ${last}`)).toEqual([joined, joined, last]);
  });

  it("go by their figures, in whatever digits, where the lengths leave it open", () => {
    const source =
      "وفي العام الأول بيعت 40 سفينة كبيرة. وفي الثاني 50 سفينة أخرى كبيرة. ثم توقف كل شيء هناك.";
    const target =
      "۴۰ کشتی بزرگ در سال نخست فروخته شد و در سال دوم ۵۰ کشتی. سپس همه چیز متوقف شد. این پایان کار بود.";
    const [first, second] = aligned(source, target);
    expect(first).toContain("۴۰");
    expect(second).toContain("۵۰");
  });

  it("are the whole of it where one side is a single sentence", () => {
    expect(aligned(`${FIRST} ${SECOND}`, "A port was opened.")).toEqual([
      "A port was opened.",
      "A port was opened.",
    ]);
    expect(alignSentences("", [], "Text here.", [])).toEqual([]);
    expect(alignSentences("نص", [[0, 2]], "", [])).toEqual([[0, 0]]);
  });

  it("are the whole of it where no grouping covers both sides", () => {
    const target = Array.from({ length: 30 }, (_, i) => `This is the sentence of number ${i} here.`).join(
      " ",
    );
    expect(aligned(`${FIRST} ${SECOND}`, target)).toEqual([target, target]);
  });

  it.each([150, 3_000])("of a text of %i sentences are found in time", (count) => {
    const numbers = Array.from({ length: count }, (_, i) => 1_000_000 + i);
    const source = numbers.map((n) => `وهذه هي الجملة ذات الرقم ${n} هنا.`).join(" ");
    const target = numbers.map((n) => `This is the sentence of number ${n} here.`).join(" ");
    const begun = processorTime();
    expect(aligned(source, target)[count - 1]).toContain(`${1_000_000 + count - 1}`);
    // 0.3 s for the longer
    expect(processorTime() - begun).toBeLessThan(5_000);
  });
});
