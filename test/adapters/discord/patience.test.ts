/** What is lost for a moment on the way to Discord, and how often it is tried again. */
import { describe, expect, it } from "vitest";
import { sameCommands } from "../../../adapters/discord/command-registration.ts";
import { commands } from "../../../adapters/discord/commands.ts";
import { startDiscord as startBot } from "../../../adapters/discord/lifecycle.ts";
import { line, PONG } from "../../support/discord/echo-bot.ts";
import { until } from "../../support/discord/until.ts";

const here = line();
const unavailable = { kind: "status", status: 503 } as const;
const wait = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

describe("an answer", () => {
  it.each(["interaction", "message"])("survives a second of 503: an %s", async (kind) => {
    await here.start().ready;
    here.discord.faults.next(kind === "message" ? /^POST \/channels/ : /\/callback$/, unavailable, {
      times: 99,
    });
    const asked = kind === "message" ? undefined : here.them.command("help");
    const said = kind === "message" ? here.them.say("?", { at: "dm" }) : undefined;
    await wait(1_000);
    here.discord.faults.clear();
    if (asked) await here.them.answered(asked);
    if (said) await here.them.repliesTo(said);
    expect(here.them.sent()).toHaveLength(1);
    // Spread: not all of them in the first third of a second
    const tries = here.discord.world.calls.filter(({ status }) => status === 503 || status === 0);
    expect(tries.length).toBeLessThan(8);
  });

  it("to an interaction gets a second try in time when the first one hangs", async () => {
    await here.start().ready;
    here.discord.faults.next(/\/callback$/, { kind: "hang" });
    const asked = here.them.command("help");
    await here.them.answered(asked);
    expect(asked.latency).toBeLessThan(2_500);
  });

  it("is given up in the end, and the bot goes on", async () => {
    await here.start().ready;
    here.discord.faults.next(/\/callback$/, unavailable, { times: 99 });
    here.them.command("help");
    await until(() => here.book.text().includes("an update of Discord failed"), "giving up");
    here.discord.faults.clear();
    await here.answers();
  });
});

describe("a gateway that is away", () => {
  it("is knocked at ever less often, with a line a minute", async () => {
    await here.start().ready;
    here.discord.gateway.refuseConnections(true);
    here.discord.gateway.drop();
    await wait(12_000);
    const lines = here.book.lines().filter(({ msg }) => msg === "reconnecting" || msg === "gateway error");
    expect(lines.length).toBeLessThanOrEqual(2);
    const { text } = await here.metrics.exposition();
    const tries = Number(/isnad_reconnects_total\{surface="discord"\} (\d+)/.exec(text)?.[1]);
    expect(tries).toBeGreaterThan(2);
    expect(tries).toBeLessThan(14);
    here.discord.gateway.refuseConnections(false);
    await until(() => here.discord.gateway.connected === 1, "a connection");
    await here.answers();
  });
});

describe("the commands", () => {
  const start = (guildId?: string) => {
    here.bot = startBot({
      token: here.discord.world.token,
      apiUrl: here.discord.api,
      guildId,
      handlers: PONG,
      log: here.book.log,
      registerAgain: { first: 100, most: 1_000 },
    });
    return here.bot;
  };

  it("are registered in the end when that is refused at first, and people are answered meanwhile", async () => {
    const refusal = {
      kind: "status",
      status: 403,
      body: { code: 50001, message: "Missing Access" },
    } as const;
    here.discord.faults.next(/^PUT .*\/commands$/, refusal, { times: 3 });
    await start().ready;
    await here.answers();
    await until(() => here.discord.world.commands.has(""), "the commands");
    expect(here.book.text()).toContain("could not register the commands");
  });

  it("that stand for every server beside those of one are named", async () => {
    await start().ready;
    await here.bot?.stop();
    await start(here.discord.world.guildId).ready;
    await until(() => here.book.text().includes("DISCORD_GUILD_ID"), "a word");
  });

  it("without options are those that a server lists with `options: []`", () => {
    const wanted = commands("global");
    const listed = wanted.map((command) => ({ options: [], ...command, id: "1", version: "2" }));
    expect(sameCommands(wanted, listed)).toBe(true);
    const other = wanted.map((command) => ({ ...command, options: [] }));
    expect(sameCommands(wanted, other)).toBe(false);
  });
});
