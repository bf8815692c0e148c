import { describe, expect, it } from "vitest";
import { GramIndex } from "../../src/index/gram-index.ts";

const words = ["تجديد", "تجديدات", "جديد", "سفينة", "سفر", "library", "libraries", "librarian", "bridge"];
const grams = new GramIndex(() => words);
const near = (word: string) => grams.near(word).map((one) => one.word);

describe("words like a word", () => {
  it("are those that share most of its pieces, the most like first", () => {
    expect(near("librarys")[0]).toBe("library");
    expect(near("librarys")).not.toContain("bridge");
    // Renewals: renewal
    expect(near("تجديدها")).toContain("تجديد");
  });

  it("are never the word itself, and none for a short one", () => {
    expect(near("bridge")).not.toContain("bridge");
    expect(near("سفر")).toEqual([]);
    expect(near("")).toEqual([]);
  });

  it("have a likeness between a half and one", () => {
    for (const { likeness } of grams.near("librarys")) {
      expect(likeness).toBeGreaterThanOrEqual(0.5);
      expect(likeness).toBeLessThanOrEqual(1);
    }
  });
});
