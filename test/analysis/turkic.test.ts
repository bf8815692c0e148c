import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../src/analysis/language-detector.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";

const detect = (text: string, locale?: string) => detectLanguage(text, tokenize(text), locale).language;
const SENTENCES = 200;
/** Fewer words are keywords or a name. */
const MIN_WORDS = 5;

/** By writers whose questions neither the lists of words nor the trigrams were made of; spread over the whole file. */
function heldOut(language: string, writers: string, fits: (line: string) => boolean = () => true): string[] {
  const url = new URL(`../../seeds/questions/${language}/${writers}.txt`, import.meta.url);
  const lines = readFileSync(url, "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#") && tokenize(line).length >= MIN_WORDS && fits(line));
  const step = Math.max(1, Math.floor(lines.length / SENTENCES));
  return lines.filter((_, at) => at % step === 0).slice(0, SENTENCES);
}

describe("Azerbaijani, Turkmen, Kazakh and their neighbours", () => {
  it.each([
    ["az", "second", 0.96],
    ["tk", "second", 0.97],
    ["kk", "second", 0.96],
    ["tr", "second", 0.97],
    ["ru", "second", 0.99],
    ["fr", "second", 0.97],
    ["en", "second", 0.97],
    ["fa", "second", 0.95],
  ])("are told apart in 200 sentences of each: %s", (language, writers, share) => {
    const asked = heldOut(language, writers);
    const missed = asked.filter((text) => detect(text) !== language);
    expect(asked).toHaveLength(SENTENCES);
    expect(1 - missed.length / asked.length, missed.join("\n")).toBeGreaterThanOrEqual(share);
  });

  it("are told where Kazakh is in Latin letters", () => {
    const asked = heldOut("kk", "second", (line) => !/\p{Script=Cyrillic}/u.test(line));
    const missed = asked.filter((text) => detect(text) !== "kk");
    expect(asked.length).toBeGreaterThan(100);
    expect(1 - missed.length / asked.length, missed.join("\n")).toBeGreaterThanOrEqual(0.93);
  });

  // As each is typed on a keyboard without its letters
  it.each([
    ["az", "yeni korpu hansi ilde tikilib ve kim acib"],
    ["az", "kitabxana bazar gunu ishleyir, yoxsa baglidir?"],
    ["tk", "taze kopri haysy yylda guruldy we kim acdy"],
    ["tk", "kitaphana haysy gunler isleyar we nace adam gelyar"],
    ["kk", "жана копир кай жылы салынды жане оны ким ашты"],
    ["kk", "jana kopir qai jyly salyndy jane ony kim ashty"],
    ["tr", "yeni kopru hangi yil yapildi ve kim acti"],
    ["ru", "в каком году построили новый мост и кто его открыл"],
  ])("are %s without their letters: %s", (language, text) => {
    expect(detect(text)).toBe(language);
  });

  it.each(["az", "tk", "kk", "tr", "en", "fr"])(
    "leave a bare name to the locale's language: %s",
    (locale) => {
      for (const name of ["Zephyrus", "Margaret Thatcher"])
        expect([name, detect(name, locale)]).toEqual([name, locale]);
      for (const name of ["Гагарин", "Юрий Гагарин"])
        expect([name, detect(name, locale)]).toEqual([name, locale === "kk" ? "kk" : detect(name)]);
    },
  );
});
