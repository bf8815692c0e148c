import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CALL_LIMITS } from "../../../adapters/telegram/api-client.ts";
import type { ConnectionOptions } from "../../../adapters/telegram/lifecycle.ts";
import { Throttler } from "../../../adapters/telegram/throttler.ts";
import { connectEcho, IMPATIENT, QUICK, type Running } from "../../support/telegram/echo.ts";
import type { Fault } from "../../support/telegram/faults.ts";
import { People, person } from "../../support/telegram/people.ts";
import { TelegramServer } from "../../support/telegram/server.ts";

const anna = person(11);
const boris = person(12);

let server: TelegramServer;
let people: People;
let bot: Running;

const connect = (options: Partial<ConnectionOptions> = {}): void => {
  bot = connectEcho(server, options);
};
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 300));
const quiet = (): Promise<void> =>
  server.until(() => server.updates.pending.length === 0, "everything to be confirmed");

beforeEach(async () => {
  server = await TelegramServer.start();
  people = new People(server);
});

afterEach(async () => {
  await bot.connection.stop();
  await server.close();
  expect(server.complaints).toEqual([]);
  expect(bot.lines.join("")).not.toContain(server.token);
});

describe("a message is sent once, whatever becomes of the call", () => {
  const lost: [string, Omit<Fault, "method">][] = [
    ["hangs", { how: "hang" }],
    ["is reset", { how: "reset" }],
    ["is answered by half", { how: "half" }],
    ["is answered with null", { how: "null" }],
    ["is answered with HTML", { how: "garbage" }],
    ["fails with 502", { how: { code: 502 } }],
    ["fails with 504", { how: { code: 504 } }],
  ];
  it.each(lost)("when it was accepted and then %s", async (_, fault) => {
    server.fail({ method: "sendMessage", accepted: true, ...fault });
    connect({ limits: IMPATIENT });
    people.say(anna, "one");
    people.say(anna, "two");
    await quiet();
    await settle();
    expect(server.sent.map((message) => message.text)).toEqual(["echo one", "echo two"]);
  });

  it.each(lost)("and nobody else is delayed when it %s without effect", async (_, fault) => {
    server.fail({ method: "sendMessage", ...fault });
    connect({ limits: IMPATIENT });
    people.say(anna, "one");
    people.say(boris, "two");
    await quiet();
    expect(server.sent.length).toBeGreaterThanOrEqual(1);
    people.say(anna, "three");
    await server.until(() => server.sent.some(({ text }) => text === "echo three"), "the next answer");
  });
});

describe("a call is made again", () => {
  it("after as long as a 429 says, and not before", async () => {
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 1 }, times: 2 });
    connect();
    people.say(anna, "patience");
    await server.until(() => server.sent.length === 1, "the answer");
    const [first, second, third] = server.made("sendMessage").map((call) => call.at);
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(990);
    expect(Number(third) - Number(second)).toBeGreaterThanOrEqual(990);
  });

  it("but not for ever", async () => {
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 1 }, times: 99 });
    connect({ limits: { ...QUICK, calls: { ...QUICK.calls, patience: 3_500 } } });
    people.say(anna, "in vain");
    await quiet();
    expect(server.made("sendMessage")).toHaveLength(4);
  });

  it("as often as 429 is said, for as long as its patience lasts: a full chat is no failure", async () => {
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 1 }, times: 7 });
    connect();
    people.say(anna, "patience");
    await server.until(() => server.sent.length === 1, "the answer");
    expect(server.made("sendMessage")).toHaveLength(8);
  });

  it.each([500, 503])("after a pause that grows, when the server says that it failed (%i)", async (code) => {
    server.fail({ method: "sendMessage", how: { code }, times: 3 });
    connect({ limits: { ...QUICK, calls: { ...QUICK.calls, backoff: 200 } } });
    people.say(anna, "once more");
    await server.until(() => server.sent.length === 1, "the answer");
    const [first = 0, , , last = 0] = server.made("sendMessage").map((call) => call.at);
    // 200, 400 and 800 ms, of which at least the half is kept
    expect(last - first).toBeGreaterThanOrEqual(690);
    await settle();
    expect(server.sent).toHaveLength(1);
  });

  it("spread over some ten seconds by default, and not for ever", () => {
    const { attempts, backoff } = CALL_LIMITS;
    const least = Array.from({ length: attempts - 1 }, (_, i) => (backoff * 2 ** i) / 2);
    expect(least.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(5_000);
  });

  it("and not at all when a 429 asks for an hour", async () => {
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 3600 } });
    connect();
    people.say(anna, "in vain");
    await quiet();
    expect(server.made("sendMessage")).toHaveLength(1);
  });

  it.each([
    ["hangs", "hang"],
    ["is reset", "reset"],
    ["fails with 502", { code: 502 }],
  ] as const)("when it can do no harm and %s", async (_, how) => {
    server.fail({ method: "answerInlineQuery", how, times: 2 });
    connect({ limits: IMPATIENT });
    people.inline(anna, "q");
    await server.until(
      () => server.made("answerInlineQuery").some((call) => call.outcome === "ok"),
      "an accepted answer",
    );
  });

  it("as long as Telegram cannot be reached: an outage loses no answer", async () => {
    let back: Promise<() => Promise<void>> | undefined;
    bot = connectEcho(server, {
      attach: (telegraf, calls) => {
        telegraf.on("message", async (ctx) => {
          back ??= server.vanish();
          await back;
          // Until the closed connections are noticed: a call written to one of those would be uncertain.
          await settle();
          await calls.call("sendMessage", { chat_id: ctx.chat.id, text: "after the outage" });
        });
      },
    });
    people.say(anna, "hello");
    await server.until(() => back !== undefined, "the outage to begin");
    const appear = await back;
    await new Promise((done) => setTimeout(done, 2_500));
    await appear?.();
    await server.until(() => server.sent.length === 1, "the answer");
    await quiet();
    expect(server.sent).toHaveLength(1);
  });

  it("and is not, for an answer that came while nobody could listen", async () => {
    const outcomes: unknown[] = [];
    bot = connectEcho(server, {
      limits: IMPATIENT,
      attach: (telegraf, calls) => {
        telegraf.on("message", async (ctx) => {
          const sent = calls.call("sendMessage", { chat_id: ctx.chat.id, text: "after a long thought" });
          await new Promise((done) => setImmediate(done));
          const until = performance.now() + 2 * (IMPATIENT.calls?.deadline ?? Number.NaN);
          while (performance.now() < until);
          outcomes.push(await sent);
        });
      },
    });
    people.say(anna, "hello");
    await server.until(() => outcomes.length === 1, "the outcome");
    expect(outcomes).toMatchObject([{ ok: true }]);
    expect(server.made("sendMessage")).toHaveLength(1);
  });

  it("to the new id when the group has become a supergroup", async () => {
    const old = people.group(-5);
    const now = people.group(-1005);
    server.fail({ method: "sendMessage", how: { code: 400, migrateTo: now.id }, chat: old.id });
    connect();
    people.say(anna, "moved", { chat: old });
    await server.until(() => server.sent.length === 1, "the answer");
    expect(server.sent[0]?.chat.id).toBe(now.id);
  });
});

