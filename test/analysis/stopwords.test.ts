import { describe, expect, it } from "vitest";
import { normalize } from "../../src/analysis/normalizer.ts";
import { isStopword } from "../../src/analysis/stopwords.ts";
import type { Language } from "../../src/languages/codes.ts";

const EMPTY: Readonly<Record<Language, string>> = {
  ar: "وعند وأنت فعلى معلش في من على إلى عن التي الذي هذا هذه كان أن إنّ وقد اللي بينهما لديهم فيها مش مو هيدا بتاع ديال",
  en: "the of and is are was with about this that",
  ru: "и в на с по из о был это",
  tr: "ve bir bu ile için hakkında arasındaki",
  fa: "و در به از که را این برای است",
  fr: "le la les des du et dans sur avec pour",
  kk: "және бұл үшін туралы арасындағы",
  tk: "we bir bu bilen üçin ucin barada arasyndaky",
  az: "və bir bu ilə üçün ucun haqqında arasındakı",
};

const FULL: Readonly<Record<Language, string>> = {
  ar: "واحد وزير وقف فوز وفد فكرة بحر قمة رئيس نفط ميناء معاهدة زلزال بوتين",
  en: "sea summit president treaty earthquake",
  ru: "море саммит президент договор",
  tr: "deniz zirve deprem anlaşma",
  fa: "دریا رئیس پیمان زلزله",
  fr: "mer sommet traité séisme",
  kk: "теңіз саммит жер сілкінісі",
  tk: "deňiz sammit ýer şertnama",
  az: "dəniz zirvə zəlzələ müqavilə",
};

describe("a word without content", () => {
  for (const [language, list] of Object.entries(EMPTY) as [Language, string][])
    it.each(list.split(" "))(`in ${language} is %s`, (word) => {
      expect(isStopword(normalize(word), language)).toBe(true);
    });
});

describe("a word with content", () => {
  for (const [language, list] of Object.entries(FULL) as [Language, string][])
    it.each(list.split(" "))(`in ${language} is %s`, (word) => {
      expect(isStopword(normalize(word), language)).toBe(false);
    });
});
