import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createAnswerQueue } from "../../../adapters/discord/queue.ts";

const busy = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe("turns", () => {
  it("are taken in order, with the event loop in between", async () => {
    const turns = createAnswerQueue();
    const order: string[] = [];
    const work = [1, 2, 3].map(async (n) => {
      await turns.take(10_000);
      order.push(`answer ${n}`);
    });
    setImmediate(() => order.push("a reply leaves"));
    await Promise.all(work);
    expect(order).toEqual(["answer 1", "a reply leaves", "answer 2", "answer 3"]);
  });

  it("are refused to those who have waited too long, without delay for those who have not", async () => {
    const turns = createAnswerQueue();
    const late = [turns.take(20), turns.take(20), turns.take(20)];
    const patient = turns.take(60_000);
    busy(40);
    expect(await Promise.all(late)).toEqual([false, false, false]);
    expect(await patient).toBe(true);
  });

  it("come again after everybody has had theirs", async () => {
    const turns = createAnswerQueue();
    expect(await turns.take(10_000)).toBe(true);
    await nextTurn();
    expect(await turns.take(10_000)).toBe(true);
  });
});
