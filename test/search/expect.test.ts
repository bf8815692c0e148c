import { describe, expect, it } from "vitest";
import { expects } from "../../src/search/expect.ts";
import { type Ranked, rank } from "../../src/search/rank.ts";
import { understand } from "../../src/search/understand.ts";
import { partsOver } from "./parts.ts";

const LEXICON = {
  concepts: [
    { id: "north-land", kind: "country", ar: ["بلاد الشمال"], en: ["Northland"] },
    { id: "south-land", kind: "country", ar: ["بلاد الجنوب"], en: ["Southland"] },
    { id: "east-land", kind: "country", ar: ["بلاد الشرق"], en: ["Eastland"] },
    { id: "three-lands", ar: ["البلاد الثلاث"], near: ["north-land", "south-land", "east-land"] },
    { id: "sarkand", kind: "country", ar: ["سرقندي"], en: ["Sarkandian"] },
    { id: "photo", ar: ["صورة", "مصور"], en: ["photo"] },
    { id: "clay-town", kind: "city", ar: ["مدينة الطين"], en: ["Claytown"] },
    { id: "fair", ar: ["معرض"], en: ["fair"] },
    { id: "join", ar: ["شارك", "يشارك"], en: ["join"] },
    { id: "six", kind: "number", value: 6, ar: ["ستة", "ست"], en: ["six"] },
    { id: "sixth", kind: "ordinal", value: 6, ar: ["سادس", "سادسة"], en: ["sixth"] },
    { id: "country", ar: ["دولة", "دول"], en: ["country", "countries"] },
  ],
};
const parts = partsOver(
  {
    "fair.txt": [
      "معرض الخزف السادس يفتح أبوابه",
      "شاركت في معرض الخزف بلاد الشمال وبلاد الجنوب وبلاد الشرق منذ البداية.",
      "وقد شارك في معرض الخزف عام 2012 ضيوف من بلاد الشمال وحدها.",
      "أقيم معرض الخزف في أعوام 1998 و2003 و2009 و2014 بدعم من البلدية.",
      "عرض الحرفيون في ركن آخر 6 أوان من النحاس بلا ثمن.",
      "زار رئيس بلاد الشمال المعرض الكبير مع ضيفه السرقندي.",
      "وصل رئيس بلاد الشمال إلى مدينة الطين.",
      "Photo: Jane Doe",
    ].join("\n"),
  },
  {
    "lexicon/fair.json": LEXICON,
    "leaders.json": {
      leaders: [{ id: "head", name: { ar: "نور" }, names: ["نور"], titles: ["رئيس بلاد الشمال"] }],
    },
  },
);
const signals = (text: string, paragraph: number) => {
  const ranked = rank(understand(text, undefined, parts), parts);
  return (ranked.find(({ passage }) => passage.paragraph === paragraph) as Ranked).signals;
};

describe("the kind of answer that is expected", () => {
  it("is in a sentence that holds it, other than what the question names", () => {
    expect(signals("أي بلاد شاركت في معرض الخزف؟", 2).expected).toBe(1);
    expect(signals("في أي مدينة أقيم معرض الخزف؟", 4).expected).toBe(0);
    expect(signals("متى أقيم معرض الخزف؟", 4).expected).toBe(1);
    expect(signals("هل شاركت بلاد الشمال، وأي دولة شاركت في المعرض؟", 3).expected).toBe(0);
  });

  it("is no place that only says whose or of what country somebody is", () => {
    expect(signals("أين زار الرئيس المعرض الكبير؟", 6).expected).toBe(0);
    expect(signals("أين وصل الرئيس؟", 7).expected).toBe(1);
    // of which country he is may well be asked, and who he is
    expect(signals("أي بلد زار رئيسه المعرض الكبير؟", 6).expected).toBe(1);
    expect(signals("من زار المعرض الكبير وأين؟", 6).expected).toBe(1);
  });

  it("may be what is only near to a thing that is named", () => {
    expect(signals("أي دولة من البلاد الثلاث شاركت في معرض الخزف؟", 2).expected).toBe(1);
  });

  it("is a list where the question is in the plural", () => {
    expect(signals("ما الدول التي شاركت في معرض الخزف؟", 2).expected).toBe(1);
    expect(signals("ما الدول التي شاركت في معرض الخزف؟", 3).expected).toBeCloseTo(1 / 3);
  });

  it("is nothing that can be looked for where only what or how is asked", () => {
    expect(expects(understand("ما المعرض؟", undefined, parts))).toBe(false);
    expect(expects(understand("متى المعرض؟", undefined, parts))).toBe(true);
  });
});

describe("the holder of an office", () => {
  const over = partsOver(
    {
      "a.txt": [
        "وصل سفير سرقند نور إلى المعرض مع سفراء كثيرين.",
        "وصل سفير سرقند إلى المعرض، ثم تجول بين أروقته ساعة كاملة مع نور.",
        "وصل نور سفير سرقند إلى المعرض مساء.",
      ].join("\n"),
    },
    {
      "lexicon/fair.json": {
        concepts: [
          { id: "sarkand", kind: "country", ar: ["سرقند"] },
          { id: "ambassador", kind: "office", ar: ["سفير", "سفراء"] },
          { id: "fair", ar: ["معرض"] },
        ],
      },
      "leaders.json": { leaders: [{ id: "head", name: { ar: "نور" }, names: ["نور"] }] },
    },
  );
  const held = (text: string) => {
    const ranked = rank(understand(text, undefined, over), over);
    return [1, 2, 3].map((at) => ranked.find(({ passage }) => passage.paragraph === at)?.signals.held);
  };

  it("is told where a name stands beside the office and its country", () => {
    expect(held("من سفير سرقند الذي وصل إلى المعرض؟")).toEqual([true, false, true]);
  });

  it("is looked for only where somebody is asked for by office and country", () => {
    expect(held("متى وصل سفير سرقند إلى المعرض؟")).toEqual([undefined, undefined, undefined]);
    expect(held("من وصل إلى معرض سرقند؟")).toEqual([undefined, undefined, undefined]);
  });
});

describe("a line that signs", () => {
  it("is asked for by what it holds, and not by how or why", () => {
    expect(signals("لمن صورة المعرض؟", 8).line).toBe(-1);
    expect(signals("كيف صورة المعرض في الصحف؟", 8).line).toBe(1);
  });
});

describe("a year of the question", () => {
  it("is listed where it stands among others, and only when it is the one year asked about", () => {
    expect(signals("ماذا جرى في معرض الخزف عام 2003؟", 4).listed).toBe(1);
    expect(signals("ماذا جرى في معرض الخزف عام 2012؟", 3).listed).toBe(0);
    expect(signals("معرض الخزف 2003 و2009", 4).listed).toBe(0);
    expect(signals("معرض الخزف 6 النحاس", 5).listed).toBe(0);
  });
});

describe("an ordinal", () => {
  const met = (text: string, paragraph: number) => {
    const question = understand(text, undefined, parts);
    const at = question.units.findIndex(({ kind }) => kind === "number");
    const found = rank(question, parts).find(({ passage }) => passage.paragraph === paragraph) as Ranked;
    return found.own[at] as number;
  };
  it("is met by itself and not by the count, while a number is met by both", () => {
    expect(met("معرض الخزف السادس", 1)).toBeGreaterThan(0.5);
    expect(met("الأواني السادسة من النحاس", 5)).toBe(0);
    expect(met("معرض الخزف 6", 1)).toBeGreaterThan(0.5);
    expect(met("6 أوان من النحاس", 5)).toBeGreaterThan(0.5);
  });
});
