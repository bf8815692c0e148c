import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { pino } from "pino";
import { bench, describe } from "vitest";
import { readSeeds } from "../../adapters/service/corpus-files.ts";
import { createMetrics } from "../../adapters/service/metrics.ts";
import { createWebServer } from "../../adapters/web/server.ts";
import { createAnswerer } from "../../src/answerer.ts";
import type { Load, Measured } from "./web-load.ts";

const root = new URL("../../", import.meta.url);
const PER_SECOND = 1000;
const SECONDS = 10;

/** Every question of the development sets, so that answers of all kinds and languages are asked for. */
const paths = ["msa", "casual", "multi", "unanswerable"]
  .flatMap((set) =>
    readFileSync(new URL(`test/questions/${set}.jsonl`, root), "utf8")
      .trim()
      .split("\n"),
  )
  .map((line) => (JSON.parse(line) as { question: string }).question)
  .map((question, at) => `${at % 4 === 0 ? "/api/answer" : "/"}?q=${encodeURIComponent(question)}`);

function load(work: Load): Promise<Measured> {
  const child = fork(fileURLToPath(new URL("web-load.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  child.send(work);
  return new Promise((resolve, reject) => {
    child.once("message", (measured) => resolve(measured as Measured));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the load ended with ${code}`)));
  });
}

function megabytes(collect: () => void): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

describe("the web server", () => {
  bench(
    `${PER_SECOND} requests a second for ${SECONDS} s`,
    async () => {
      setFlagsFromString("--expose-gc");
      const collect = runInNewContext("gc") as () => void;
      const server = await createWebServer({
        answerer: createAnswerer({ seeds: readSeeds(fileURLToPath(new URL("seeds", root))) }),
        log: pino({ level: "silent" }),
        metrics: createMetrics({ process: false }),
        perMinute: 1_000_000,
      });
      const url = await server.listen({ host: "127.0.0.1", port: 0 });
      await load({ url, paths, perSecond: 200, seconds: 2 });
      const before = megabytes(collect);
      const measured = await load({ url, paths, perSecond: PER_SECOND, seconds: SECONDS });
      const after = megabytes(collect);
      await server.close();
      const ms = (value: number) => `${value.toFixed(1)} ms`;
      console.log(
        [
          `${measured.requests} requests due in ${SECONDS} s, done in ${measured.seconds.toFixed(1)} s, by status ${JSON.stringify(measured.statuses)}`,
          `p50 ${ms(measured.p50)}, p99 ${ms(measured.p99)}, longest ${ms(measured.most)}`,
          `heap ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`,
        ].join("\n"),
      );
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
  );
});
