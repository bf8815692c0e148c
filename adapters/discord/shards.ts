/** Several connections for a bot in thousands of servers: one process each, by discord.js's own manager. */
import { once } from "node:events";
import { REST, type RESTGetAPIGatewayBotResult, Routes, type Shard, ShardingManager } from "discord.js";
import type { Logger } from "pino";
import { CannotGoOn, described, endingOfError } from "./endings.ts";

/** Exit code of a shard that cannot go on (EX_CONFIG of sysexits.h): starting it again would only repeat it. */
export const EXIT_CANNOT_GO_ON = 78;
/** ms between two starts: Discord lets a bot identify once in five seconds, and a little more is on the safe side. */
const BETWEEN_STARTS = 5_500;

export interface ShardsOptions {
  /** The script of one shard. */
  readonly file: string;
  readonly token: string;
  readonly count: number | "auto";
  readonly apiUrl?: string | undefined;
  /** Flags of node, so that a shard is run as this process is. */
  readonly execArgv: readonly string[];
  readonly log: Logger;
  readonly betweenStarts?: number;
}

export interface Shards {
  readonly ended: Promise<void>;
  /** Lets every shard finish and waits for it. */
  stop(): Promise<void>;
}

export async function startShards(options: ShardsOptions): Promise<Shards> {
  const { file, token, apiUrl, execArgv, log, betweenStarts = BETWEEN_STARTS } = options;
  const count = options.count === "auto" ? await recommended(token, apiUrl) : options.count;
  const manager = new ShardingManager(file, {
    token,
    totalShards: count,
    execArgv: [...execArgv],
    // The manager's own respawning knows no pause and no reason to stop.
    respawn: false,
  });
  let stopping = false;
  let finish = (_reason?: CannotGoOn): void => {};
  const ended = new Promise<void>((resolve, reject) => {
    finish = (reason) => (reason === undefined ? resolve() : reject(reason));
  });
  ended.catch(() => {});

  async function stop(reason?: CannotGoOn): Promise<void> {
    stopping = true;
    await Promise.all([...manager.shards.values()].map(leave));
    finish(reason);
  }

  manager.on("shardCreate", (shard) => {
    shard.on("error", (error) => log.warn({ shard: shard.id, ...described(error) }, "shard error"));
    shard.on("death", (child) => {
      const code = "exitCode" in child ? child.exitCode : null;
      log.warn({ shard: shard.id, code }, "shard ended");
      if (stopping) return;
      if (code === EXIT_CANNOT_GO_ON) {
        void stop(new CannotGoOn(`Shard ${shard.id} cannot go on; its own last line says why.`));
        return;
      }
      setTimeout(() => {
        if (!stopping) shard.spawn(-1).catch((error) => log.error(described(error), "shard did not start"));
      }, betweenStarts);
    });
  });
  // Without waiting for each to be ready: a shard that waits for Discord to come back must not keep the others.
  void manager
    .spawn({ delay: betweenStarts, timeout: -1 })
    .catch((error) => log.error(described(error), "shards"));
  log.info({ shards: count }, "shards are starting");
  return { ended, stop: () => stop() };
}

async function leave(shard: Shard): Promise<void> {
  const child = shard.process;
  if (child === null || child.exitCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

/** discord.js would ask discord.com itself here, whatever the REST root is. */
async function recommended(token: string, apiUrl: string | undefined): Promise<number> {
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  try {
    return ((await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult).shards;
  } catch (error) {
    throw endingOfError(error) ?? error;
  }
}
