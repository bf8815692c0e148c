import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import type { QuestionLanguage } from "../../src/corpus/questions.ts";
import type { ExpansionMatch } from "../../src/expansion/language-expansion.ts";
import { MAX_PASSAGES } from "../../src/expansion/question-training.ts";
import { rerank } from "../../src/ranking/reranker.ts";
import { parsed, partsOver, TOWN } from "../support/search-parts.ts";

/** The town of the other tests, with what its editors expect to be asked. */
const QUESTIONS = {
  // Bridge 2: how old is the crossing; bridge 3: who catches something under it
  "questions/en/first.txt": [
    "# bridge.txt 2",
    "How old is the crossing?",
    "what is the span made of",
    "# bridge.txt 3",
    "Who catches his supper beneath it at dawn?",
    "- How much does the crossing cost a lorry?",
  ].join("\n"),
  // Harbour 2: who cut the ribbon
  "questions/ar/first.txt": ["# harbour.txt 2", "من قص الشريط أمام الضيوف؟", "- كم كلف قص الشريط؟"].join(
    "\n",
  ),
  "questions/arabizi/first.txt": ["# harbour.txt 2", "meen 2ass el shareet?"].join("\n"),
};
const parts = partsOver({ ...TOWN, ...QUESTIONS });
const match = (text: string, language: QuestionLanguage) => {
  const found = parts.expansions.match(tokenize(text), language);
  if (!found) throw new Error("nothing is expected in the language");
  return found;
};
const passage = (doc: string, paragraph: number) =>
  parts.corpus.passages.findIndex((one) => one.doc === doc && one.paragraph === paragraph);
const best = (text: string, language: QuestionLanguage) => match(text, language).expected(1, new Set())[0];

