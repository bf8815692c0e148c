/** What a gateway can do to a bot, one test each: it goes on, or ends with a clear word. */
import { describe, expect, it } from "vitest";
import { line } from "../../support/discord/echo-bot.ts";
import { until } from "../../support/discord/until.ts";

const here = line();

describe("the gateway", () => {
  it("is resumed after it drops, and what was missed is answered once", async () => {
    await here.start().ready;
    here.discord.gateway.drop();
    await until(() => here.discord.gateway.connected === 0, "the drop");
    const missed = here.them.command("help");
    await here.them.answered(missed);
    expect(here.discord.gateway.resumes).toEqual([{ accepted: true }]);
    expect(here.discord.gateway.identifies).toHaveLength(1);
    expect(here.them.sent()).toHaveLength(1);
  });

  it("is joined anew when resuming is refused", async () => {
    await here.start().ready;
    here.discord.gateway.refuseResume(true);
    here.discord.gateway.drop();
    await until(
      () => here.discord.gateway.identifies.length === 2 && here.discord.gateway.connected === 1,
      "an identify",
    );
    await here.answers();
  });

  it("is found again after the whole server has been away", async () => {
    await here.start().ready;
    expect(here.bot?.readiness()).toEqual({ ready: true });
    await here.discord.leave();
    // Long enough for several refused connections, which the library tries every half second.
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    expect(here.bot?.readiness().ready).toBe(false);
    expect((await here.metrics.exposition()).text).toMatch(
      /isnad_reconnects_total\{surface="discord"\} [1-9]/,
    );
    await here.discord.comeBack();
    await until(() => here.discord.gateway.connected === 1, "a connection");
    await here.answers();
  });

  it("may not be there at the start", async () => {
    await here.discord.leave();
    const started = here.start();
    await until(() => here.book.text().includes("could not log in"), "a failed login");
    await here.discord.comeBack();
    await started.ready;
    await here.answers();
  });

  it("may send frames of any shape", async () => {
    await here.start().ready;
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
      here.discord.gateway.raw(frame);
      await here.answersAfterwards();
    }
    expect(here.book.text()).toContain("an update of Discord failed");
  });

  it("may send a message without an author, even before it is ready", async () => {
    here.discord.gateway.withholdGuilds(true);
    here.start();
    await until(() => here.discord.gateway.connected === 1, "a connection");
    // Kept by the library until it is ready, and handled in a turn of its own.
    here.them.say("?", { at: "dm", event: { author: undefined } });
    here.discord.gateway.dispatch("MESSAGE_CREATE", null);
    here.discord.gateway.dispatch("INTERACTION_CREATE", null);
    const early = here.them.command("help");
    await here.bot?.ready;
    await here.them.answered(early);
    here.them.say("?", { at: "dm", event: { author: undefined } });
    here.them.say("?", { at: "guild", event: { author: null } });
    await here.answersAfterwards();
  });

  it("may be there and not answer", async () => {
    here.discord.gateway.ignoreHeartbeats(true);
    await here.start().ready;
    // The new connection is a good one.
    here.discord.gateway.ignoreHeartbeats(false);
    const { identifies, resumes } = here.discord.gateway;
    await until(() => identifies.length + resumes.length >= 2, "a new connection");
    await here.answers();
  });

  it("may refuse connections for a while", async () => {
    await here.start().ready;
    here.discord.gateway.refuseConnections(true);
    here.discord.gateway.drop();
    await until(() => here.book.text().includes("gateway error"), "a refused connection");
    here.discord.gateway.refuseConnections(false);
    await here.answers();
  });

  it("may send everything twice, and gets one answer", async () => {
    await here.start().ready;
    here.discord.gateway.repeat(true);
    await here.answers();
    const id = here.them.say("?", { at: "dm" });
    await here.them.repliesTo(id);
    here.discord.gateway.repeat(false);
    await here.answers();
    expect(here.them.sent().filter((message) => message.repliesTo === id)).toHaveLength(1);
    expect(here.discord.world.calls.filter((call) => call.path.endsWith("/callback"))).toHaveLength(2);
  });

  it.each([
    [4004, /DISCORD_TOKEN/],
    [4014, /intents/],
    [4011, /DISCORD_SHARDS/],
  ])("ends with a clear word when it closes with %i", async (code, word) => {
    here.discord.gateway.refuseIdentify(code);
    await expect(here.start().ended).rejects.toThrow(word);
    expect(here.discord.gateway.identifies).toHaveLength(1);
  });

  it("ends with a clear word when the token is lost while it runs", async () => {
    await here.start().ready;
    here.discord.gateway.drop(4004);
    await expect(here.bot?.ended).rejects.toThrow(/DISCORD_TOKEN/);
  });
});