describe("final answers are final", () => {
  it("403: the person has blocked the bot", async () => {
    connect();
    people.privateChat(anna);
    server.state.blocked.add(anna.id);
    people.say(anna, "one");
    await quiet();
    expect(server.made("sendMessage")).toHaveLength(1);
    people.say(boris, "two");
    await server.until(() => server.sent.length === 1, "somebody else's answer");
  });

  it("a query that is too old is nothing to speak of", async () => {
    connect();
    const query = people.inline(anna, "q");
    server.state.openQueries.clear();
    await server.until(() => server.made("answerInlineQuery").length === 1, "the call");
    await quiet();
    expect(query.update_id).toBeGreaterThan(0);
    expect(server.made("answerInlineQuery")[0]?.outcome).toContain("query is too old");
    expect(bot.lines.join("")).not.toContain("too old");
  });
});

describe("the pace", () => {
  /** The largest number of `times` that fall within any `span`. */
  const most = (times: readonly number[], span: number): number =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + span).length));

  it("of a private chat is one a second after a burst", async () => {
    connect();
    for (let i = 0; i < 6; i++) people.say(anna, `m${i}`);
    await server.until(() => server.sent.length === 6, "all answers");
    expect(
      most(
        server.sent.map(({ at }) => at),
        950,
      ),
    ).toBeLessThanOrEqual(4);
  });

  it("is kept for an hour of a busy group and a busy bot, by the clock of a test", () => {
    let now = 0;
    const pace = new Throttler(undefined, () => now);
    const group: number[] = [];
    for (now = 0; now < 3_600_000; now += 250) {
      if (pace.waitFor(-1) > 0) continue;
      pace.spend(-1);
      group.push(now);
    }
    expect(most(group, 60_000)).toBeLessThanOrEqual(20);
    expect(group.length).toBeGreaterThanOrEqual(59 * 19);
    const all = Array.from({ length: 300 }, () => now + pace.reserveOverall());
    expect(most(all, 1_000)).toBeLessThanOrEqual(60);
    expect(Math.max(...all) - now).toBeGreaterThan(8_000);
  });

  it("waits after a 429, in that chat only", () => {
    const pace = new Throttler(undefined, () => 0);
    pace.hold(1, 5_000);
    expect(pace.waitFor(1)).toBeGreaterThanOrEqual(5_000);
    expect(pace.waitFor(2)).toBe(0);
  });
});

describe("stopping", () => {
  it("finishes what is at work and confirms it", async () => {
    connect();
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 1 } });
    people.say(anna, "at work");
    await server.until(() => server.made("sendMessage").length === 1, "it to be at work");
    await bot.connection.stop();
    expect(await bot.ended).toEqual({ reason: "stopped" });
    expect(server.sent).toHaveLength(1);
    expect(server.updates.pending).toHaveLength(0);
  });

  it.each(["getUpdates", "sendMessage", "getMe"])("is over in time while %s hangs", async (method) => {
    server.fail({ method, how: "hang", times: 99 });
    connect({ limits: { ...QUICK, drain: 500, calls: { ...QUICK.calls, deadline: 60_000 } } });
    people.say(anna, "hello");
    await server.until(() => server.made(method).length > 0, `${method} to hang`);
    const since = Date.now();
    await bot.connection.stop();
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(await bot.ended).toEqual({ reason: "stopped" });
    // What was not answered was not confirmed.
    expect(server.updates.pending).toHaveLength(1);
  });

  it("can be asked twice, and before it began", async () => {
    connect();
    await Promise.all([bot.connection.stop(), bot.connection.stop()]);
    await bot.connection.stop();
    expect(await bot.ended).toEqual({ reason: "stopped" });
  });
});
