/** The process of one shard, started by `startShards`. */
import { lastWords, openLog, readSettings } from "../service/bootstrap.ts";
import { createMetrics } from "../service/metrics.ts";
import { openCorpus } from "../service/open-corpus.ts";
import { openSharedState } from "../service/shared-state.ts";
import { timedAnswerer } from "../service/timing.ts";
import { described, FatalError } from "./errors.ts";
import { runShard } from "./run.ts";
import { tellMetrics } from "./shard-metrics.ts";
import { EXIT_CANNOT_GO_ON } from "./shards.ts";

async function main(): Promise<number> {
  const { config } = readSettings();
  const { discord } = config;
  if (discord === undefined) throw new FatalError("DISCORD_TOKEN is not set");
  const log = openLog(config);
  const metrics = createMetrics();
  tellMetrics(() => metrics.snapshot());
  const corpus = await openCorpus({ folder: config.seedsDir, log, meter: metrics });
  corpus.watch();
  const shared = await openSharedState(config.redisUrl, log, metrics);
  const bot = runShard({
    config: { ...config, discord },
    answerer: timedAnswerer(corpus.answerer, "discord", metrics),
    log,
    meter: metrics,
    shared,
  });

  const stop = (): void => void bot.stop();
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("SIGHUP", () => void corpus.reload());
  // The manager is gone: without it nobody would ever stop this one.
  process.on("disconnect", stop);
  try {
    await bot.ended;
    return 0;
  } catch (error) {
    const final = error instanceof FatalError;
    log.fatal(final ? { reason: error.message } : described(error), "Discord has ended");
    return final ? EXIT_CANNOT_GO_ON : 1;
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${lastWords(error)}\n`);
    // what the settings or the corpus lack, a second start would lack as well
    process.exit(EXIT_CANNOT_GO_ON);
  },
);
