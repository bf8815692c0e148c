import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createScheduler } from "../../../adapters/service/scheduler.ts";

const busy = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe("turns", () => {
  it("are taken in order, with the event loop in between", async () => {
    const scheduler = createScheduler();
    const order: string[] = [];
    const work = [1, 2, 3].map(async (n) => {
      await scheduler.take("a", 10_000);
      order.push(`answer ${n}`);
    });
    await nextTurn();
    order.push("a reply leaves");
    await Promise.all(work);
    expect(order.indexOf("a reply leaves")).toBeLessThan(order.indexOf("answer 2"));
    expect(order.filter((one) => one.startsWith("answer"))).toEqual(["answer 1", "answer 2", "answer 3"]);
  });

  it("are refused to those who have waited too long, without delay for those who have not", async () => {
    const scheduler = createScheduler();
    const late = [20, 20, 20].map((patience) => scheduler.take("a", patience));
    const patient = scheduler.take("a", 60_000);
    busy(40);
    expect(await Promise.all(late)).toEqual([false, false, false]);
    expect(await patient).toBe(true);
  });

  it("come again after everybody has had theirs", async () => {
    const scheduler = createScheduler();
    expect(await scheduler.take("a", 10_000)).toBe(true);
    await nextTurn();
    expect(await scheduler.take("a", 10_000)).toBe(true);
  });

  it("go to the nearest deadline: to a command before a thousand mentions", async () => {
    const scheduler = createScheduler();
    let mentions = 0;
    const crowd = Array.from({ length: 1_000 }, async () => {
      await scheduler.take("discord", 30_000);
      mentions += 1;
    });
    const before = await scheduler.take("discord", 2_000).then(() => mentions);
    expect(before).toBeLessThan(3);
    await Promise.all(crowd);
  });

  it("go round the surfaces: a crowd on one keeps nobody waiting on another", async () => {
    const scheduler = createScheduler();
    let others = 0;
    const crowd = Array.from({ length: 1_000 }, async () => {
      await scheduler.take("discord", 2_000);
      others += 1;
    });
    const before = await scheduler.take("telegram", 60_000).then(() => others);
    expect(before).toBeLessThan(3);
    await Promise.all(crowd);
  });

  it("go to the newest under more than can be done, and the others hear of it in time", async () => {
    // On a clock of the test's own: how fast this machine is says nothing about the order
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const scheduler = createScheduler();
    const waited: { inTime: boolean; ms: number }[] = [];
    const asked: Promise<void>[] = [];
    // 5 ms of work every 2 ms, for a second
    for (let i = 0; i < 500; i++) {
      const since = performance.now();
      asked.push(
        scheduler.take("discord", 300).then((inTime) => {
          waited.push({ inTime, ms: performance.now() - since });
          if (inTime) vi.advanceTimersByTime(5);
        }),
      );
      vi.advanceTimersByTime(2);
      await nextTurn();
    }
    await Promise.all(asked);
    expect(waited).toHaveLength(500);
    const sorted = (inTime: boolean) =>
      waited
        .filter((one) => one.inTime === inTime)
        .map(({ ms }) => ms)
        .toSorted((a, b) => a - b);
    const answered = sorted(true);
    expect(answered.length).toBeGreaterThan(50);
    expect(answered.at(-1)).toBeLessThanOrEqual(300);
    // Not all of them at the last moment
    expect(answered[Math.floor(answered.length / 4)]).toBeLessThan(150);
    expect(sorted(false).at(-1)).toBeLessThan(320);
  });

  it("are as many at a time as there are slots, each until it has been thought about", async () => {
    const scheduler = createScheduler({ slots: 2 });
    let now = 0;
    let most = 0;
    const think = async (): Promise<void> => {
      most = Math.max(most, ++now);
      await sleep(5);
      now -= 1;
    };
    await Promise.all(Array.from({ length: 9 }, () => scheduler.take("a", 10_000, think)));
    expect(most).toBe(2);
  });
});
