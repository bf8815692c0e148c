import { describe, expect, test } from "vitest";
import { createAnswerer } from "../../src/answerer.ts";
import { loadSeeds } from "../../src/corpus/load.ts";
import { isSlip } from "../../src/verification/slips.ts";
import { realAnswerer } from "../support/core.ts";
import { LEADERS, LEXICON, TOWN } from "../support/search-parts.ts";

const { verify, quotations, asksAboutQuotation } = realAnswerer();

function verdictOf(text: string, speaker?: string) {
  const found = verify({ text, ...(speaker ? { speaker } : {}) });
  return found.kind === "verified" ? found.verdict : found.reason;
}

describe("a verdict", () => {
  test.each([
    ["an ellipsis owns up to a cut", "«ستواصل روسيا المساهمة ... في توقيع اتفاق السلام»", "exact"], // Russia will go on contributing … to the signing of a peace accord
    ["a cut without one is an alteration", "«ستواصل روسيا المساهمة في توقيع اتفاق السلام»", "altered"], // Russia will go on contributing to the signing of a peace accord
    [
      "an ellipsis may not swallow a denial",
      "«أهداف العملية العسكرية الخاصة في أوكرانيا ... تتغير»", // the aims of the special military operation in Ukraine … change
      "altered",
    ],
    ["a quotation may begin behind a glued conjunction", "«لن يوقفها شيء»", "exact"], // nothing will stop it
    ["and not inside a word", "«نبدأ إنتاج الناقلات المشتركة مع أذربيجان»", "altered"], // we start building joint tankers with Azerbaijan
    ["a percentage is none without its sign", "«ارتفع بنسبة 10.2 ليصل إلى مستوى قياسي»", "altered"], // it rose by 10.2 to a record
    ["a decimal comma is a decimal point", "«ارتفع بنسبة 10,2% ليصل إلى مستوى قياسي»", "spelling"], // it rose by 10,2% to a record
    ["a full stop that the source lacks is listed", "«حماية إقليم دونباس.»", "spelling"], // protecting the Donbas region.
    ["only white space is nothing to check", " \n ", "empty"],
    ["too much is refused", "كلمة ".repeat(1000), "too-long"],
    [
      "a sentence in English that denies what the source says is no translation",
      "The Russian army strikes civilian targets",
      "absent",
    ],
  ])("%s", (_, text, verdict) => {
    expect(verdictOf(text)).toBe(verdict);
  });

  test.each([
    ["putin", "exact"],
    ["لافروف", "misattributed"], // Lavrov
    ["Napoleon", "misattributed"],
  ])("depends on whom the words are claimed to be of: %s", (speaker, verdict) => {
    expect(verdictOf("الجيش الروسي لا يضرب أهدافاً مدنية", speaker)).toBe(verdict);
  });

  test("names the weightiest difference first", () => {
    const found = verify({ text: "«الجيش الأوكراني يضرب أهدافاً مدنية كبيرة»" });
    if (found.kind !== "verified") throw new Error();
    expect(found.verdict).toBe("altered");
    expect(found.differences[0]).toMatchObject({ about: "negation" });
  });

  test("holds over a corpus of which nothing was known", () => {
    const encode = (value: unknown) =>
      new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
    const loaded = loadSeeds([
      ...Object.entries(TOWN).map(([name, text]) => ({ name, bytes: encode(text) })),
      { name: "leaders.json", bytes: encode(LEADERS) },
      { name: "lexicon/town.json", bytes: encode(LEXICON) },
    ]);
    if (!loaded.ok) throw new Error();
    const town = createAnswerer({ seeds: loaded.seeds });
    const of = (text: string) => {
      const found = town.verify({ text });
      return found.kind === "verified" ? found.verdict : found.reason;
    };
    expect(of("السفن الأجنبية ستدفع رسوما أقل")).toBe("exact");
    expect(of("السفن الأجنبية لن تدفع رسوما أقل")).toBe("altered");
    expect(of("ليلى الحكيم: «السفن الأجنبية ستدفع رسوما أقل»")).toBe("misattributed");
    expect(of("يعبر الجسر كل يوم آلاف الناس، سيحصلون على مكافأة كبيرة")).toBe("stitched");
    expect(of("غرقت سفينة كبيرة أمام الميناء أمس")).toBe("absent");
  });
});

describe("a slip", () => {
  const nothing = () => false;
  test.each([
    ["الاستراتجي", "الاستراتيجي", true], // strategic
    ["التعااون", "التعاون", true], // cooperation
    ["الضروف", "الظروف", true], // circumstances
    // A letter makes another word of these
    ["استمرار", "استقرار", false], // continuation, stability
    ["ارتفعت", "ارتفع", false], // she rose, he rose
    ["سيبدا", "سنبدا", false], // it will begin, we will begin
    ["عالم", "علم", false], // world, knowledge
    ["2025", "2024", false],
  ])("%s for %s: %s", (typed, meant, slip) => {
    expect(isSlip(typed, meant, nothing)).toBe(slip);
  });

  test("is never a word that is known", () => {
    expect(isSlip("الاستراتجي", "الاستراتيجي", () => true)).toBe(false);
  });
});

describe("a message", () => {
  test.each([
    ["هل قال بوتين: «الجيش الروسي لا يضرب أهدافاً مدنية»؟", true], // did Putin say: “the Russian army does not strike civilian targets”?
    ['did Lavrov say "Russia stands for the full development of cooperation"?', true],
    ["قال بوتين إن «الجيش الروسي لا يضرب أهدافاً مدنية»", true], // Putin said that “the Russian army does not strike civilian targets”
    ["Правда ли, что Путин сказал «Россия продолжит содействовать миру»?", true],
    ["ماذا قال بوتين عن «العملية العسكرية الخاصة»؟", false], // what did Putin say about “the special military operation”?
    ["متى عقدت «قمة بحر قزوين السادسة»؟", false], // when was “the sixth Caspian summit” held?
    ["ما أهداف العملية العسكرية الخاصة؟", false], // what are the aims of the special military operation?
    ["«حماية إقليم دونباس»", false], // protecting the Donbas region
  ])("%s asks after a quotation: %s", (text, asks) => {
    expect(asksAboutQuotation(text)).toBe(asks);
  });

  test("of several quotations is checked one by one, each with its speaker", () => {
    const text =
      "قال بوتين: «الجيش الروسي لا يضرب أهدافاً مدنية» وقال علييف: «إن الوضع البيئي في بحر قزوين يقلقنا جميعًا»";
    const found = quotations(text).map((request) => verify(request));
    expect(found).toMatchObject([
      { verdict: "exact", claimed: ["putin"] },
      { verdict: "exact", claimed: ["aliyev"] },
    ]);
  });

  test("that itself has marks within is one quotation", () => {
    const text = "إن روسيا «دائما تؤيد» تعميق علاقات الشراكة";
    expect(quotations(text)).toEqual([{ text }]);
  });
});
