/** The real manager, with real processes, on loopback. */
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DiscordBot } from "../../../adapters/discord/lifecycle.ts";
import { startShards } from "../../../adapters/discord/shards.ts";
import { type Logbook, logbook } from "../../support/discord/logbook.ts";
import { people } from "../../support/discord/people.ts";
import { type LoopbackDiscord, startDiscord } from "../../support/discord/server.ts";
import { until } from "../../support/discord/until.ts";

const FILE = fileURLToPath(new URL("../../../adapters/discord/shard.ts", import.meta.url));
const SEEDS = fileURLToPath(new URL("../../../seeds", import.meta.url));
const TOKEN = "a.token.for.tests.that.is.long";
/** A process has to start and to index the sources, on a machine that may be busy. */
const PATIENCE = 45_000;

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

function start(token = TOKEN): DiscordBot {
  shards = startShards({
    file: FILE,
    token,
    count: "auto",
    apiUrl: discord.api,
    execArgv: ["--import", "tsx"],
    log: book.log,
    betweenStarts: 100,
  });
  return shards;
}

describe("shards", { timeout: 120_000 }, () => {
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
