/** What a gateway and an API can do to a bot, one test each: it goes on, or ends with a clear word. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DiscordBot, type Handlers, startDiscord as startBot } from "../../../adapters/discord/start.ts";
import { type Logbook, logbook } from "../../support/discord/logbook.ts";
import { type People, people } from "../../support/discord/people.ts";
import { type LoopbackDiscord, startDiscord } from "../../support/discord/server.ts";
import { until } from "../../support/discord/until.ts";

let discord: LoopbackDiscord;
let them: People;
let book: Logbook;
let bot: DiscordBot | undefined;
let unhandled: unknown[];
const collect = (error: unknown): void => void unhandled.push(error);

beforeEach(async () => {
  discord = await startDiscord();
  them = people(discord);
  book = logbook();
  unhandled = [];
  // What would end the process, seen before the test runner's own listener makes it a failure without a name.
  process.on("unhandledRejection", collect);
  process.on("uncaughtException", collect);
});

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await discord.close();
  process.off("unhandledRejection", collect);
  process.off("uncaughtException", collect);
  expect(unhandled).toEqual([]);
});

const PONG: Handlers = {
  interaction: async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply({ content: "pong" });
  },
  message: async (message) => {
    await message.reply({ content: "pong", nonce: message.id, enforceNonce: true });
  },
};

function start(handlers: Handlers = PONG, token = "token.for.tests"): DiscordBot {
  bot = startBot({ token, apiUrl: discord.api, handlers, log: book.log });
  return bot;
}

async function answers(): Promise<void> {
  await them.answered(them.command("help"));
}

describe("the gateway", () => {
  it("is resumed after it drops, and what was missed is answered once", async () => {
    await start().ready;
    discord.gateway.drop();
    await until(() => discord.gateway.connected === 0, "the drop");
    const missed = them.command("help");
    await them.answered(missed);
    expect(discord.gateway.resumes).toEqual([{ accepted: true }]);
    expect(discord.gateway.identifies).toHaveLength(1);
    expect(them.sent()).toHaveLength(1);
  });

  it("is joined anew when resuming is refused", async () => {
    await start().ready;
    discord.gateway.refuseResume(true);
    discord.gateway.drop();
    await until(
      () => discord.gateway.identifies.length === 2 && discord.gateway.connected === 1,
      "an identify",
    );
    await answers();
  });

  it("is found again after the whole server has been away", async () => {
    await start().ready;
    await discord.leave();
    // Long enough for several refused connections, which the library tries every half second.
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    await discord.comeBack();
    await until(() => discord.gateway.connected === 1, "a connection");
    await answers();
  });

  it("may not be there at the start", async () => {
    await discord.leave();
    const started = start();
    await until(() => book.text().includes("could not log in"), "a failed login");
    await discord.comeBack();
    await started.ready;
    await answers();
  });

  it("may send frames of any shape", async () => {
    await start().ready;
    const odd = [
      "",
      "{",
      "null",
      "5",
      '"text"',
      "[]",
      "{}",
      '{"op":9}',
      '{"op":10,"d":null}',
      '{"op":0,"t":"MESSAGE_CREATE","s":50,"d":null}',
      '{"op":0,"t":"MESSAGE_CREATE","s":51,"d":{}}',
      '{"op":0,"t":"INTERACTION_CREATE","s":52,"d":null}',
      '{"op":0,"t":"INTERACTION_CREATE","s":53,"d":{"id":"1","type":2}}',
      '{"op":0,"t":"INTERACTION_CREATE","s":54,"d":{"id":"2","type":2,"data":{"type":1}}}',
      '{"op":0,"t":"GUILD_CREATE","s":55,"d":{"id":null}}',
      '{"op":0,"t":"error","s":56,"d":{}}',
      '{"op":0,"t":null,"s":57}',
    ];
    for (const frame of odd) {
      discord.gateway.raw(frame);
      await answersAfterwards();
    }
    expect(book.text()).toContain("an update of Discord failed");
  });

  it("may send a message without an author, even before it is ready", async () => {
    discord.gateway.withholdGuilds(true);
    start();
    await until(() => discord.gateway.connected === 1, "a connection");
    // Kept by the library until it is ready, and handled in a turn of its own.
    them.say("?", { at: "dm", event: { author: undefined } });
    discord.gateway.dispatch("MESSAGE_CREATE", null);
    discord.gateway.dispatch("INTERACTION_CREATE", null);
    const early = them.command("help");
    await bot?.ready;
    await them.answered(early);
    them.say("?", { at: "dm", event: { author: undefined } });
    them.say("?", { at: "guild", event: { author: null } });
    await answersAfterwards();
  });

  it("may be there and not answer", async () => {
    discord.gateway.ignoreHeartbeats(true);
    await start().ready;
    // The new connection is a good one.
    discord.gateway.ignoreHeartbeats(false);
    await until(() => discord.gateway.resumes.length === 1, "a new connection");
    await answers();
  });

  it("may refuse connections for a while", async () => {
    await start().ready;
    discord.gateway.refuseConnections(true);
    discord.gateway.drop();
    await until(() => book.text().includes("gateway error"), "a refused connection");
    discord.gateway.refuseConnections(false);
    await answers();
  });

  it("may send everything twice, and gets one answer", async () => {
    await start().ready;
    discord.gateway.repeat(true);
    await answers();
    const id = them.say("?", { at: "dm" });
    await them.repliesTo(id);
    discord.gateway.repeat(false);
    await answers();
    expect(them.sent().filter((message) => message.repliesTo === id)).toHaveLength(1);
    expect(discord.world.calls.filter((call) => call.path.endsWith("/callback"))).toHaveLength(2);
  });

  it.each([
    [4004, /DISCORD_TOKEN/],
    [4014, /intents/],
    [4011, /DISCORD_SHARDS/],
  ])("ends with a clear word when it closes with %i", async (code, word) => {
    discord.gateway.refuseIdentify(code);
    await expect(start().ended).rejects.toThrow(word);
    expect(discord.gateway.identifies).toHaveLength(1);
  });

  it("ends with a clear word when the token is lost while it runs", async () => {
    await start().ready;
    discord.gateway.drop(4004);
    await expect(bot?.ended).rejects.toThrow(/DISCORD_TOKEN/);
  });
});

async function answersAfterwards(): Promise<void> {
  // A frame may have made it reconnect; an event of that moment comes with the resume.
  await until(() => discord.gateway.connected >= 1, "a connection");
  await answers();
}

describe("the API", () => {
  it("may not know the token", async () => {
    await expect(start(PONG, "another.token").ended).rejects.toThrow(/DISCORD_TOKEN/);
  });

  it("may forget the token later", async () => {
    await start().ready;
    const body = { code: 0, message: "401: Unauthorized" };
    discord.faults.next(/^POST \/channels/, { kind: "status", status: 401, body });
    them.say("?", { at: "dm" });
    await expect(bot?.ended).rejects.toThrow(/DISCORD_TOKEN/);
  });

  it("does not end it with the token of an old interaction", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await start({
      ...PONG,
      interaction: async (interaction) => {
        await PONG.interaction(interaction);
        if (!interaction.isCommand() || interaction.commandName !== "slow") return;
        await held;
        await interaction.followUp({ content: "again" });
      },
    }).ready;
    await them.answered(them.command("slow"));
    discord.world.advance(16 * 60_000);
    release();
    await until(() => book.text().includes('"code":50027'), "the refusal");
    await answers();
  });

  it.each([
    ["5xx", { kind: "status", status: 502 } as const],
    ["a reset", { kind: "reset" } as const],
    ["a rate limit", { kind: "status", status: 429, headers: { "retry-after": "0.3" } } as const],
  ])("is tried again after %s", async (_name, failure) => {
    await start().ready;
    discord.faults.next(/\/callback$/, failure);
    await answers();
    expect(them.sent()).toHaveLength(1);
  });

  it.each([
    ["5xx", { kind: "status", status: 500 } as const],
    ["a reset", { kind: "reset" } as const],
  ])("may lose an answer (%s) that it has carried out, and nothing is sent twice", async (_name, failure) => {
    await start().ready;
    discord.faults.next(/^POST \/channels/, failure, { afterCarryingOut: true });
    const id = them.say("?", { at: "dm" });
    await until(
      () => discord.world.calls.filter((c) => c.path.startsWith("/channels")).length === 2,
      "a retry",
    );
    discord.faults.next(/\/callback$/, failure, { afterCarryingOut: true });
    await answers();
    await until(() => book.text().includes('"outcome":"repeated"'), "a repeated callback");
    expect(await them.repliesTo(id)).toHaveLength(1);
    expect(them.sent()).toHaveLength(2);
  });

  it("may hang, and is asked again", async () => {
    await start().ready;
    discord.faults.next(/^POST \/channels/, { kind: "hang" }, { afterCarryingOut: true });
    const id = them.say("?", { at: "dm" });
    await answers();
    await until(
      () => discord.world.calls.filter((c) => c.path.startsWith("/channels")).length === 2,
      "a retry",
    );
    expect(await them.repliesTo(id)).toHaveLength(1);
  });

  it("may ban for long, and that is not waited for", async () => {
    await start().ready;
    discord.faults.next(/^POST \/channels/, {
      kind: "status",
      status: 429,
      headers: { "retry-after": "600" },
    });
    them.say("?", { at: "dm" });
    await until(() => book.lines().some((line) => line.msg === "an update of Discord failed"), "giving up");
    await answers();
  });

  it("may call an interaction unknown when it is answered late", async () => {
    const handlers: Handlers = {
      ...PONG,
      interaction: async (interaction) => {
        if (interaction.isCommand() && interaction.commandName === "slow") discord.world.advance(4_000);
        await PONG.interaction(interaction);
      },
    };
    await start(handlers).ready;
    them.command("slow");
    await until(() => book.text().includes('"outcome":"late"'), "an unknown interaction");
    await answers();
  });
});

describe("the bot itself", () => {
  it("outlives a listener that rejects, and logs nothing that anybody wrote", async () => {
    await start({
      ...PONG,
      message: async (message) => {
        throw new Error(`cannot answer ${message.content}`);
      },
    }).ready;
    them.say("a private matter", { at: "dm" });
    await until(() => book.text().includes("an update of Discord failed"), "the report");
    expect(book.text()).not.toContain("private matter");
    expect(book.text()).not.toContain("token.for.tests");
    await answers();
  });

  it("outlives a listener of the client that rejects", async () => {
    await start({
      ...PONG,
      message: async (message) => {
        message.client.once("interactionCreate", async () => {
          throw new Error("nobody awaits this");
        });
      },
    }).ready;
    them.say("?", { at: "dm" });
    await answers();
    await until(() => book.text().includes("an update of Discord failed"), "the report");
    await answers();
  });

  it("answers what it is answering before it goes", async () => {
    let asked = false;
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await start({
      ...PONG,
      message: async (message) => {
        asked = true;
        await held;
        await PONG.message(message);
      },
    }).ready;
    const id = them.say("?", { at: "dm" });
    await until(() => asked, "the question");
    const stopped = bot?.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(discord.gateway.connected).toBe(1);
    release();
    await stopped;
    expect(await them.repliesTo(id)).toHaveLength(1);
    await until(() => discord.gateway.connected === 0, "the end of the connection");
    await bot?.ended;
  });

  it("can be stopped while Discord is away, and does not come back", async () => {
    await start().ready;
    await discord.leave();
    await until(() => book.text().includes("reconnecting"), "the loss");
    await bot?.stop();
    await discord.comeBack();
    // The library would have tried again after half a second.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(discord.gateway.resumes).toHaveLength(0);
    expect(discord.gateway.identifies).toHaveLength(1);
  });

  it("can be stopped before it ever got through", async () => {
    await discord.leave();
    start();
    await until(() => book.text().includes("could not log in"), "a failed login");
    await bot?.stop();
    await bot?.ended;
    await discord.comeBack();
  });
});
