import { describe, expect, test } from "vitest";
import { createAnswerer } from "../../src/answerer.ts";
import { loadSeeds } from "../../src/corpus/load.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import { speedOf } from "../bench/measure.ts";
import { grow, randomFrom } from "../support/grown-corpus.ts";
import { askedQuestions, seedFiles } from "../support/seeds.ts";

/** Milliseconds; several times what is measured on a quiet machine, since other work may share it. */
const MAX_ON_SEEDS = 60;
const MAX_GROWN = 200;

function over(passages: number): Answerer {
  const loaded = loadSeeds(passages === 0 ? seedFiles() : grow(seedFiles(), passages));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return createAnswerer({ seeds: loaded.seeds });
}

/** Pieces of the corpus, up to the longest that is checked; whole, run together, and one word over and over. */
function pasted({ corpus }: Answerer): string[] {
  const random = randomFrom(3);
  const pick = () => corpus.passages[Math.floor(random() * corpus.passages.length)]?.text ?? "";
  const long = Array.from({ length: 20 }, () => {
    let text = "";
    while (text.length < 4000) text += `${pick()} `;
    return text.slice(0, 4000);
  });
  const short = Array.from({ length: 40 }, () => pick().split(" ").slice(0, 12).join(" "));
  return [...short, ...long, "روسيا ".repeat(660), "«".repeat(4000), "ا ".repeat(2000)];
}

describe("a check", () => {
  test.each([
    ["the seeds", 0, MAX_ON_SEEDS],
    ["10,000 passages", 10_000, MAX_GROWN],
  ])(
    "takes no longer than a question, whatever is pasted: over %s",
    (_, passages, most) => {
      const answerer = over(passages);
      for (const text of pasted(answerer)) {
        const { p50 } = speedOf((one) => answerer.verify({ text: one }), [text], 3);
        expect([text.slice(0, 30), p50 < most]).toEqual([text.slice(0, 30), true]);
      }
    },
    300_000,
  );

  test("costs a few questions at most, and what is no quotation less than one", () => {
    const answerer = over(0);
    const question = speedOf((text) => answerer.answer({ text }), askedQuestions().slice(0, 40), 3).p50;
    const check = (texts: readonly string[]) =>
      speedOf((text) => answerer.verify({ text }), texts, 3).p50 / question;
    // About 3.5
    const stitched = pasted(answerer).filter((text) => text.length === 4000);
    expect(check(stitched.slice(0, 20))).toBeLessThan(18);
    // About 0.2, and 20 when each mark was looked for to the end
    expect(check(["«".repeat(4000), "“".repeat(4000)])).toBeLessThan(3);
  });
});
