import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/**/*.test.ts"],
    benchmark: { include: ["test/bench/**/*.bench.ts"] },
    // As the commands of package.json run: an answer's garbage is collected in many short pauses, not in one of several milliseconds
    execArgv: ["--max-semi-space-size=4"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
