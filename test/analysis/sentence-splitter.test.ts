import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/analysis/sentence-splitter.ts";
import { realAnswerer } from "../support/core.ts";

const cut = (text: string) => splitSentences(text).map(([start, end]) => text.slice(start, end));

const FIRST = "افتتح الوزير الميناء الجديد في المدينة صباح أمس.";
const SECOND = "ورست فيه السفينة الأولى بعد ساعة من الافتتاح.";
const LONG =
  "أعلن مدير الميناء أن السفن التي ترسو في الأرصفة الجديدة ستدفع رسوما أقل من غيرها طوال السنة الأولى بعد الافتتاح وأن العمال الذين بنوا الأرصفة سيحصلون على مكافأة كبيرة";

describe("sentences", () => {
  it("end at a full stop", () => {
    expect(cut(`${FIRST} ${SECOND}`)).toEqual([FIRST, SECOND]);
  });

  it.each(["؟", "!", "؛", "…"])("end at %s", (stop) => {
    const first = FIRST.replace(".", stop);
    expect(cut(`${first} ${SECOND}`)).toEqual([first, SECOND]);
  });

  it.each(["10.2", "٢٨.٢", "3.5"])("do not end inside the number %s", (number) => {
    expect(cut(`ارتفع حجم التجارة بين البلدين بنسبة ${number} في المئة هذا العام.`)).toHaveLength(1);
  });

  it.each([
    ["“", "”"],
    ["«", "»"],
    ['"', '"'],
  ])("do not end inside a quotation %s…%s", (open, close) => {
    const text = `قال الوزير ${open}بنينا الميناء. سنبني غيره${close} في الخطاب.`;
    expect(cut(text)).toEqual([text]);
  });

  it("take the closing quotation mark with them", () => {
    const first = "قال الوزير في خطابه إن “الميناء الجديد مفتوح للجميع.”";
    expect(cut(`${first} ${SECOND}`)).toEqual([first, SECOND]);
  });

  it("are parted at a comma before a new statement, only where the first is long", () => {
    expect(cut(`${LONG}، وأضاف أن الرسوم سترتفع في السنة الثانية.`)).toHaveLength(2);
    expect(cut("أعلن المدير خفض الرسوم في الميناء، وأضاف أن الرسوم سترتفع بعد سنة.")).toHaveLength(1);
    expect(cut(`${LONG}، والرسوم سترتفع في السنة الثانية.`)).toHaveLength(1);
  });

  it("are not swallowed by a quotation mark that nobody closed", () => {
    expect(cut(`قال "${LONG}. ${SECOND} ${FIRST}`).length).toBeGreaterThan(1);
  });

  it("of a few letters stay with their neighbour", () => {
    expect(cut(`نعم. ${FIRST}`)).toEqual([`نعم. ${FIRST}`]);
    expect(cut(`${FIRST} انتهى.`)).toEqual([`${FIRST} انتهى.`]);
  });

  it("stand where they say, with a base", () => {
    expect(splitSentences(`${FIRST} ${SECOND}`, 100)[1]?.[0]).toBe(100 + FIRST.length + 1);
  });

  it("cover any text, in order, less the white space between them", () => {
    const piece = fc.constantFrom(...'ابت ،.؟!"“”«»؛:1\n');
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 400 }), (text) => {
        let last = 0;
        for (const [start, end] of splitSentences(text)) {
          expect(text.slice(last, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe("");
      }),
    );
  });

  it("of the corpus part every long paragraph", () => {
    const whole = realAnswerer()
      .corpus.passages.filter((passage) => passage.text.length > 700)
      .filter((passage) => passage.sentences.length < 2);
    expect(whole).toEqual([]);
  });
});
