import { describe, expect, test } from "vitest";
import { cachedAnswerer } from "../../../adapters/service/answer-cache.ts";
import type { Answerer } from "../../../src/model/answerer.ts";

function counting(): { answerer: Answerer; asked: unknown[] } {
  const asked: unknown[] = [];
  const answer = { kind: "help", lang: "en", topic: "bot" } as const;
  return {
    asked,
    answerer: {
      corpus: { documents: [], passages: [], leaders: [], fingerprint: 0, translations: new Map() },
      answer: (question) => {
        asked.push(question);
        return answer;
      },
      leader: (lookup) => {
        asked.push(lookup);
        return answer;
      },
      complete: () => [],
      verify: () => ({ kind: "refused", lang: "en", reason: "empty" }),
      quotations: (text) => [{ text }],
      asksAboutQuotation: () => false,
    },
  };
}

describe("an answerer that remembers", () => {
  test("thinks once about the same question, and again when anything about it differs", () => {
    const { answerer, asked } = counting();
    const remembered = cachedAnswerer(answerer);
    const different = [
      { text: "a" },
      { text: "b" },
      { text: "a", locale: "ru" },
      { text: "a", earlier: "b" },
      { text: "a", earlier: "ru" },
    ];
    for (const question of [...different, ...different]) remembered.answer(question);
    expect(asked).toEqual(different);
    remembered.leader({ name: "a" });
    remembered.leader({ name: "a" });
    remembered.leader({ name: "a", topic: "b" });
    expect(asked).toHaveLength(different.length + 2);
  });

  test("forgets the oldest, and keeps nothing of what is very long", () => {
    const { answerer, asked } = counting();
    const remembered = cachedAnswerer(answerer);
    for (let at = 0; at < 1500; at += 1) remembered.answer({ text: `${at}` });
    remembered.answer({ text: "1499" });
    expect(asked).toHaveLength(1500);
    remembered.answer({ text: "0" });
    expect(asked).toHaveLength(1501);
    remembered.answer({ text: "x".repeat(10_000) });
    remembered.answer({ text: "x".repeat(10_000) });
    expect(asked).toHaveLength(1503);
  });
});
