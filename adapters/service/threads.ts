import type { Answer } from "../../src/model/answer.ts";
import type { Asked } from "./ahead.ts";
import type { ThinkerInput } from "./thinker.ts";
import { createThinkingPool, type ThinkingPool, threadsFor } from "./thinking-pool.ts";

/** The threads of a corpus that may be replaced by another. */
export interface Threads {
  /** The corpus from now on. Where threads are used, resolves when they have read it; until then those of before are asked. */
  follow(input: ThinkerInput, passages: number): Promise<void>;
  /** Starts them. Gives their number as soon as they can be asked. */
  use(): Promise<number>;
  /** Undefined where no thread could answer, or where the thread had another corpus than the fingerprint's. */
  think(asked: Asked, fingerprint: number): Promise<Answer | undefined>;
}

export function createThreads(): Threads {
  let corpus: { readonly input: ThinkerInput; readonly passages: number } | undefined;
  let used = false;
  let pool: ThinkingPool | undefined;

  async function open(): Promise<void> {
    const own = corpus;
    const threads = own ? threadsFor(own.passages) : 0;
    const next = own && threads > 0 ? createThinkingPool(own.input, threads) : undefined;
    const ready = (await next?.ready) === true;
    // Those of a newer corpus may be there by now
    const wanted = own === corpus;
    if (next && !(ready && wanted)) void next.close();
    if (!wanted) return;
    void pool?.close();
    pool = ready ? next : undefined;
  }

  return {
    async follow(input, passages) {
      corpus = { input, passages };
      if (used) await open();
    },
    async use() {
      used = true;
      await open();
      return pool?.threads ?? 0;
    },
    think: async (asked, fingerprint) => pool?.think(asked, fingerprint),
  };
}
