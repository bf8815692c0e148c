import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import type { Answer } from "../../src/model/answer.ts";
import type { Asked } from "./ahead.ts";
import { packageRoot } from "./package-root.ts";
import type { ThinkerInput, Thought } from "./thinker.ts";

/** One core stays with the event loop, which talks to the platforms; more than a few threads have nothing to do. */
const MAX_THREADS = 4;
/** Passages. Each thread holds an index of its own, of some 10 kB a passage. */
const MAX_PASSAGES = 20_000;
/** ms. A thread that takes longer is hanging; the question is then answered in the main thread. */
const MAX_THOUGHT = 5_000;

export interface ThinkingPool {
  readonly threads: number;
  /** Resolves, with whether they can be asked, when the first of them has read the corpus. */
  readonly ready: Promise<boolean>;
  /** Undefined where no thread could answer, or where the thread had another corpus than the fingerprint's. */
  think(asked: Asked, fingerprint: number): Promise<Answer | undefined>;
  /** Accepts no more questions, and ends when those asked are answered. */
  close(): Promise<void>;
}

/** How many threads are of use on this machine for a corpus of that size; none on one core. */
export function threadsFor(passages: number, cores: number = availableParallelism()): number {
  return passages > MAX_PASSAGES ? 0 : Math.min(cores - 1, MAX_THREADS);
}

/** The core over a corpus, in threads. */
export function createThinkingPool(input: ThinkerInput, threads: number): ThinkingPool {
  const pool = new Piscina({
    filename: join(packageRoot(), "adapters/service/thinker-thread.mjs"),
    workerData: input,
    minThreads: threads,
    maxThreads: threads,
  });
  const ready = new Promise<boolean>((resolve) => {
    // A thread that dies later is replaced, and its question is thought about here
    pool.on("error", () => resolve(false));
    const nothing: Asked = { kind: "answer", question: { text: "" } };
    pool.run(nothing).then(
      () => resolve(true),
      () => resolve(false),
    );
  });
  return {
    threads,
    ready,
    async think(asked, fingerprint) {
      try {
        const thought = (await pool.run(asked, { signal: AbortSignal.timeout(MAX_THOUGHT) })) as Thought;
        return thought.fingerprint === fingerprint ? thought.answer : undefined;
      } catch {
        return undefined;
      }
    },
    close: () => pool.close(),
  };
}
