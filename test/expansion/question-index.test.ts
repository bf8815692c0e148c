import { describe, expect, it } from "vitest";
import { QuestionIndex } from "../../src/expansion/question-index.ts";

/** Questions of two passages in turn, each of a word that all share and of one of its own. */
const questions = Array.from({ length: 200 }, (_, at) => ({
  terms: [0, at + 1],
  passage: at < 100 ? 0 : 1,
  answered: true,
}));
const index = new QuestionIndex(
  questions,
  2,
  Array.from({ length: 201 }, () => 1),
);
const match = (...ids: number[]) => index.match(ids.map((id) => ({ id, share: 1, weight: 1 })));

describe("expected questions", () => {
  it("are near by a word that few of them have", () => {
    const { nearest } = match(1);
    expect(nearest[0]).toBeCloseTo(1);
    expect(nearest[1]).toBe(0);
  });

  it("are not told apart by a word that most of them have, which still finds their passages", () => {
    const { nearest, scores, top } = match(0);
    expect([...nearest]).toEqual([0, 0]);
    expect(top).toBeGreaterThan(0);
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });
});
