import { describe, expect, it } from "vitest";
import { saidYears } from "../../src/analysis/references.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";

const years = (text: string, published = "2022-06-29") =>
  saidYears(tokenize(text), published).map(({ year }) => year);

describe("a year said by the day of publication", () => {
  it.each([
    ["نمت التجارة في العام الماضي", 2021], // trade grew last year
    ["نمت التجارة والسنة الماضية شاهدة", 2021], // trade grew, and last year bears witness
    ["منذ أول هذا العام", 2022], // since the beginning of this year
    ["وهذه السنة أيضا", 2022], // and this year too
    ["خلال العام الجاري", 2022], // during the current year
    ["سيعقد العام المقبل", 2023], // it will be held next year
    ["في فبراير/ شباط الماضي", 2022], // last February, in both names
    ["في فبراير الماضي", 2022], // last February
    ["في ديسمبر الماضي", 2021], // last December
    ["في كانون الأول الماضي", 2021], // last December, in the Levant
    ["في تشرين الأول/أكتوبر المقبل", 2022], // next October, in both names
    ["في كانون الثاني المقبل", 2023], // next January
    // Published in June, last June was a year ago
    ["في يونيو الماضي", 2021], // last June
  ])("is known in %s", (text, year) => {
    expect(years(text)).toEqual([year]);
  });

  it.each(["في الماضي", "العام كله", "اللقاء الماضي", "الرأي العام", "العقود الماضية", "هذا الشهر", ""])(
    "is not in %s",
    (text) => {
      expect(years(text)).toEqual([]);
    },
  );

  it("stands where it is said", () => {
    expect(saidYears(tokenize("نمت في العام الماضي كثيرا"), "2022-06-29")).toEqual([
      { year: 2021, from: 2, to: 4 },
    ]);
  });
});
