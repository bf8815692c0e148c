import { describe, expect, it } from "vitest";
import { normalize } from "../../src/analysis/normalizer.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import type { Correction } from "../../src/model/answer.ts";
import { town } from "../support/search-parts.ts";

const { arabizi } = town();
const readings: Correction[] = [];
const read = (text: string) => arabizi.read(tokenize(text), readings).map((token) => token.folded);

describe("Arabic in Latin letters", () => {
  it.each([
    ["el mina2 el gedid", ["ال", "مينا"]], // the new harbour
    ["fein", ["فين"]], // where
    ["elgesr", ["جسر"]], // the bridge
    ["rosoum", ["رسوم"]], // dues
    ["zelzal", ["زلزال"]], // earthquake
    ["madina", ["مدينه"]], // town
    ["madinet", ["مدينه"]], // town of
    ["eftata7", ["افتتح"]], // he opened
    ["3ala", [normalize("على")]], // on
    ["ma3", ["مع"]], // with
    ["shu", ["شو"]], // what
  ])("%s is read word by word", (text, expected) => {
    expect(read(text).slice(0, expected.length)).toEqual(expected);
  });

  it("leaves numbers and Arabic letters as they are", () => {
    expect(read("mina2 1998 الورد")).toEqual(["مينا", "1998", "الورد"]);
  });

  it("leaves a word that it cannot read", () => {
    expect(read("xqzt")).toEqual(["xqzt"]);
  });

  it("keeps the places and the spelling of what was typed", () => {
    const [token] = arabizi.read(tokenize("el mina2"), []).slice(1);
    expect(token).toMatchObject({ text: "mina2", start: 3, end: 8 });
  });

  it("says what it read, except small words and words that ask", () => {
    const said: Correction[] = [];
    arabizi.read(tokenize("fein el mina2"), said);
    expect(said).toEqual([{ typed: "mina2", as: "مينا" }]);
  });

  it("reads the word whose consonants are all there, and no other vowels than it needs", () => {
    expect(read("safina")).toEqual(["سفينه"]);
    expect(read("sofon")).toEqual(["سفن"]);
  });
});
