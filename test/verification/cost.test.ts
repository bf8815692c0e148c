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

/** As long as can be pasted, and next to nothing of it anywhere: all that a check can do is done, and nothing is found. */
function thrownTogether({ corpus }: Answerer): Record<string, string[]> {
  const random = randomFrom(5);
  const words = corpus.passages.flatMap(({ text }) => text.split(/\s+/));
  const fill = (make: () => string) =>
    Array.from({ length: 3 }, () => {
      let text = "";
      while (text.length < 4000) text += `${make()} `;
      return text.slice(0, 4000);
    });
  const any = (from: readonly string[]) => from[Math.floor(random() * from.length)] as string;
  const small = words.filter((word) => word.length < 4);
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  const letters = (alphabet: string) => () =>
    Array.from({ length: 2 + Math.floor(random() * 7) }, () => any([...alphabet])).join("");
  return {
    "the texts' words": fill(() => any(words)),
    "the texts' small words": fill(() => any(small)),
    "pairs of the texts' words": fill(() => any(pairs)),
    gibberish: fill(letters("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")),
    "gibberish in Latin letters": fill(letters("abcdefghijklmnopqrstuvwxyz")),
    digits: fill(() => String(Math.floor(random() * 100_000))),
    "combining marks": fill(() => "ب\u064b\u064b\u064b\u064b"),
    "signs of many letters": ["ﷺ".repeat(4000)],
  };
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
    // About 7
    const stitched = pasted(answerer).filter((text) => text.length === 4000);
    expect(check(stitched.slice(0, 20))).toBeLessThan(36);
    // About 0.4, and 40 when each mark was looked for to the end
    expect(check(["«".repeat(4000), "“".repeat(4000)])).toBeLessThan(6);
  });

  test("of what is thrown together costs so many questions at most", () => {
    const answerer = over(0);
    const question = speedOf((text) => answerer.answer({ text }), askedQuestions().slice(0, 40), 3).p50;
    for (const [kind, texts] of Object.entries(thrownTogether(answerer))) {
      const check = speedOf((text) => answerer.verify({ text }), texts, 3).p50;
      // Of the texts' words 16 to 28, all of which stand somewhere; of words that nothing has 4; of anything else 2 to 24
      const most = kind === "gibberish" ? 16 : 60;
      expect([kind, check / question < most]).toEqual([kind, true]);
    }
  }, 120_000);
});