describe("what editors expect to be asked", () => {
  it("is nothing in particular where it has small words alone", () => {
    const asked = partsOver({
      ...TOWN,
      "questions/en/first.txt": "# bridge.txt 2\nIs it of the?\n# bridge.txt 3\nWho fishes?",
    });
    const found = asked.expansions.match(tokenize("Who fishes there?"), "en");
    expect(found?.expects(passage("bridge.txt", 2))).toBe(false);
    expect(found?.expects(passage("bridge.txt", 3))).toBe(true);
  });

  it("finds a passage by words that it does not have", () => {
    expect(best("the age of that old crossing", "en")).toBe(passage("bridge.txt", 2));
    expect(best("supper at dawn", "en")).toBe(passage("bridge.txt", 3));
    const query = parsed("Who is it that catches supper?", parts);
    expect(rerank(query, parts)[0]?.passage.index).toBe(passage("bridge.txt", 3));
  });

  it("forgives a slip by the pieces of a word", () => {
    expect(best("suppers benaeth", "en")).toBe(passage("bridge.txt", 3));
  });

  it("tells how near the nearest question is that goes unanswered", () => {
    expect(match("How much does the crossing cost a lorry?", "en").nearestUnanswered).toBeCloseTo(1, 5);
    expect(match("How old is the crossing?", "en").nearestUnanswered).toBeLessThan(0.5);
  });

  it("tells which passage such words ask for", () => {
    const [bridge, fisher] = [passage("bridge.txt", 2), passage("bridge.txt", 3)];
    const { likelihood } = match("who catches supper", "en");
    expect(likelihood(fisher)).toBeGreaterThan(likelihood(bridge));
    expect(match("how old", "en").likelihood(bridge)).toBeGreaterThan(
      match("how old", "en").likelihood(fisher),
    );
  });

  it("knows the words of what goes unanswered", () => {
    expect(match("how much does it cost", "en").unansweredOdds).toBeGreaterThan(
      match("how old is it", "en").unansweredOdds,
    );
  });

  it("learns from questions that lean on others, and is not asked in their words", () => {
    const over = (followUps: string) => {
      const expected = `${QUESTIONS["questions/en/first.txt"]}\n# bridge.txt 2\n${followUps}`;
      const { expansions } = partsOver({ ...TOWN, "questions/en/first.txt": expected });
      const read = (text: string, earlier = "") =>
        expansions.match(tokenize(text), "en", tokenize(earlier)) as ExpansionMatch;
      return read;
    };
    const [told, untold] = ["", "- "].map((dash) =>
      over(`${dash}How old is the crossing? => and its twin\n`),
    );
    expect(untold?.("and its twin", "How old is the crossing?").unansweredOdds).toBeGreaterThan(
      told?.("and its twin", "How old is the crossing?").unansweredOdds as number,
    );
    expect(told?.("its twin").bm25(passage("bridge.txt", 2))).toBe(0);
  });

  it("takes a question after another for unanswered by the words of both", () => {
    const alone = match("a lorry", "en").unansweredOdds;
    const following = (earlier: string) =>
      parts.expansions.match(tokenize("a lorry"), "en", tokenize(earlier))?.unansweredOdds;
    expect(following("how old is the crossing")).toBeLessThan(alone - 0.05);
    expect(following("how much does it cost")).toBeGreaterThan(
      following("how old is the crossing") as number,
    );
  });

  it("goes by what words have in common where the passages are too many to be told apart", () => {
    const places = Array.from({ length: MAX_PASSAGES + 1 }, (_, n) => n + 1);
    const many = partsOver({
      "many.txt": places.map((n) => `Lighthouse ${n} stands on a rock of its own.`).join("\n"),
      "questions/en/first.txt": places
        .map((n) => `# many.txt ${n}\nWho keeps beacon${n} burning?`)
        .join("\n"),
    });
    const found = many.expansions.match(tokenize("beacon7 burning"), "en");
    const own = many.corpus.passages.findIndex(({ paragraph }) => paragraph === 7);
    expect(found?.likelihood(own)).toBe(1);
    expect(found?.likelihood(own + 1)).toBe(found?.bm25(own + 1));
    expect(found?.unansweredOdds).toBe(0);
  });

  it("says which words a passage is never asked for in, and which no text has", () => {
    const asked = match("old crossing submarine", "en");
    expect(asked.coverage(passage("bridge.txt", 2))).toBeLessThan(1);
    expect(match("old crossing", "en").coverage(passage("bridge.txt", 2))).toBe(1);
    const [misspelt, other] = ["old crosing", "old harbour"].map((text) =>
      match(text, "en").coverage(passage("bridge.txt", 2)),
    );
    expect(misspelt).toBeGreaterThan((other as number) + 0.1);
    expect(misspelt).toBeLessThan(1);
    expect(asked.inPassage(tokenize("crossing"), passage("bridge.txt", 2))).toBe(true);
    expect(asked.inPassage(tokenize("supper"), passage("bridge.txt", 2))).toBe(false);
    expect(match("الجسر", "ar").inSources(tokenize("الأرصفة"))).toBe(true);
    expect(match("الجسر", "ar").inSources(tokenize("غواصة"))).toBe(false);
  });

  it("reads Arabic in Latin letters by its consonants, in the Arabic questions too", () => {
    expect(best("min ass il sharit", "arabizi")).toBe(passage("harbour.txt", 2));
    expect(best("amam el diyoof", "arabizi")).toBe(passage("harbour.txt", 2));
  });

  it("lets the words of the question before say what is asked about", () => {
    const [asked, before] = [passage("bridge.txt", 2), passage("bridge.txt", 3)];
    expect(match("and the span", "en").bm25(before)).toBe(0);
    const followed = parts.expansions.match(tokenize("and the span"), "en", tokenize("his supper"));
    expect(followed?.bm25(asked)).toBe(1);
    expect(followed?.bm25(before)).toBeGreaterThan(0);
  });

  it("is nothing in a language in which nobody wrote any", () => {
    expect(parts.expansions.match(tokenize("мост"), "ru")).toBeUndefined();
  });

  it("takes anything", () => {
    for (const text of ["", "؟", "ق".repeat(4000), "x ".repeat(2000), "\u200c\u200d"])
      for (const { index } of parts.corpus.passages) {
        const score = match(text, "ar").bm25(index);
        expect(score >= 0 && score <= 1).toBe(true);
      }
  });
});
