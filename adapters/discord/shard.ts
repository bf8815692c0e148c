/** The process of one shard, started by `startShards`. */
import { readConfig } from "../service/config.ts";
import { loadEnvironment } from "../service/environment.ts";
import { createLog } from "../service/log.ts";
import { openCorpus } from "../service/open-corpus.ts";
import { described, FatalError } from "./errors.ts";
import { runShard } from "./run.ts";
import { EXIT_CANNOT_GO_ON } from "./shards.ts";

const config = readConfig(loadEnvironment());
const { discord } = config;
if (discord === undefined) throw new FatalError("DISCORD_TOKEN is not set");
const log = createLog(config.logLevel, [discord.token]);
const corpus = await openCorpus({ folder: config.seedsDir, log });
corpus.watch();
const bot = runShard({ config: { ...config, discord }, answerer: corpus.answerer, log });

const stop = (): void => void bot.stop();
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("SIGHUP", () => void corpus.reload());
// The manager is gone: without it nobody would ever stop this one.
process.on("disconnect", stop);

bot.ended.then(
  () => process.exit(0),
  (error: unknown) => {
    const final = error instanceof FatalError;
    log.fatal(final ? { reason: error.message } : described(error), "Discord has ended");
    process.exit(final ? EXIT_CANNOT_GO_ON : 1);
  },
);
