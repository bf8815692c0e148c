/** The process that runs a connection, from outside: what it survives, how it ends, and what it writes. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { people } from "../../support/discord/people.ts";
import { type LoopbackDiscord, startDiscord } from "../../support/discord/server.ts";
import { until } from "../../support/discord/until.ts";

/** `npm start` calls it with "main", and each shard runs "shard". */
const LAUNCHER = fileURLToPath(new URL("../../../adapters/launch.mjs", import.meta.url));
const SEEDS = fileURLToPath(new URL("../../../seeds", import.meta.url));
const TOKEN = "a.token.for.tests.that.is.long";
/** It has to start and to index the sources, on a machine that may be busy. */
const PATIENCE = 100_000;

let discord: LoopbackDiscord;
let child: ChildProcess | undefined;
let written: string;

beforeEach(async () => {
  discord = await startDiscord({ token: TOKEN });
  written = "";
});
afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  await discord.close();
});

function start(program = "shard", token = TOKEN): { ended: Promise<number | null> } {
  const { PATH, HOME } = process.env;
  child = spawn(process.execPath, [LAUNCHER, program], {
    env: {
      PATH,
      HOME,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.api,
      SEEDS_DIR: SEEDS,
      LOG_LEVEL: "debug",
      HTTP: "off",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      written += chunk.toString();
    });
  return { ended: once(child, "exit").then(([code]) => code as number | null) };
}

describe("the process", () => {
  it("outlives every frame and fault, and leaves on SIGTERM when what it is answering is answered", async () => {
    const them = people(discord);
    const { ended } = start();
    await until(() => discord.gateway.connected === 1, "a connection", PATIENCE);
    await them.answered(them.command("help"));
    for (const frame of [
      "{",
      "null",
      '{"op":9}',
      '{"op":10,"d":null}',
      '{"op":0,"t":"MESSAGE_CREATE","s":9,"d":null}',
    ])
      discord.gateway.raw(frame);
    await until(() => discord.gateway.connected === 1, "a connection", PATIENCE);
    discord.faults.next(/\/callback$/, { kind: "reset" }, { times: 4 });
    them.command("ask", { question: "private words about بوتين" });
    them.say("private words about بوتين", { at: "dm", event: { author: undefined } });
    await them.answered(them.command("help"));

    const calls = discord.world.calls.length;
    const limited = { kind: "status", status: 429, headers: { "retry-after": "1" } } as const;
    discord.faults.next(/\/callback$/, limited);
    const held = them.command("ask", { question: "private words about بوتين" });
    await until(() => discord.world.calls.length > calls, "the answer's first try");
    child?.kill("SIGTERM");
    await them.answered(held);
    expect(await ended).toBe(0);
    expect(written).not.toContain("private words");
    expect(written).not.toContain(TOKEN);
  });

  it.each([
    [4004, "DISCORD_TOKEN"],
    [4014, "intents"],
  ])("ends with a clear word and a code that is not zero after %i", async (code, word) => {
    discord.gateway.refuseIdentify(code);
    const { ended } = start();
    expect(await ended).toBe(78);
    expect(written).toContain(word);
    expect(written).not.toContain(TOKEN);
  });

  it("ends so when it is everything that `npm start` starts, and the API does not know its token", async () => {
    const { ended } = start("main", "some.other.token.that.is.long");
    expect(await ended).toBeGreaterThan(0);
    expect(written).toContain("DISCORD_TOKEN");
    expect(written).not.toContain("some.other.token");
  });

  it("answers and leaves on SIGTERM when it is everything that `npm start` starts", async () => {
    const them = people(discord);
    const { ended } = start("main");
    await until(() => discord.gateway.connected === 1, "a connection", PATIENCE);
    await them.answered(them.command("ask", { question: "ماذا قال بوتين عن سمك الحفش؟" }));
    child?.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(discord.world.violations).toEqual([]);
  });
});
