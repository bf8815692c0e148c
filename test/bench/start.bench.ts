import { spawnSync } from "node:child_process";
import { bench, describe } from "vitest";

/** One process each: what is under `npm` and `node` alone cannot be had for less. */
const ONCE = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 } as const;
const run = (command: string, args: readonly string[]) => () => {
  const { status } = spawnSync(command, args, { stdio: "ignore" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: exit ${status}`);
};

describe("from the command to the first answer", () => {
  bench(
    'npm run --silent ask -- "متى عقدت قمة قزوين؟"',
    run("npm", ["run", "--silent", "ask", "--", "متى عقدت قمة قزوين؟"]),
    ONCE,
  );
  bench("the same without npm", run("node", ["adapters/launch.mjs", "ask", "متى عقدت قمة قزوين؟"]), ONCE);
  bench(
    "the same through the TypeScript loader instead of the bundle",
    run("node", ["--import", "tsx", "adapters/terminal/ask.ts", "متى عقدت قمة قزوين؟"]),
    ONCE,
  );
  bench("node with tsx, and nothing to do", run("node", ["--import", "tsx", "-e", ""]), ONCE);
  bench("node, and nothing to do", run("node", ["-e", ""]), ONCE);
});
