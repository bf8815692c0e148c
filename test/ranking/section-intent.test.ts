import { describe, expect, it } from "vitest";
import { rerank } from "../../src/ranking/reranker.ts";
import { parsed, partsOver } from "../support/search-parts.ts";
import { features } from "./fair.ts";

describe("a line that signs", () => {
  it("is asked for by what it holds, and not by how or why", () => {
    expect(features("لمن صورة المعرض؟", 8).line).toBe(-1);
    expect(features("كيف صورة المعرض في الصحف؟", 8).line).toBe(1);
  });
});

describe("a line that is asked for", () => {
  const NEWSPAPER = [
    "صحيفة الضفة تطوف بالمدينة",
    "تجولت الصحيفة يوما كاملا بين الأسواق والأرصفة والجسور وسألت الناس عن كل شيء.",
    "أخبار الأرصفة",
    "سيحصل العمال الذين بنوا الأرصفة على مكافأة كبيرة في نهاية الموسم من البلدية.",
    "ووصلت رافعة جديدة من بلاد بعيدة على ظهر باخرة قديمة يقودها ربان عجوز.",
    "أخبار السوق",
    "ارتفعت أسعار السمك في السوق الكبير بعد العاصفة التي أغرقت مركبين للصيادين.",
    "وافتتح خباز شاب دكانا صغيرا قرب المسجد يبيع فيه كعكا بالسمسم والتمر.",
    "دار النخيل",
    "المصدر: وكالة الشاطئ",
  ].join("\n");
  const over = partsOver(
    { "a.txt": NEWSPAPER },
    {
      "lexicon/press.json": {
        concepts: [
          { id: "title", role: "heading", ar: ["عنوان"] },
          { id: "subtitle", role: "subheading", ar: ["عنوان فرعي"] },
          { id: "source", role: "source", ar: ["مصدر"], near: ["publisher"] },
          { id: "publisher", role: "source", ar: ["ناشر"], near: ["source"] },
        ],
      },
    },
  );
  const line = (text: string) => rerank(parsed(text, over), over)[0]?.passage.text;

  it("is the heading over the paragraph that the question speaks of", () => {
    expect(line("تحت أي عنوان فرعي المكافأة؟")).toBe("أخبار الأرصفة");
    expect(line("تحت أي عنوان فرعي الربان؟")).toBe("أخبار الأرصفة");
    expect(line("تحت أي عنوان فرعي الخباز؟")).toBe("أخبار السوق");
  });
});
