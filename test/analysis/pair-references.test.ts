import { describe, expect, it } from "vitest";
import { saysBoth } from "../../src/analysis/references.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";

describe("both of two that were named before", () => {
  it.each([
    "نمو التجارة بين البلدين",
    "اتفق الجانبان على ذلك",
    "وأكد الطرفان",
    "إن علاقاتنا عميقة",
    "اللقاء الثنائي",
    "العلاقات الثنائية",
    "للبلدين مصالح",
    "الصداقة بيننا",
  ])("are said in %s", (text) => {
    expect(saysBoth(tokenize(text))).toHaveLength(1);
  });

  it.each(["البلدان الخمسة", "البلد", "جانب من المدينة", "علاقات قديمة", ""])(
    "are not said in %s",
    (text) => {
      expect(saysBoth(tokenize(text))).toEqual([]);
    },
  );

  it("are said where they stand", () => {
    expect(saysBoth(tokenize("التجارة بين البلدين تنمو"))).toEqual([2]);
  });
});
