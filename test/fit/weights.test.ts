import { describe, expect, it } from "vitest";
import answerability from "../../src/answerability/weights.json" with { type: "json" };
import { SCORE_TERMS } from "../../src/ranking/features.ts";
import ranking from "../../src/ranking/weights.json" with { type: "json" };
import { digestOf, EXPANDED, PLAIN } from "./features.ts";
import { auc, fitLogistic, scoreOf } from "./logistic.ts";
import { firstRight, fitSoftmax } from "./softmax.ts";

describe("the shipped weights", () => {
  it.each([
    ["of the classifier", answerability],
    ["of the score", ranking],
  ])(
    "%s are a fit's output, and say what they were worth on writers they were not fitted to",
    (_of, file) => {
      expect(file.fit.digest).toBe(digestOf(file));
      for (const part of [file.fit.expanded, file.fit.plain]) {
        expect(part.date).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(part.rows).toBeGreaterThan(1000);
        expect(Object.keys(part.heldOut).length).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it("have one for each feature, and no other", () => {
    expect(Object.keys(answerability.expanded).toSorted()).toEqual(["bias", ...EXPANDED].toSorted());
    expect(Object.keys(answerability.plain).toSorted()).toEqual(["bias", ...PLAIN].toSorted());
    for (const weights of [ranking.expanded, ranking.plain])
      expect(Object.keys(weights).toSorted()).toEqual([...SCORE_TERMS].toSorted());
  });

  it("count for an answer what is met, and against it what is not", () => {
    const { coverage, expandedCoverage, nearestUnanswered, absent, otherDate } = answerability.expanded;
    expect(Math.min(coverage, expandedCoverage)).toBeGreaterThan(0);
    expect(Math.max(nearestUnanswered, absent, otherDate)).toBeLessThan(0);
  });
});

describe("a fit", () => {
  const cases = Array.from({ length: 200 }, (_, at) => ({
    x: [at / 200, (at * 37) % 11],
    y: at > 120,
    weight: 1,
  }));

  it("finds the feature that tells, and leaves the one that does not", () => {
    const fitted = fitLogistic(cases);
    expect(fitted.weights[0]).toBeGreaterThan(5);
    expect(Math.abs(fitted.weights[1] as number)).toBeLessThan(1);
    const scores = cases.map(({ x }) => scoreOf(fitted, x));
    expect(
      auc(
        scores,
        cases.map(({ y }) => y),
      ),
    ).toBeGreaterThan(0.99);
  });

  it("ranks by the term that the right candidates have", () => {
    const lists = [
      {
        candidates: [
          [1, 0],
          [0, 1],
        ],
        right: [true, false],
      },
      {
        candidates: [
          [0.2, 1],
          [0.9, 0],
        ],
        right: [false, true],
      },
    ];
    const weights = fitSoftmax(lists, 2);
    expect(weights[0]).toBeGreaterThan(weights[1] as number);
    expect(firstRight(lists, weights)).toBe(1);
  });
});
