import { describe, expect, it } from "vitest";
import { SCORE_TERMS, type ScoreTerm, scoreTerm } from "../../src/ranking/features.ts";
import { rerank } from "../../src/ranking/reranker.ts";
import { LEADERS, LEXICON, parsed, partsOver, TOWN, town } from "../support/search-parts.ts";

const plain = town();
const expanded = partsOver(
  {
    ...TOWN,
    // How long is the bridge? Who carries the boxes?
    "questions/ar/editor.txt": "# bridge.txt 2\nكم يبلغ طول الجسر؟\n# harbour.txt 4\nمن يحمل الصناديق؟",
  },
  { "leaders.json": LEADERS, "lexicon/town.json": LEXICON },
);

const terms = (text: string, place: string, parts = plain) => {
  const found = rerank(parsed(text, parts), parts).find(
    ({ passage }) => `${passage.doc} ${passage.paragraph}` === place,
  );
  if (!found) throw new Error(`${place} is not among the candidates`);
  return Object.fromEntries(SCORE_TERMS.map((name) => [name, scoreTerm(found, name)])) as Record<
    ScoreTerm,
    number
  >;
};

const BUILT = "متى بني جسر البازلت؟"; // when was the basalt bridge built?
const HOW_LONG = "كم يبلغ طول الجسر؟"; // how long is the bridge?
const HAKIM = "ماذا قالت ليلى الحكيم عن جسر البازلت؟"; // what did Leila Hakim say about the basalt bridge?

describe("a term of the score", () => {
  const rows: readonly (readonly [ScoreTerm, text: string, more: string, less: string, typeof plain])[] = [
    ["coverage", BUILT, "bridge.txt 2", "bridge.txt 3", plain],
    ["window", BUILT, "bridge.txt 2", "bridge.txt 3", plain],
    ["proximity", BUILT, "bridge.txt 2", "bridge.txt 3", plain],
    ["bm25", BUILT, "bridge.txt 2", "bridge.txt 3", plain],
    ["expansion", HOW_LONG, "bridge.txt 2", "bridge.txt 3", expanded],
    ["likelihood", HOW_LONG, "bridge.txt 2", "bridge.txt 3", expanded],
    ["expected", BUILT, "bridge.txt 2", "bridge.txt 3", plain],
    ["speaks", HAKIM, "harbour.txt 5", "bridge.txt 2", plain],
    ["astray", HAKIM, "bridge.txt 2", "harbour.txt 5", plain],
  ];
  it.each(rows)("%s: for «%s» more in %s than in %s", (term, text, more, less, parts) => {
    expect(terms(text, more, parts)[term]).toBeGreaterThan(terms(text, less, parts)[term] + 0.15);
  });

  it("takes a text that nobody expects anything of at its own words", () => {
    const own = terms(BUILT, "bridge.txt 3", expanded);
    expect(own.coverage).toBeGreaterThan(0);
    expect([own.expansion, own.likelihood]).toEqual([own.coverage, own.coverage]);
    const asked = terms(BUILT, "bridge.txt 2", expanded);
    expect(asked.likelihood).not.toBe(asked.coverage);
    expect(terms(BUILT, "bridge.txt 3").likelihood).toBe(0);
  });

  it("lets a passage be found that shares no word with the question, only with what is expected of it", () => {
    const [best] = rerank(parsed("من يحمل الصناديق؟", expanded), expanded);
    expect(best?.passage).toMatchObject({ doc: "harbour.txt", paragraph: 4 });
    expect(rerank(parsed("من يحمل الصناديق؟", plain), plain)).toEqual([]);
  });
});
