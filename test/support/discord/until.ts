import { setTimeout as sleep } from "node:timers/promises";

/** Waits until a condition holds. The limit is only there to end a test that has failed. */
export async function until(condition: () => boolean, what: string, limit = 60_000): Promise<void> {
  const deadline = performance.now() + limit;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await sleep(2);
  }
}
