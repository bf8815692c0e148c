import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { bench, describe } from "vitest";

const ROOT = new URL("../../", import.meta.url);
/** As deep under the root as the files that it is made of, which look for others beside it. */
const BUNDLE = fileURLToPath(new URL("node_modules/.cache/answers-bench.mjs", ROOT));

/** From a bundle and with the flags of `npm start`: as modules of the test runner the same sources take a third longer. */
function answersAsStarted(): string {
  buildSync({
    entryPoints: [fileURLToPath(new URL("answers.ts", import.meta.url))],
    outfile: BUNDLE,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
  });
  const { scripts } = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8"));
  const flags = scripts.start.match(/--\S+/g) ?? [];
  return execFileSync(process.execPath, [...flags, BUNDLE], { encoding: "utf8" });
}

describe("answers", () => {
  let printed: string | undefined;
  // The table is what counts
  bench("over corpora of every size: see the table", () => undefined, {
    iterations: 1,
    time: 0,
    warmupIterations: 0,
    setup: () => {
      if (printed !== undefined) return;
      printed = answersAsStarted();
      console.log(printed);
    },
  });
});
