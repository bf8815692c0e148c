import { type Ranked, rerank } from "../../src/ranking/reranker.ts";
import { parsed, partsOver } from "../support/search-parts.ts";

/** A fair of its own, for what stands in a passage beside what is asked. */
const LEXICON = {
  concepts: [
    { id: "north-land", kind: "country", ar: ["بلاد الشمال"], en: ["Northland"] },
    { id: "south-land", kind: "country", ar: ["بلاد الجنوب"], en: ["Southland"] },
    { id: "east-land", kind: "country", ar: ["بلاد الشرق"], en: ["Eastland"] },
    { id: "three-lands", ar: ["البلاد الثلاث"], near: ["north-land", "south-land", "east-land"] },
    { id: "sarkand", kind: "country", ar: ["سرقندي"], en: ["Sarkandian"] },
    { id: "clay-town", kind: "city", ar: ["مدينة الطين"], en: ["Claytown"] },
    { id: "fair", ar: ["معرض"], en: ["fair"] },
    { id: "join", ar: ["شارك", "يشارك"], en: ["join"] },
    { id: "six", kind: "number", value: 6, ar: ["ستة", "ست"], en: ["six"] },
    { id: "sixth", kind: "ordinal", value: 6, ar: ["سادس", "سادسة"], en: ["sixth"] },
    { id: "country", ar: ["دولة", "دول"], en: ["country", "countries"] },
  ],
};
export const fair = partsOver(
  {
    "fair.txt": [
      "معرض الخزف السادس يفتح أبوابه",
      "شاركت في معرض الخزف بلاد الشمال وبلاد الجنوب وبلاد الشرق منذ البداية.",
      "وقد شارك في معرض الخزف عام 2012 ضيوف من بلاد الشمال وحدها.",
      "أقيم معرض الخزف في أعوام 1998 و2003 و2009 و2014 بدعم من البلدية.",
      "عرض الحرفيون في ركن آخر 6 أوان من النحاس بلا ثمن.",
      "زار رئيس بلاد الشمال المعرض الكبير مع ضيفه السرقندي.",
      "وصل رئيس بلاد الشمال إلى مدينة الطين.",
    ].join("\n"),
  },
  {
    "lexicon/fair.json": LEXICON,
    "leaders.json": {
      leaders: [{ id: "head", name: { ar: "نور" }, names: ["نور"], titles: ["رئيس بلاد الشمال"] }],
    },
  },
);
function found(text: string, paragraph: number): Ranked {
  const ranked = rerank(parsed(text, fair), fair);
  return ranked.find(({ passage }) => passage.paragraph === paragraph) as Ranked;
}

export const sentence = (text: string, paragraph: number) => found(text, paragraph).sentence;
