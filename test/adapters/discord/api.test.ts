/** What an API can do to a bot, and what the bot could do to itself: it goes on, or ends with a clear word. */

import { describe, expect, it } from "vitest";
import type { Handlers } from "../../../adapters/discord/lifecycle.ts";
import { line, PONG } from "../../support/discord/echo-bot.ts";
import { until } from "../../support/discord/until.ts";

const here = line();

describe("the API", () => {
  it("may not know the token", async () => {
    await expect(here.start(PONG, "another.token").ended).rejects.toThrow(/DISCORD_TOKEN/);
  });

  it("may forget the token later", async () => {
    await here.start().ready;
    const body = { code: 0, message: "401: Unauthorized" };
    here.discord.faults.next(/^POST \/channels/, { kind: "status", status: 401, body });
    here.them.say("?", { at: "dm" });
    await expect(here.bot?.ended).rejects.toThrow(/DISCORD_TOKEN/);
  });

  it("does not end it with the token of an old interaction", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await here.start({
      ...PONG,
      interaction: async (interaction) => {
        await PONG.interaction(interaction);
        if (!interaction.isCommand() || interaction.commandName !== "slow") return;
        await held;
        await interaction.followUp({ content: "again" });
      },
    }).ready;
    await here.them.answered(here.them.command("slow"));
    here.discord.world.advance(16 * 60_000);
    release();
    await until(() => here.book.text().includes('"code":50027'), "the refusal");
    await here.answers();
  });

  it.each([
    ["5xx", { kind: "status", status: 502 } as const],
    ["a reset", { kind: "reset" } as const],
    ["a rate limit", { kind: "status", status: 429, headers: { "retry-after": "0.3" } } as const],
  ])("is tried again after %s", async (_name, failure) => {
    await here.start().ready;
    here.discord.faults.next(/\/callback$/, failure);
    await here.answers();
    expect(here.them.sent()).toHaveLength(1);
  });

  it.each([
    ["5xx", { kind: "status", status: 500 } as const],
    ["a reset", { kind: "reset" } as const],
  ])("may lose an answer (%s) that it has carried out, and nothing is sent twice", async (_name, failure) => {
    await here.start().ready;
    here.discord.faults.next(/^POST \/channels/, failure, { afterCarryingOut: true });
    const id = here.them.say("?", { at: "dm" });
    await until(
      () => here.discord.world.calls.filter((c) => c.path.startsWith("/channels")).length === 2,
      "a retry",
    );
    here.discord.faults.next(/\/callback$/, failure, { afterCarryingOut: true });
    await here.answers();
    await until(() => here.book.text().includes('"outcome":"repeated"'), "a repeated callback");
    expect(await here.them.repliesTo(id)).toHaveLength(1);
    expect(here.them.sent()).toHaveLength(2);
  });

  it("may hang, and is asked again", async () => {
    await here.start().ready;
    here.discord.faults.next(/^POST \/channels/, { kind: "hang" }, { afterCarryingOut: true });
    const id = here.them.say("?", { at: "dm" });
    await here.answers();
    await until(
      () => here.discord.world.calls.filter((c) => c.path.startsWith("/channels")).length === 2,
      "a retry",
      60_000,
    );
    expect(await here.them.repliesTo(id)).toHaveLength(1);
  });

  it("may ban for long, and that is not waited for", async () => {
    await here.start().ready;
    here.discord.faults.next(/^POST \/channels/, {
      kind: "status",
      status: 429,
      headers: { "retry-after": "600" },
    });
    here.them.say("?", { at: "dm" });
    await until(
      () => here.book.lines().some((line) => line.msg === "an update of Discord failed"),
      "giving up",
    );
    await here.answers();
  });

  it("may call an interaction unknown when it is answered late", async () => {
    const handlers: Handlers = {
      ...PONG,
      interaction: async (interaction) => {
        if (interaction.isCommand() && interaction.commandName === "slow") here.discord.world.advance(4_000);
        await PONG.interaction(interaction);
      },
    };
    await here.start(handlers).ready;
    here.them.command("slow");
    await until(() => here.book.text().includes('"outcome":"late"'), "an unknown interaction");
    const { text } = await here.metrics.exposition();
    expect(text).toContain('isnad_errors_total{surface="discord",class="DiscordAPIError.10062"} 1');
    await here.answers();
  });
});

describe("the bot itself", () => {
  it("outlives a listener that rejects, and logs nothing that anybody wrote", async () => {
    await here.start({
      ...PONG,
      message: async (message) => {
        throw new Error(`cannot answer ${message.content}`);
      },
    }).ready;
    here.them.say("a private matter", { at: "dm" });
    await until(() => here.book.text().includes("an update of Discord failed"), "the report");
    expect(here.book.text()).not.toContain("private matter");
    expect(here.book.text()).not.toContain("token.for.tests");
    await here.answers();
  });

  it("outlives a listener of the client that rejects", async () => {
    await here.start({
      ...PONG,
      message: async (message) => {
        message.client.once("interactionCreate", async () => {
          throw new Error("nobody awaits this");
        });
      },
    }).ready;
    here.them.say("?", { at: "dm" });
    await here.answers();
    await until(() => here.book.text().includes("an update of Discord failed"), "the report");
    await here.answers();
  });

  it("answers what it is answering before it goes", async () => {
    let asked = false;
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await here.start({
      ...PONG,
      message: async (message) => {
        asked = true;
        await held;
        await PONG.message(message);
      },
    }).ready;
    const id = here.them.say("?", { at: "dm" });
    await until(() => asked, "the question");
    const stopped = here.bot?.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(here.discord.gateway.connected).toBe(1);
    release();
    await stopped;
    expect(await here.them.repliesTo(id)).toHaveLength(1);
    await until(() => here.discord.gateway.connected === 0, "the end of the connection");
    await here.bot?.ended;
  });

  it("can be stopped while Discord is away, and does not come back", async () => {
    await here.start().ready;
    await here.discord.leave();
    await until(() => here.book.text().includes("reconnecting"), "the loss");
    await here.bot?.stop();
    await here.discord.comeBack();
    // The library would have tried again after half a second.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(here.discord.gateway.resumes).toHaveLength(0);
    expect(here.discord.gateway.identifies).toHaveLength(1);
  });

  it("can be stopped before it ever got through", async () => {
    await here.discord.leave();
    here.start();
    await until(() => here.book.text().includes("could not log in"), "a failed login");
    await here.bot?.stop();
    await here.bot?.ended;
    await here.discord.comeBack();
  });
});
