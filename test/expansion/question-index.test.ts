import { describe, expect, it } from "vitest";
import { QuestionIndex } from "../../src/expansion/question-index.ts";

/** Questions of two passages in turn, each of a word that all share and of one of its own; the last hundred go unanswered. */
const questions = Array.from({ length: 300 }, (_, at) => ({
  terms: [0, at + 1],
  passage: at < 100 ? 0 : 1,
  answered: at < 200,
}));
const index = new QuestionIndex(
  questions,
  3,
  Array.from({ length: 301 }, () => 1),
);
const match = (...ids: (number | undefined)[]) => index.match(ids.map((id) => ({ id, share: 1, weight: 1 })));

describe("expected questions", () => {
  it("find the passage that is asked for with a word", () => {
    expect([...match(1).scores].map((score) => score > 0)).toEqual([true, false, false]);
    expect([...match(150).scores].map((score) => score > 0)).toEqual([false, true, false]);
    expect(match(250).top).toBe(0);
  });

  it("that no passage answers are near by a word that few have", () => {
    expect(match(250).nearestUnanswered).toBeCloseTo(1);
    expect(match(1).nearestUnanswered).toBe(0);
    const half = match(250, undefined).nearestUnanswered;
    expect(half).toBeGreaterThan(0.5);
    expect(half).toBeLessThan(0.9);
    // What one query leaves behind is nothing to the next
    expect(match(1).nearestUnanswered).toBe(0);
  });

  it("are not told apart by a word that most of them have, which still finds their passages", () => {
    const { nearestUnanswered, scores, top } = match(0);
    expect(nearestUnanswered).toBe(0);
    expect(top).toBeGreaterThan(0);
    expect(Math.min(scores[0] as number, scores[1] as number)).toBeGreaterThan(0);
  });

  it("are of the passages that answer any", () => {
    expect([0, 1, 2].map((passage) => index.expects(passage))).toEqual([true, true, false]);
  });
});
