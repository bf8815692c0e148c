/** The process of one shard, started by `startShards`. */
import { lastWords, openLog, readSettings } from "../service/bootstrap.ts";
import { ConfigError } from "../service/config.ts";
import { createMetrics } from "../service/metrics.ts";
import { openCorpus } from "../service/open-corpus.ts";
import { openSharedState } from "../service/shared-state.ts";
import { timedAnswerer } from "../service/timing.ts";
import { keepingUnanswered } from "../service/unanswered.ts";
import { openUnansweredLog } from "../service/unanswered-log.ts";
import { sendGatewayThroughProxy } from "./gateway-proxy.ts";
import { tellMetrics } from "./shard-metrics.ts";

/** Exit code of a shard that cannot go on, as `shards.ts` has it, which loads discord.js. */
const EXIT_CANNOT_GO_ON = 78;

async function main(): Promise<number> {
  const { config } = readSettings();
  const { discord } = config;
  if (discord === undefined) throw new ConfigError("DISCORD_TOKEN is not set");
  sendGatewayThroughProxy(discord.apiUrl);
  // Only now: discord.js takes the class of its connections when it is loaded
  const { described, FatalError } = await import("./errors.ts");
  const { runShard } = await import("./run.ts");
  const log = openLog(config);
  const metrics = createMetrics();
  tellMetrics(() => metrics.snapshot());
  const corpus = await openCorpus({
    folder: config.seedsDir,
    snapshot: config.indexSnapshot,
    log,
    meter: metrics,
  });
  corpus.watch();
  const shared = await openSharedState(config.redisUrl, log, metrics);
  const unanswered = config.unanswered && openUnansweredLog({ ...config.unanswered, log });
  const answerer = unanswered ? keepingUnanswered(corpus.answerer, "discord", unanswered) : corpus.answerer;
  const bot = runShard({
    config: { ...config, discord },
    answerer: timedAnswerer(answerer, "discord", metrics),
    log,
    meter: metrics,
    shared,
  });

  const stop = (): void => void bot.stop();
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("SIGHUP", () => void corpus.reload());
  // The manager is gone, and without it nobody would ever stop this process.
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
    // What the settings or the corpus lack, a second start would lack as well
    process.exit(EXIT_CANNOT_GO_ON);
  },
);
