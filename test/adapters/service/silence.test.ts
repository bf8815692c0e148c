import { expect, it } from "vitest";
import { afterSilence } from "../../../adapters/service/silence.ts";

function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
const later = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

it("comes after its time, and not when it is called off", async () => {
  const heard: string[] = [];
  const from = performance.now();
  await new Promise<void>((go) => {
    const end = afterSilence(100, () => heard.push("called off"));
    afterSilence(100, go);
    end();
  });
  expect(performance.now() - from).toBeGreaterThan(95);
  await later(100);
  expect(heard).toEqual([]);
});

it("is not what the event loop was blocked for: what came meanwhile is heard first", async () => {
  const heard: string[] = [];
  afterSilence(100, () => heard.push("silence"));
  setTimeout(() => heard.push("an answer"), 150);
  block(400);
  await later(300);
  expect(heard).toEqual(["an answer", "silence"]);
});
