import { beforeEach, describe, expect, test, vi } from "vitest";
import { loadSeeds } from "../../src/corpus/load.ts";
import { createSearch } from "../../src/search.ts";
import { createVerifier } from "../../src/verification/verifier.ts";
import { randomFrom } from "../support/grown-corpus.ts";
import { seedFiles } from "../support/seeds.ts";

const loaded = loadSeeds(seedFiles());
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const { parts } = createSearch(loaded.seeds);
const correct = vi.spyOn(parts.spellChecker, "correct");
const romanised = vi.spyOn(parts.arabizi, "read");
const alike = vi.spyOn(parts.index.grams, "near");
const { verify } = createVerifier({ ...parts, peopleOf: () => [] });

const random = randomFrom(17);
const words = parts.corpus.passages.flatMap(({ text }) => text.split(/\s+/));
const any = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
function filled(make: () => string): string {
  let text = "";
  while (text.length < 4000) text += `${make()} `;
  return text.slice(0, 4000);
}
const letters = (alphabet: string) => () =>
  Array.from({ length: 4 + Math.floor(random() * 5) }, () => any([...alphabet])).join("");

beforeEach(() => {
  vi.clearAllMocks();
});

describe("what is nearest to 4,000 characters that stand nowhere", () => {
  test.each([
    ["the texts' words", filled(() => any(words))],
    ["words of the texts' letters", filled(letters("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"))],
  ])("is found without what a question would do: %s", (_, text) => {
    expect(verify({ text })).toMatchObject({ verdict: "absent" });
    expect(correct).not.toHaveBeenCalled();
    expect(romanised).not.toHaveBeenCalled();
    expect(alike).not.toHaveBeenCalled();
  });

  test.each([
    ["Latin letters", filled(letters("abcdefghijklmnopqrstuvwxyz"))],
    ["Persian letters", filled(letters("پچژگیکابتدرسمنو"))],
  ])("is looked for in another language by few of its words: %s", (_, text) => {
    expect(verify({ text })).toMatchObject({ verdict: "absent" });
    expect(correct.mock.calls.length).toBeLessThanOrEqual(12);
    for (const [tokens] of romanised.mock.calls) expect(tokens.length).toBeLessThanOrEqual(24);
  });

  test("is about the same, with what both have marked", () => {
    const [passage] = parts.corpus.passages.filter(({ text }) => text.length > 500);
    const { text = "", doc } = passage ?? {};
    // Every third word, by which nothing is quoted
    const about = text.split(/\s+/).filter((_, at) => at % 3 === 0);
    const verification = verify({
      text: Array.from({ length: 12 }, () => about.toReversed().join(" ")).join(" "),
    });
    expect(verification).toMatchObject({ verdict: "absent", places: [{ doc }, {}, {}] });
    const { places } = verification as Extract<typeof verification, { kind: "verified" }>;
    expect(places[0]?.text).toBe(text);
    expect(places[0]?.highlights.length).toBeGreaterThan(1);
    for (const { start, end, best } of places)
      expect([best[0] >= start, best[1] <= end]).toEqual([true, true]);
  });
});
