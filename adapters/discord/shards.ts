/** Several connections for a bot in thousands of servers: one process each, by discord.js's own manager. */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { REST, type RESTGetAPIGatewayBotResult, Routes, type Shard, ShardingManager } from "discord.js";
import type { Logger } from "pino";
import type { Readiness } from "../service/readiness.ts";
import { deferred } from "./deferred.ts";
import { described, FatalError, fatalErrorOf } from "./errors.ts";
import type { DiscordBot } from "./lifecycle.ts";
import { delayAfterTry } from "./login.ts";
import { ShardMetrics } from "./shard-metrics.ts";

/** Exit code of a shard that cannot go on (EX_CONFIG of sysexits.h): starting it again would only repeat it. */
const EXIT_CANNOT_GO_ON = 78;
/** ms between two starts: Discord lets a bot identify once in five seconds, and a little more is on the safe side. */
const BETWEEN_STARTS = 5_500;
/** ms that a shard has to answer what it is answering, a little more than it takes itself. */
const LEAVING = 15_000;

export interface ShardsOptions {
  /** The script of one shard. */
  readonly file: string;
  readonly shardArgs?: readonly string[];
  readonly token: string;
  readonly count: number | "auto";
  /** Those of the shards that this process runs, where others run elsewhere. Default: all. */
  readonly ids?: readonly number[] | undefined;
  readonly apiUrl?: string | undefined;
  /** Flags of node, so that a shard is run as this process is. */
  readonly execArgv: readonly string[];
  readonly log: Logger;
  readonly betweenStarts?: number;
}

export function startShards(options: ShardsOptions): DiscordBot {
  const { file, token, execArgv, log, betweenStarts = BETWEEN_STARTS } = options;
  const stopping = new AbortController();
  const ready = deferred();
  const ended = deferred();
  let manager: ShardingManager | undefined;
  const metrics = new ShardMetrics();

  async function run(): Promise<void> {
    const count = options.count === "auto" ? await recommended(options, stopping.signal) : options.count;
    if (count === undefined) return;
    manager = new ShardingManager(file, {
      token,
      totalShards: count,
      ...(options.ids && { shardList: [...options.ids] }),
      execArgv: [...execArgv],
      shardArgs: [...(options.shardArgs ?? [])],
      // The manager's own respawning knows no pause and no reason to stop.
      respawn: false,
    });
    manager.on("shardCreate", watch);
    log.info({ shards: count, ...(options.ids && { here: options.ids }) }, "shards are starting");
    // Without waiting for each to be ready: one that waits for Discord to come back must not keep the others.
    await manager.spawn({ delay: betweenStarts, timeout: -1 });
    ready.resolve();
  }

  function watch(shard: Shard): void {
    metrics.watch(shard);
    shard.on("error", (error) => log.warn({ shard: shard.id, ...described(error) }, "shard error"));
    shard.on("death", (child) => {
      const code = "exitCode" in child ? child.exitCode : null;
      if (stopping.signal.aborted) return;
      log.warn({ shard: shard.id, code }, "a shard has ended");
      if (code === EXIT_CANNOT_GO_ON)
        void end(new FatalError(`Shard ${shard.id} cannot go on; its own last line says why.`));
      else void startAgain(shard);
    });
  }

  async function startAgain(shard: Shard): Promise<void> {
    await sleep(betweenStarts, undefined, { signal: stopping.signal }).catch(() => {});
    if (!stopping.signal.aborted) await shard.spawn(-1);
  }

  let ending: Promise<void> | undefined;
  function end(reason?: Error): Promise<void> {
    ending ??= (async () => {
      stopping.abort();
      metrics.close();
      await Promise.all([...(manager?.shards.values() ?? [])].map(leave));
      if (reason === undefined) ended.resolve();
      else ended.reject(reason);
      ready.reject(reason ?? new Error("stopped before it was ready"));
    })();
    return ending;
  }

  run().catch((error: unknown) => end(error instanceof Error ? error : new Error("shards")));
  const readiness = (): Readiness => {
    const shards = [...(manager?.shards.values() ?? [])];
    const connected = shards.filter((shard) => shard.ready).length;
    return shards.length > 0 && connected === shards.length
      ? { ready: true, facts: { shards: shards.length } }
      : { ready: false, reason: "not every shard is connected to Discord", facts: { connected } };
  };

  const reload = (): void => {
    for (const { process: child } of manager?.shards.values() ?? []) child?.kill("SIGHUP");
  };

  return {
    ready: ready.promise,
    ended: ended.promise,
    readiness,
    stop: () => end(),
    reload,
    metrics: () => metrics.snapshots(),
  };
}

async function leave(shard: Shard): Promise<void> {
  const child = shard.process;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), LEAVING);
  await gone;
  clearTimeout(force);
}

/** discord.js would ask discord.com itself here, whatever the REST root is, and once. */
async function recommended(
  { token, apiUrl, log }: ShardsOptions,
  signal: AbortSignal,
): Promise<number | undefined> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
    try {
      return ((await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult).shards;
    } catch (error) {
      const final = fatalErrorOf(error);
      if (final !== undefined) throw final;
      const delay = delayAfterTry(attempt);
      log.warn({ ...described(error), delay }, "could not ask for the number of shards");
      await sleep(delay, undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
}
