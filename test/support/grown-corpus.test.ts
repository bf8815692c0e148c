import { describe, expect, test } from "vitest";
import { loadSeeds } from "../../src/corpus/load.ts";
import { grow, growLexicon } from "./grown-corpus.ts";
import { seedFiles } from "./seeds.ts";

const files = seedFiles();

describe("a grown corpus", () => {
  test("is the same every time, and another for another seed", () => {
    expect(grow(files, 500)).toEqual(grow(files, 500));
    expect(grow(files, 500, 2)).not.toEqual(grow(files, 500));
  });

  test("loads, has as many passages as asked for, and the seeds in it", () => {
    const loaded = loadSeeds(grow(files, 1_000));
    expect(loaded.ok && loaded.seeds.corpus.passages.length).toBe(1_000);
    expect(loaded.ok && loaded.seeds.corpus.documents[0]?.id).toBe(
      files.find((f) => f.name.endsWith(".txt"))?.name,
    );
  });

  test("has new words as it grows, most of them rare", () => {
    const counts = (passages: number) => {
      const words = new Map<string, number>();
      for (const { name, bytes } of grow(files, passages))
        if (name.startsWith("grown"))
          for (const word of new TextDecoder().decode(bytes).split(/\s+/))
            words.set(word, (words.get(word) ?? 0) + 1);
      return words;
    };
    const [few, many] = [counts(500), counts(2_000)];
    expect(many.size).toBeGreaterThan(1.4 * few.size);
    expect([...many.values()].filter((n) => n <= 2).length).toBeGreaterThan(many.size / 3);
  });

  test("and a grown lexicon loads with as many entries as asked for", () => {
    const own = files.filter(({ name }) => !name.startsWith("lexicon"));
    const sizeOf = (loaded: ReturnType<typeof loadSeeds>) =>
      loaded.ok ? loaded.seeds.lexicon.concepts.length : 0;
    const grown = sizeOf(loadSeeds(growLexicon(files, 5_000)));
    // The core brings months, numbers and countries of its own, some of which the grown entries take the place of
    expect(grown).toBeGreaterThanOrEqual(5_000);
    expect(grown).toBeLessThanOrEqual(5_000 + sizeOf(loadSeeds(own)));
  });
});
