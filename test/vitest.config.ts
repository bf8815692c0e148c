import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests of how long something takes by the clock: one at a time, so that none measures another. */
const TIMED = ["test/adapters/service/open-corpus.test.ts"];
/** What answers cost in processor time, over large corpora: each in a process that nothing else has warmed or filled. */
const COSTS = ["test/**/cost.test.ts"];
/** Most of the tests wait, for a timer, a browser or a server: more of them than there are cores. */
const WORKERS = availableParallelism() + 1;

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    // As the commands of package.json run: an answer's garbage is collected in many short pauses, not in one of several milliseconds
    execArgv: ["--max-semi-space-size=4"],
    // Only there to end what hangs: ten times what the slowest takes on a quiet machine. What has to be quick says so itself
    testTimeout: 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: [...TIMED, ...COSTS],
          // Nothing happens at import, so the files of a worker share what they import, and the one core over the real sources
          isolate: false,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 0 },
          benchmark: { include: [] },
        },
      },
      {
        extends: true,
        test: {
          name: "apart",
          include: COSTS,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 0 },
          benchmark: { include: [] },
        },
      },
      {
        extends: true,
        test: {
          name: "alone",
          include: TIMED,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          benchmark: { include: ["test/bench/**/*.bench.ts"] },
        },
      },
    ],
  },
});
