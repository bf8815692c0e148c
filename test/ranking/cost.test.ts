import { beforeAll, describe, expect, test } from "vitest";
import { createAnswerer } from "../../src/answerer.ts";
import type { RawFile } from "../../src/corpus/decode.ts";
import { loadSeeds, type Seeds } from "../../src/corpus/load.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import { plainMiniSearch, speedOf } from "../bench/measure.ts";
import { grow, growLexicon } from "../support/grown-corpus.ts";
import { hostileQuestions } from "../support/hostile.ts";
import { askedQuestions, seedFiles } from "../support/seeds.ts";
import { untrueQuotes } from "../support/untrue-quotes.ts";

/** Bounds are several times what is measured, since other work may share the machine; `npm run bench` has the figures. */

interface Ready {
  readonly seeds: Seeds;
  readonly answerer: Answerer;
}

function ready(files: readonly RawFile[]): Ready {
  const loaded = loadSeeds(files);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return { seeds: loaded.seeds, answerer: createAnswerer({ seeds: loaded.seeds }) };
}

const files = seedFiles();
const questions = askedQuestions().slice(0, 40);
let small: Ready;
let large: Ready;
beforeAll(() => {
  small = ready(files);
  large = ready(grow(files, 10_000));
}, 600_000);

const speed = ({ answerer }: Ready) => speedOf((text) => answerer.answer({ text }), questions, 3);

describe("an answer", () => {
  test("over 10,000 passages costs no more than plain MiniSearch several times over", () => {
    const plain = plainMiniSearch(large.seeds.corpus);
    const plainSpeed = speedOf((text) => plain.search(text), questions, 1, 30);
    // About a third
    expect(speed(large).p50 / plainSpeed.p50).toBeLessThan(4);
  }, 600_000);

  test("over a hundred times the passages costs far less than a hundred times as much", () => {
    // About 1.5
    expect(speed(large).p50 / speed(small).p50).toBeLessThan(20);
  }, 600_000);

  test("with 50,000 lexicon entries costs as much as with the seeds' own", () => {
    const heavy = ready(growLexicon(files, 50_000));
    expect(speed(heavy).p50 / speed(small).p50).toBeLessThan(5);
  }, 600_000);

  test("finds the same over and over", () => {
    for (const text of questions.slice(0, 20))
      expect(large.answerer.answer({ text })).toEqual(large.answerer.answer({ text }));
  });
});

describe("any input", () => {
  test.each([
    ["the seeds", () => small],
    ["10,000 passages", () => large],
  ])(
    "of the largest kind is answered as soon, over %s",
    (_, pick) => {
      const { seeds, answerer } = pick();
      const pasted = seeds.corpus.passages
        .slice(0, 100)
        .map(({ text }) => text)
        .join(" ");
      for (const [kind, text] of Object.entries(hostileQuestions(pasted))) {
        expect(untrueQuotes(seeds.corpus, answerer.answer({ text })), kind).toEqual([]);
        const { p50 } = speedOf((asked) => answerer.answer({ text: asked }), [text], 3);
        expect(p50, kind).toBeLessThan(250);
      }
    },
    120_000,
  );
});
