import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/analysis/edit-distance.ts";
import { normalize } from "../../src/analysis/normalizer.ts";
import { fromArabizi, romanise, skeleton } from "../../src/analysis/transliteration.ts";

const key = (word: string) => skeleton(normalize(word));

/** One name as the scripts and the agencies write it. */
const NAMES: readonly (readonly string[])[] = [
  ["كريمنتشوك", "Kremenchuk", "Kremenchug", "Кременчуг", "Кременчук"],
  ["علييف", "Aliyev", "Aliev", "Əliyev", "Алиев"],
  ["لندن", "London", "Лондон", "لندن"],
  ["دوشانبي", "Dushanbe", "Душанбе"],
  ["فنلندا", "Finland", "Финланд"],
  ["سيباستيان", "Sebastian", "Себастьян", "سباستین"],
  ["مارتينيز", "Martinez", "Мартинез"],
  ["كوبنهاغن", "Kobenhagen", "Копенхаген", "Copenhagen"],
];

describe("the skeleton of a name", () => {
  it.each(NAMES.map((names) => [names[0] as string, names.slice(1)] as const))(
    "is one for %s and %s",
    (first, others) => {
      for (const other of others) expect([other, key(other)]).toEqual([other, key(first)]);
    },
  );

  it.each([
    ["Kremenchuk", "Kramatorsk"],
    ["لندن", "دبلن"],
    ["Aliyev", "Lavrov"],
  ])("tells %s from %s", (a, b) => {
    expect(key(a)).not.toBe(key(b));
  });

  it("takes a doubled consonant for one", () => {
    expect(key("Mohammed")).toBe(key("Mohamed"));
  });

  it("of vowels alone is empty", () => {
    expect(key("aeiou")).toBe("");
    expect(key("")).toBe("");
  });
});

describe("a rough Latin spelling", () => {
  it.each([
    ["لندن", "London", "Landini"],
    ["كييف", "Kiev", "Kofi"],
    ["Алиев", "Aliev", "Elvo"],
  ])("of %s is nearer to %s than to %s", (word, near, far) => {
    const off = (other: string) => editDistance(romanise(normalize(word)), romanise(normalize(other)), 10);
    expect(off(near)).toBeLessThan(off(far));
  });
});

describe("Arabizi", () => {
  it.each([
    ["b7r", "بحر"], // sea
    ["safina", "سافينا"], // ship
    ["3arab", "عاراب"], // Arabs
    ["6ayara", "طايارا"], // plane
    ["khabar", "خابار"], // news
    ["shams", "شامس"], // sun
    ["ghaz", "غاز"], // gas
    ["7'abar", "خابار"], // news
    ["9al", "قال"], // he said
    ["nour", "نور"], // light
    ["kabeer", "كابير"], // big
    ["mosabbaq", "موساباق"], // in advance
  ])("%s reads %s", (latin, arabic) => {
    expect(fromArabizi(latin)).toBe(arabic);
  });

  it("leaves no letter of Latin behind", () => {
    expect(fromArabizi("abcdefghijklmnopqrstuvwxyz")).not.toMatch(/[a-z]/);
  });
});
