import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createMetrics } from "../../../adapters/service/metrics.ts";
import { RateLimit } from "../../../adapters/telegram/rate-limit.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import {
  anna,
  boris,
  bot,
  last,
  people,
  quiet,
  restart,
  sent,
  server,
  setBotStage,
  toasts,
} from "../../support/telegram/bot-stage.ts";
import { QUICK } from "../../support/telegram/echo.ts";

const answerer = realAnswerer();

setBotStage();

describe("somebody who asks and asks", () => {
  it("is told once to slow down, each press and query is still answered, and nobody else is kept waiting", async () => {
    await restart(answerer, { answersPerMinute: 2, limits: { pace: { chat: 1_000 } } });
    for (let i = 0; i < 5; i++) people.say(anna, "/help");
    people.say(boris, "/help");
    await sent(4);
    await quiet();
    const toAnna = server.sent.filter(({ chat }) => chat.id === anna.id).map(({ text }) => text);
    expect(toAnna).toHaveLength(3);
    expect(toAnna[2]).toMatch(/^Not so fast/);
    expect(server.sent.filter(({ chat }) => chat.id === boris.id)).toHaveLength(1);

    for (let i = 0; i < 11; i++) {
      people.press(anna, structuredClone(last()), "nonsense");
      await quiet();
    }
    for (let i = 0; i < 15; i++) people.inline(anna, "بوتين");
    // More than twenty at a time would be dropped as a flood.
    await quiet();
    for (let i = 0; i < 6; i++) people.inline(anna, "بوتين");
    await quiet();
    expect(toasts().at(-1)).toMatch(/^Not so fast/);
    expect(toasts().filter((toast) => toast === STRINGS.en.notice.unknownButton)).toHaveLength(10);
    const results = server.made("answerInlineQuery").map((call) => call.body["results"] as unknown[]);
    expect(results.at(-1)).toEqual([]);
    expect(results.filter((list) => list.length > 0)).toHaveLength(20);
  });

  it("is served again after a minute", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const allowance = new RateLimit(2);
    const take = () => allowance.take("answer", 1);
    expect([await take(), await take()]).toEqual([undefined, undefined]);
    vi.advanceTimersByTime(20_000);
    expect(await take()).toEqual({ seconds: 40, first: true });
    expect(await take()).toEqual({ seconds: 40, first: false });
    expect(await allowance.take("answer", 2)).toBeUndefined();
    expect(await allowance.take("press", 1)).toBeUndefined();
    vi.advanceTimersByTime(40_000);
    expect(await take()).toBeUndefined();
  });
});

describe("what is counted", () => {
  it("is polls, failures by class, connections made again, and nothing that anybody wrote", async () => {
    const metrics = createMetrics({ process: false });
    await restart(answerer, { meter: metrics });
    server.fail({ method: "getUpdates", how: { code: 502 } });
    server.fail({ method: "sendMessage", how: { code: 403, description: "Forbidden: secretword" } });
    people.say(anna, "secretword?");
    people.say(boris, "/help");
    await sent(1);
    await quiet();
    const { text } = await metrics.exposition();
    expect(text).toMatch(/isnad_errors_total\{surface="telegram",class="forbidden"\} 1/);
    expect(text).toMatch(/isnad_reconnects_total\{surface="telegram"\} [1-9]/);
    expect(text).toMatch(/isnad_polls_total\{surface="telegram"\} [1-9]/);
    expect(text).not.toContain("secretword");
  });
});

describe("nothing private", () => {
  it("is logged, whatever happens", async () => {
    const secret = "سرّي جدًا secretword";
    server.fail({
      method: "sendMessage",
      how: { code: 400, description: `Bad Request: can't parse ${secret}` },
    });
    server.fail({ method: "sendMessage", how: { code: 403, description: `Forbidden: ${secret}` } });
    server.fail({ method: "sendMessage", how: "reset" });
    people.say(anna, secret);
    people.say(anna, secret);
    people.say(anna, `/leader ${secret}`);
    people.inline(anna, secret);
    await quiet();
    const log = bot.lines.join("");
    for (const word of ["سر", "secretword", server.token, "Person 11"]) expect(log).not.toContain(word);
  });

  it("and a core that throws is told of politely, with the query and the press answered, too", async () => {
    const broken = () => {
      throw new Error("secretword\n    at secretword (secretword)");
    };
    await restart({ ...answerer, answer: broken, leader: broken }, { limits: QUICK });
    people.say(anna, "secretword");
    people.inline(anna, "secretword");
    await sent(1);
    await quiet();
    expect(last().text).toBe(STRINGS.en.notice.failed);
    expect(server.made("answerInlineQuery").map(({ outcome }) => outcome)).toEqual(["ok"]);
    expect(bot.lines.filter((line) => line.includes("could not be made"))).toHaveLength(2);
    expect(bot.lines.join("")).not.toContain("secretword");
  });
});
