/** The real manager, with real processes, on loopback. */
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DiscordBot } from "../../../adapters/discord/lifecycle.ts";
import { type ShardsOptions, startShards } from "../../../adapters/discord/shards.ts";
import { createMetrics } from "../../../adapters/service/metrics.ts";
import { type Logbook, logbook } from "../../support/discord/memory-log.ts";
import { people } from "../../support/discord/people.ts";
import { type LoopbackDiscord, startDiscord } from "../../support/discord/server.ts";
import { until } from "../../support/discord/until.ts";
import { hasRedis, TestRedis } from "../../support/redis.ts";

const FILE = fileURLToPath(new URL("../../../adapters/discord/shard.ts", import.meta.url));
const SEEDS = fileURLToPath(new URL("../../../seeds", import.meta.url));
const TOKEN = "a.token.for.tests.that.is.long";
/** A process has to start and to index the sources, on a machine that may be busy. */
const PATIENCE = 100_000;

let discord: LoopbackDiscord;
let book: Logbook;
let shards: DiscordBot | undefined;
let before: NodeJS.ProcessEnv;

beforeEach(async () => {
  discord = await startDiscord({ token: TOKEN, shards: 2 });
  book = logbook();
  before = { ...process.env };
  // What a shard reads: the manager hands its own environment on.
  Object.assign(process.env, {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.api,
    SEEDS_DIR: SEEDS,
    LOG_LEVEL: "silent",
  });
});

afterEach(async () => {
  await shards?.stop();
  shards = undefined;
  await discord.close();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});

const answersIn = (text: string): number =>
  [...text.matchAll(/^isnad_answers_total\{.*\} (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );

function start(token = TOKEN, some: Partial<ShardsOptions> = {}): DiscordBot {
  shards = startShards({
    file: FILE,
    token,
    count: "auto",
    apiUrl: discord.api,
    execArgv: ["--import", "tsx"],
    log: book.log,
    betweenStarts: 100,
    ...some,
  });
  return shards;
}

describe("shards", () => {
  it("are as many as Discord wants, register once, answer, come back when one dies, and leave together", async () => {
    const them = people(discord);
    start();
    await until(() => discord.gateway.connected === 2, "two shards", PATIENCE);
    expect(discord.gateway.identifies.map(({ shard }) => shard).sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    await them.answered(them.command("help"));
    const written = (): number => discord.world.calls.filter(({ method }) => method === "PUT").length;
    await until(() => written() > 0, "the commands", PATIENCE);
    // An unusual close ends nothing; a shard whose process ends is started again.
    const died = book.lines().length;
    killOne();
    await until(() => discord.gateway.identifies.length === 3, "the shard's return", PATIENCE);
    expect(book.lines().length).toBeGreaterThan(died);
    await shards?.stop();
    await until(() => discord.gateway.connected === 0, "the end of both", PATIENCE);
    expect(written()).toBe(1);
    await shards?.ended;
  });

  it("end with a clear word, all of them, when one cannot go on", async () => {
    discord.gateway.refuseIdentify(4014);
    await expect(start().ended).rejects.toThrow(/cannot go on/);
    expect(discord.gateway.identifies.length).toBeGreaterThan(0);
  });

  it("end with a clear word when the token is refused before there is any", async () => {
    await expect(start("some.other.token.that.is.long").ended).rejects.toThrow(/DISCORD_TOKEN/);
  });

  it("run on two machines: commands are registered by one, and answers, errors and lag are summed", async () => {
    const them = people(discord);
    const bots = [0, 1].map((id) => start(TOKEN, { count: 2, ids: [id] }));
    try {
      await until(() => discord.gateway.connected === 2, "two shards", PATIENCE);
      expect(discord.gateway.identifies.map(({ shard }) => shard).sort()).toEqual([
        [0, 2],
        [1, 2],
      ]);
      for (const [shard, questions] of [3, 4].entries()) {
        discord.gateway.towards(shard);
        for (let i = 0; i < questions; i += 1)
          await them.answered(them.command("ask", { question: `بوتين ${i}` }));
      }
      const metrics = bots.map((bot) => {
        const own = createMetrics({ process: false });
        if (bot.metrics) own.include(bot.metrics);
        return own;
      });
      const texts = async () => Promise.all(metrics.map(async (one) => (await one.exposition()).text));
      expect((await texts()).map(answersIn)).toEqual([3, 4]);
      for (const text of await texts()) {
        expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
        expect(text).toMatch(/^isnad_corpus_documents 5$/m);
      }

      // What a process counted before it was killed is not taken back
      killOne();
      await until(() => discord.gateway.identifies.length === 3, "the shard's return", PATIENCE);
      expect((await texts()).map(answersIn)).toEqual([3, 4]);
      const written = discord.world.calls.filter(({ method }) => method === "PUT");
      expect(written.length).toBeLessThan(2);
    } finally {
      await Promise.all(bots.map((bot) => bot.stop()));
    }
  });

  it.skipIf(!hasRedis)("give one person no more answers together than one would, with Redis", async () => {
    const redis = await TestRedis.start();
    Object.assign(process.env, { REDIS_URL: redis.url, ANSWERS_PER_MINUTE: "3" });
    try {
      const them = people(discord);
      const bot = start();
      await until(() => discord.gateway.connected === 2, "two shards", PATIENCE);
      for (let i = 0; i < 6; i += 1) {
        discord.gateway.towards(i % 2);
        await them.answered(them.command("ask", { question: `بوتين ${i}` }));
      }
      const metrics = createMetrics({ process: false });
      if (bot.metrics) metrics.include(bot.metrics);
      const { text } = await metrics.exposition();
      expect(answersIn(text)).toBe(3);
      expect(text).toContain('isnad_shared_state_up{store="redis"} 1');
    } finally {
      await shards?.stop();
      await redis.close();
    }
  });

  it("wait for Discord to be there", async () => {
    await discord.leave();
    start();
    await until(() => book.text().includes("could not ask for the number of shards"), "a refusal", PATIENCE);
    await shards?.stop();
    await discord.comeBack();
  });
});

/** One of this process's own children, by the only thing that tells them: that they are shards. */
function killOne(): void {
  const children = (
    process as unknown as {
      _getActiveHandles(): { pid?: number; spawnfile?: string; spawnargs?: string[] }[];
    }
  )._getActiveHandles();
  const shard = children.find(({ spawnargs }) =>
    spawnargs?.some((argument) => argument.endsWith("shard.ts")),
  );
  if (shard?.pid === undefined) throw new Error("no shard is running");
  process.kill(shard.pid, "SIGKILL");
}
