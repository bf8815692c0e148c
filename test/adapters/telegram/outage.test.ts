import { describe, expect, it } from "vitest";
import { IMPATIENT, QUICK } from "../../support/telegram/echo.ts";
import {
  anna,
  answered,
  boris,
  connect,
  people,
  server,
  setEchoStage,
  settle,
  texts,
} from "../../support/telegram/echo-stage.ts";

setEchoStage();

describe("polling survives", () => {
  it.each([
    ["a hung poll", { how: "hang" }],
    ["a reset", { how: "reset" }],
    ["half an answer", { how: "half" }],
    ["null", { how: "null" }],
    ["a null result", { how: "null-result" }],
    ["HTML in place of JSON", { how: "garbage" }],
    ["500", { how: { code: 500 } }],
    ["502", { how: { code: 502 } }],
    ["429", { how: { code: 429, retryAfter: 1 } }],
    ["409", { how: { code: 409, description: "Conflict: terminated by other getUpdates request" } }],
    ["400", { how: { code: 400 } }],
  ] as const)("%s, more than once", async (_, fault) => {
    server.fail({ method: "getUpdates", times: 2, ...fault });
    const { lines } = connect({ limits: IMPATIENT });
    people.say(anna, "still there?");
    await answered(1);
    await settle();
    expect(texts()).toEqual(["echo still there?"]);
    expect(lines.join("")).not.toContain(server.token);
  });

  it("an answer that was lost after it was given: what it held comes again", async () => {
    server.fail({ method: "getUpdates", how: "reset", accepted: true });
    people.say(anna, "lost on the way");
    connect();
    await answered(1);
  });

  it("null updates, updates without an id, and nonsense among good ones", async () => {
    connect();
    server.updates.addRaw(null);
    server.updates.addRaw({ message: { text: 5 } });
    server.updates.addRaw({ update_id: 4001, message: "not a message" });
    server.updates.addRaw({ update_id: 4002, message: { message_id: 1, date: 1, chat: { id: "x" } } });
    people.say(anna, "good");
    await answered(1);
    await server.until(() => server.updates.pending.length === 0, "the confirmation of all");
  });

  it("nothing but null, without asking in a rush", async () => {
    connect();
    await server.until(() => server.made("getUpdates").length > 0, "the first poll");
    server.updates.addRaw(null);
    const before = server.made("getUpdates").length;
    await settle();
    expect(server.made("getUpdates").length - before).toBeLessThan(15);
    people.say(anna, "good");
    await answered(1);
  });

  it("a handler that throws, and says so in the log without the text", async () => {
    const { lines } = connect();
    people.say(anna, "throw");
    people.say(anna, "after");
    await answered(1);
    expect(texts()).toEqual(["echo after"]);
    expect(lines.filter((line) => line.includes("a handler failed"))).toHaveLength(1);
  });

  it("a handler that never ends: its chat goes on after the deadline, others at once", async () => {
    connect({
      limits: { ...QUICK, intake: { deadline: 1_500 } },
      attach: (bot, calls) => {
        bot.on("message", async (ctx) => {
          if ("text" in ctx.message && ctx.message.text === "wedge") await new Promise(() => {});
          await calls.call("sendMessage", { chat_id: ctx.chat.id, text: "done" });
        });
      },
    });
    people.say(anna, "wedge");
    people.say(anna, "behind it");
    people.say(boris, "beside it");
    await answered(1);
    expect(server.sent[0]?.chat.id).toBe(boris.id);
    await answered(2);
    expect(server.sent[1]?.chat.id).toBe(anna.id);
  });

  it("another poller with the same token, and comes back when it is gone", async () => {
    const first = connect();
    people.say(anna, "one");
    await answered(1);
    const second = connect();
    await server.until(
      () => server.calls.some((call) => call.outcome.startsWith("Conflict")),
      "the conflict between the two",
    );
    await second.connection.stop();
    people.say(anna, "two");
    await answered(2);
    expect(first.lines.join("") + second.lines.join("")).toContain("another program polls");
  });

  it("a server that is down when it starts", async () => {
    server.fail({ method: "getMe", how: { code: 502 }, times: 6 });
    const { connection } = connect();
    expect(connection.readiness.ready).toBe(false);
    people.say(anna, "hello");
    await answered(1);
    expect(connection.readiness.ready).toBe(true);
  });

  it.each(
    (["getMe", "deleteWebhook"] as const).flatMap((method) =>
      (
        [
          "hang",
          "reset",
          "null",
          "null-result",
          "garbage",
          { code: 500 },
          { code: 429, retryAfter: 1 },
        ] as const
      ).map((how) => [method, how] as const),
    ),
  )("%s that goes wrong at the start (%j)", async (method, how) => {
    server.fail({ method, how, times: 2 });
    connect({ limits: IMPATIENT });
    people.say(anna, "hello");
    await answered(1);
  });

  it("a server of one's own that lacks a method", async () => {
    server.fail({ method: "deleteWebhook", how: { code: 404, description: "Not Found: method not found" } });
    connect();
    people.say(anna, "hello");
    await answered(1);
  });

  it("silence: the watchdog says so and starts anew", async () => {
    const polls = { ...QUICK.polls, longPoll: 30, grace: 30_000, deaf: 400 };
    const { lines, connection } = connect({ limits: { ...QUICK, polls } });
    server.fail({ method: "getUpdates", how: "hang" });
    await server.until(
      () => lines.some((line) => line.includes("no poll has been completed")),
      "the watchdog",
    );
    expect(connection.readiness.ready).toBe(false);
    people.say(anna, "heard?");
    await answered(1);
  });
});

describe("the token", () => {
  it.each([401, 404])("refused with %i: stops, with a message that says what to do", async (code) => {
    server.fail({ method: "getMe", how: { code, description: "Unauthorized" }, times: 9 });
    const { ended, lines } = connect();
    expect(await ended).toMatchObject({ reason: "unauthorized" });
    expect(lines.join("")).toContain("BotFather");
    expect(server.made("getMe")).toHaveLength(1);
  });

  it("revoked while polling: stops", async () => {
    const { ended } = connect();
    people.say(anna, "one");
    await answered(1);
    server.fail({ method: "getUpdates", how: { code: 401 }, times: 9 });
    expect(await ended).toMatchObject({ reason: "unauthorized" });
  });
});
