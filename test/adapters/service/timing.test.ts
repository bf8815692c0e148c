import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { AheadAnswerer } from "../../../adapters/service/ahead.ts";
import { UNCOUNTED } from "../../../adapters/service/metrics.ts";
import { createScheduler } from "../../../adapters/service/scheduler.ts";
import { timedAnswerer } from "../../../adapters/service/timing.ts";
import type { Answer } from "../../../src/model/answer.ts";
import { standIn } from "../../support/web/stub-corpus.ts";

/** ms that a thread thinks. */
const THOUGHT = 300;

function timing() {
  const seconds: number[] = [];
  const core: AheadAnswerer = { ...standIn(), think: () => sleep(THOUGHT) };
  const answerer = timedAnswerer(core, "discord", {
    ...UNCOUNTED,
    answered: (answer) => seconds.push(answer.seconds),
  });
  return { answerer, seconds };
}

describe("the seconds of an answer", () => {
  it("are those in the queue and in a thread, and those of asking", async () => {
    const { answerer, seconds } = timing();
    const scheduler = createScheduler();
    const ask = async (text: string): Promise<Answer> => {
      const question = { text, locale: "ar" };
      await scheduler.take("discord", 10_000, (since) => answerer.think({ kind: "answer", question }, since));
      return answerer.answer(question);
    };
    const lookup = { name: "بوتين" };
    await Promise.all([ask("سمك الحفش"), ask("سمك الحفش"), ask("مهرجان سينمائي")]);
    await answerer.think({ kind: "leader", lookup });
    answerer.leader(lookup);
    expect(seconds).toHaveLength(4);
    // One after another: the second waits for the first
    for (const [at, thoughts] of [1, 2, 3, 1].entries()) {
      expect(seconds[at]).toBeGreaterThan((thoughts * THOUGHT * 0.9) / 1000);
      expect(seconds[at]).toBeLessThan((thoughts * THOUGHT + 3_000) / 1000);
    }
  });

  it("are not those of something else that was asked long ago", async () => {
    const { answerer, seconds } = timing();
    const question = { text: "سمك الحفش" };
    await answerer.think({ kind: "answer", question });
    // The button that was pressed led elsewhere
    await sleep(50);
    answerer.answer(question);
    expect(seconds[0]).toBeLessThan(THOUGHT / 1000);
  });
});
