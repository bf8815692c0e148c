import { describe, expect, it } from "vitest";
import { hashedWord, UnansweredClassifier } from "../../src/expansion/unanswered-classifier.ts";

const words = (text: string) => text.split(" ").map((word) => hashedWord({ letters: word, spelling: word }));

function trained(answered: readonly string[], unanswered: readonly string[]) {
  const classifier = new UnansweredClassifier();
  for (const text of answered) classifier.add(words(text), true);
  for (const text of unanswered) classifier.add(words(text), false);
  for (const _ of classifier.train());
  return (text: string) => classifier.odds(words(text));
}

const ANSWERED = ["who built the bridge", "when was the harbour opened", "where do the boats moor"];
const UNANSWERED = ["how much did the bridge cost", "how much does a boat cost", "what does the mayor earn"];

describe("the odds that a question goes unanswered", () => {
  it("are in favour for those that it has learnt from, and against for the others", () => {
    const odds = trained(ANSWERED, UNANSWERED);
    for (const text of UNANSWERED) expect([text, odds(text) > 0.5]).toEqual([text, true]);
    for (const text of ANSWERED) expect([text, odds(text) < -0.5]).toEqual([text, true]);
  });

  it("come from how a question is put, not from what it is about", () => {
    const odds = trained(ANSWERED, UNANSWERED);
    expect(odds("how much did the lighthouse cost")).toBeGreaterThan(odds("who built the lighthouse") + 0.5);
  });

  it("come from pieces of words too, and from neighbours", () => {
    const odds = trained(ANSWERED, UNANSWERED);
    expect(odds("costs")).toBeGreaterThan(odds("opens"));
    expect(odds("how much")).toBeGreaterThan(odds("much how"));
  });

  it("weigh the few as much as the many", () => {
    const many = Array.from({ length: 50 }, (_, n) => `who built bridge ${n}`);
    const odds = trained(many, ["what does it cost"]);
    expect(odds("what does it cost")).toBeGreaterThan(0.5);
    expect(odds("who built bridge 7")).toBeLessThan(-0.5);
  });

  it("are nothing where one kind was never seen, where nothing was, and before training", () => {
    expect(trained(ANSWERED, [])("how much did the bridge cost")).toBe(0);
    expect(trained([], UNANSWERED)("how much did the bridge cost")).toBe(0);
    expect(trained([], [])("")).toBe(0);
    expect(new UnansweredClassifier().odds(words("who"))).toBe(0);
  });

  it("are the same for the same questions, and bounded", () => {
    const text = Array.from({ length: 300 }, () => "how much did it cost").join(" ");
    expect(trained(ANSWERED, UNANSWERED)(text)).toBe(trained(ANSWERED, UNANSWERED)(text));
    expect(trained(ANSWERED, UNANSWERED)(text)).toBeLessThanOrEqual(8);
  });

  it("are learnt from every question, however many there are", () => {
    for (const count of [7_918, 7_919]) {
      const odds = trained(
        Array.from({ length: count - 1 }, () => "who built the bridge"),
        ["what does it cost"],
      );
      expect([count, odds("what does it cost") > 0.5]).toEqual([count, true]);
    }
  });

  it("pause on the way, so that others are seen to", () => {
    const classifier = new UnansweredClassifier();
    for (let n = 0; n < 1_000; n += 1) classifier.add(words(`who is number ${n}`), n % 2 === 0);
    expect([...classifier.train()].length).toBeGreaterThan(4);
  });
});
