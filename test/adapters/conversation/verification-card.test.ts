import { describe, expect, it } from "vitest";
import type { Card } from "../../../adapters/conversation/card.ts";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import { LANGUAGES } from "../../../src/languages/codes.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";

const answerer = realAnswerer();
const conversation = createConversation({ answerer, width: 1500 });
const ar = STRINGS.ar.verification;

const notices = ({ parts }: Card) => parts.flatMap((part) => (part.kind === "notice" ? [part.text] : []));
const quotes = ({ parts }: Card) => parts.flatMap((part) => (part.kind === "quote" ? [part.quote] : []));
const pasted = ({ parts }: Card) => parts.flatMap((part) => (part.kind === "question" ? [part] : []));

describe("the card of a checked quotation", () => {
  it("gives the verdict first, then what was pasted and the source, with the words that differ marked in both", () => {
    const { card } = conversation.verify({
      text: "قال بوتين: «لن نبدأ إنتاج الناقلات المشتركة مع أذربيجان»",
    });
    expect(notices(card)[0]).toBe(ar.verdict.altered);
    expect(card.tone).toBe("bad");
    const [typed] = pasted(card);
    expect(typed?.marks?.map(([a, b]) => typed.text.slice(a, b))).toEqual(["لن", "نبدأ"]);
    const [{ excerpt } = { excerpt: undefined }] = quotes(card);
    expect(excerpt?.text).toBe("سنبدأ إنتاج الناقلات المشتركة مع أذربيجان");
    expect(excerpt?.marks.map(([a, b]) => excerpt.text.slice(a, b))).toEqual(["سنبدأ"]);
    expect(excerpt).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(card.copy).toContain(excerpt?.text);
  });

  it("says who says it where another was claimed", () => {
    const { card } = conversation.verify({ text: "الجيش الروسي لا يضرب أهدافاً مدنية", speaker: "lavrov" });
    expect(notices(card).join()).toContain(ar.saidBy(["فلاديمير بوتين"]));
  });

  it("is of each quotation of a message, the worst news giving the colour", () => {
    const text =
      "قال بوتين: «الجيش الروسي لا يضرب أهدافاً مدنية» وقال علييف: «السلام مع أرمينيا لم يعد ممكنا بعد اليوم»";
    const { card } = conversation.verify({ text });
    expect(pasted(card)).toHaveLength(2);
    expect(notices(card)).toEqual(expect.arrayContaining([ar.verdict.exact, ar.verdict.absent]));
    expect(card.tone).toBe("bad");
  });

  it.each(LANGUAGES)("is in the asker's language (%s)", (locale) => {
    const { card } = conversation.verify({ text: "2024", locale });
    expect(card.lang).toBe(locale);
    expect(Object.values(STRINGS[locale].verification.verdict)).toContain(notices(card)[0]);
  });

  it("comes of a question after a quotation by itself, and of no other", () => {
    const asked = conversation.ask({ text: 'did Lavrov say "الجيش الروسي لا يضرب أهدافاً مدنية"?' });
    expect(asked.answer).toMatchObject({ kind: "verified", verdict: "misattributed", lang: "en" });
    expect(conversation.ask({ text: "ماذا قال بوتين عن «العملية العسكرية الخاصة»؟" }).answer.kind).not.toBe(
      "verified",
    );
  });

  it("shows what was pasted without what could change the direction of the lines around it", () => {
    const { card } = conversation.verify({ text: "«بحر\u202e قزوين\n بحيرة روسية إيرانية»" });
    expect(pasted(card)[0]?.text).toBe("بحر  قزوين  بحيرة روسية إيرانية");
  });
});
