import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import { about } from "../../src/index/passage-context.ts";
import type { Document } from "../../src/model/corpus.ts";
import { realAnswerer } from "../support/core.ts";
import { answererOver } from "../support/small-corpus.ts";

const documentOf = (...lines: string[]) =>
  answererOver({ "a.txt": lines.join("\n") }).corpus.documents[0] as Document;
const aboutOf = (document: Document) =>
  about(
    document,
    document.passages.map(({ text }) => tokenize(text)),
  );
const SOLD = "باع يوسف الناصر سيارته الحمراء في السوق القديم.";

describe("what a document is about", () => {
  it("is said by the first lines of an article", () => {
    const [first, second] = [SOLD, "وقال الناصر إن السيارة كانت في حال جيدة."];
    const rest = ["واشترى السيارة تاجر من السوق.", "ودفع التاجر ثمن السيارة في السوق نفسه."];
    expect(aboutOf(documentOf(first, second, ...rest))).toContain(`${first} · ${second}`);
    for (const document of realAnswerer().corpus.documents)
      expect(aboutOf(document)).toContain(document.passages[0]?.text);
  });

  it("is not said by the first lines of a digest, or by the first of a list of questions", () => {
    const digest = documentOf(
      SOLD,
      "فاز فريق النهر بكأس المدينة لكرة القدم.",
      "باعت سلمى بيتها في الحي الجديد.",
      "أعلنت البلدية تأجيل مهرجان الزهور أسبوعا.",
      "توقفت الحافلات عن العمل بسبب الثلوج.",
    );
    expect(aboutOf(digest)).not.toContain("يوسف");
    const questions = documentOf(
      ...["كيف أجدد جواز السفر؟", "من المنصة الرقمية.", "كم ثمن البطاقة؟", "عشرون دينارا."],
      ...["هل تدخل الكلاب؟", "نعم، بمقود.", "متى تفتح المكتبة؟", "في الثامنة."],
    );
    expect(aboutOf(questions)).not.toContain("جواز");
  });
});
