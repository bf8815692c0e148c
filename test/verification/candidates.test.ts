import { expect, test } from "vitest";
import { stem } from "../../src/analysis/stemmer.ts";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import { loadSeeds } from "../../src/corpus/load.ts";
import { term } from "../../src/index/terms.ts";
import { createSearch } from "../../src/search.ts";
import { candidatesFor } from "../../src/verification/candidates.ts";
import { salientTerms } from "../../src/verification/salient-terms.ts";
import { wordsOf } from "../../src/verification/words.ts";
import { randomFrom } from "../support/grown-corpus.ts";
import { seedFiles } from "../support/seeds.ts";

const loaded = loadSeeds(seedFiles());
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const { corpus } = loaded.seeds;
const { index } = createSearch(loaded.seeds).parts;
const random = randomFrom(9);
const all = corpus.passages.flatMap(({ text }) => text.split(/\s+/));
const thrownTogether = Array.from({ length: 600 }, () => all[Math.floor(random() * all.length)]).join(" ");

test("words thrown together are laid beside each passage only where they share something with it", () => {
  const words = wordsOf(thrownTogether);
  let cells = 0;
  for (const { passage, windows } of candidatesFor(words, [], index, corpus))
    for (const [from, to] of windows)
      cells += tokenize(passage.text).length * (Math.min(to, words.length) - Math.max(from, 0));
  // A fifth of what all of them beside every passage would be
  expect(cells).toBeLessThan((words.length * all.length) / 3);
});

test("a long text is looked for by few of its words, the repeated and the rare before the rest", () => {
  const tokens = tokenize(`${"في الحفش ".repeat(5)}${thrownTogether}`);
  const terms = salientTerms(tokens, index);
  expect(terms.length).toBeLessThanOrEqual(12);
  expect(terms).toContain(term.stem(stem("الحفش", "ar")));
  expect(terms).not.toContain(term.stem(stem("في", "ar")));
});

test("of words that stand in no passage a long text is not looked for", () => {
  const tokens = tokenize("غطرفشلب زعنقصوط ".repeat(40));
  expect(salientTerms(tokens, index)).toEqual([]);
});
