import { toQuery } from "../../src/query/query.ts";
import { parseQuery } from "../../src/query/query-parser.ts";
import { createSearch, type SearchParts } from "../../src/search.ts";
import { seedsOf } from "./corpus-folder.ts";

/** A town of its own, so that nothing about it was fitted to anything. */
export const TOWN: Readonly<Record<string, string>> = {
  "bridge.txt": [
    "جسر البازلت القديم في مدينة الورد",
    "بني جسر البازلت سنة 1978 من الحجر الأسود، وطوله 340 مترا.",
    "يعبر الجسر كل يوم آلاف الناس، ويصطاد تحته الصيادون في الفجر.",
    "المصدر: صحيفة الضفة",
  ].join("\n"),
  "harbour.txt": [
    "ميناء الفيروز يفتح أبوابه للسفن",
    "افتتح الوزير سالم المنصور ميناء الفيروز في مدينة الورد يوم 3 مايو 1998 بحضور 400 ضيف.",
    "قال المنصور إن السفن الأجنبية ستدفع رسوما أقل لأن الميناء جديد.",
    "أما العمال الذين بنوا الأرصفة فسيحصلون على مكافأة كبيرة في نهاية الموسم.",
    "واعترض الصيادون على الرسوم، وأكدت رئيسة البلدية ليلى الحكيم أن الأسماك لن تختفي.",
    "Photo: Jane Doe",
  ].join("\n"),
};

export const LEADERS = {
  leaders: [
    {
      id: "mansour",
      name: { ar: "سالم المنصور", en: "Salem Mansour" },
      names: ["المنصور", "Mansour"],
      titles: ["وزير الموانئ"],
    },
    {
      id: "hakim",
      name: { ar: "ليلى الحكيم", en: "Layla Hakim" },
      names: ["ليلى الحكيم", "Hakim"],
      titles: ["رئيسة البلدية"],
    },
  ],
};

export const LEXICON = {
  concepts: [
    { id: "harbour", ar: ["ميناء", "مرفأ"], en: ["harbour", "port"], tr: ["liman"], near: ["ship"] },
    { id: "ship", ar: ["سفينة", "سفن", "مركب"], en: ["ship"] },
    { id: "fisherman", ar: ["صياد", "صيادون"], en: ["fisherman", "fishermen"] },
    { id: "fee", ar: ["رسوم", "ضريبة"], en: ["fee"] },
    { id: "earthquake", ar: ["زلزال", "هزة"], en: ["earthquake"] },
    { id: "may-month", kind: "month", value: 5, ar: ["مايو", "أيار"], en: ["May"] },
    { id: "great-firuz", kind: "country", ar: ["بلاد الفيروز الكبرى"], en: ["Great Firuz"] },
    { id: "rose-town", kind: "city", ar: ["مدينة الورد"], en: ["Rose Town"] },
    { id: "say", kind: "say", ar: ["قال", "يقول", "صرح"], en: ["say", "said"] },
    { id: "quarrel", ar: ["تشاجر", "شجار"], en: ["quarrel"] },
    { id: "object", ar: ["اعترض", "اعتراض"], en: ["object"] },
    { id: "open", ar: ["افتتح", "افتتاح"], en: ["open", "opened"] },
  ],
};

/** What the search is made of, over texts of a test's own. */
export function partsOver(
  texts: Readonly<Record<string, string>>,
  data: Readonly<Record<string, unknown>> = {},
) {
  const json = Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]);
  return createSearch(seedsOf({ ...texts, ...Object.fromEntries(json) })).parts;
}

/** A question as the search over these parts reads it. */
export const parsed = (text: string, parts: SearchParts) =>
  parseQuery(toQuery(text, undefined, parts), parts);

/** The town with its people and its words. */
export const town = () => partsOver(TOWN, { "leaders.json": LEADERS, "lexicon/town.json": LEXICON });
