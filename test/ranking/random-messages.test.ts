import { expect, test } from "vitest";
import { speedOf } from "../bench/measure.ts";
import { realAnswerer } from "../support/core.ts";
import { randomFrom } from "../support/grown-corpus.ts";
import { randomMessage } from "../support/hostile.ts";
import { askedQuestions } from "../support/seeds.ts";
import { untrueQuotes } from "../support/untrue-quotes.ts";

test("of 5,000 random messages none throws, none is answered with other words than the sources', none takes long", () => {
  const answerer = realAnswerer();
  const { corpus } = answerer;
  const random = randomFrom(11);
  const words = [...askedQuestions(), ...corpus.passages.map(({ text }) => text)].flatMap((text) =>
    text.split(/\s+/),
  );
  const messages = Array.from({ length: 5_000 }, () => randomMessage(random, words));
  const bad: string[] = [];
  const { most, p50 } = speedOf(
    (text) => {
      if (untrueQuotes(corpus, answerer.answer({ text })).length > 0) bad.push(text);
    },
    messages,
    1,
    200,
  );
  expect(bad).toEqual([]);
  // Of the processor's time: 2, and some 300 for the first that needs a language's tables
  expect(p50).toBeLessThan(25);
  expect(most).toBeLessThan(3_000);
}, 600_000);
