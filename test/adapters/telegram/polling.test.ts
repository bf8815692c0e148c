import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConnectionOptions } from "../../../adapters/telegram/connection.ts";
import { connectEcho, QUICK, type Running } from "../../support/telegram-echo.ts";
import { People, person } from "../../support/telegram-people.ts";
import { TelegramServer } from "../../support/telegram-server.ts";

let server: TelegramServer;
let people: People;
let running: Running[] = [];

const anna = person(11);
const boris = person(12, "ru");

function connect(options: Partial<ConnectionOptions> = {}): Running {
  const one = connectEcho(server, options);
  running.push(one);
  return one;
}

const texts = (): string[] => server.sent.map((message) => message.text);
const answered = (count: number): Promise<void> =>
  server.until(() => server.sent.length >= count, `${count} answers`);
/** Until a poll waits that confirms nothing any more. */
const confirmed = (): Promise<void> =>
  server.until(
    () =>
      server.updates.pending.length === 0 && server.made("getUpdates").at(-1)?.body["offset"] === undefined,
    "a poll without offset",
  );
/** Long enough for a second answer to show, if one were on its way. */
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 300));

beforeEach(async () => {
  server = await TelegramServer.start();
  people = new People(server);
});

afterEach(async () => {
  await Promise.all(running.map(({ connection }) => connection.stop()));
  running = [];
  await server.close();
  expect(server.complaints).toEqual([]);
});

describe("long polling", () => {
  it("answers each update once, in the order of its chat, and confirms it", async () => {
    connect();
    for (let i = 0; i < 5; i++) {
      people.say(anna, `a${i}`);
      people.say(boris, `b${i}`);
    }
    await answered(10);
    await server.until(() => server.updates.pending.length === 0, "the confirmation");
    for (const letter of ["a", "b"]) {
      const ours = texts().filter((text) => text.startsWith(`echo ${letter}`));
      expect(ours).toEqual([0, 1, 2, 3, 4].map((i) => `echo ${letter}${i}`));
    }
  });

  it("always says which updates it wants, and no other kind comes", async () => {
    connect();
    server.updates.add({ edited_message: people.message(anna, "edited") });
    server.updates.add({ channel_post: people.message(anna, "post") });
    people.say(anna, "asked");
    await answered(1);
    expect(texts()).toEqual(["echo asked"]);
    for (const { body } of server.made("getUpdates")) {
      expect(body["allowed_updates"]).toEqual(["message", "callback_query", "inline_query"]);
    }
  });

  it("confirms nothing that is not handled, and does not wait for it either", async () => {
    connect();
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 2 }, chat: anna.id });
    const slow = people.say(anna, "slow");
    await server.until(() => server.made("sendMessage").length === 1, "the slow one to be at work");
    for (let i = 0; i < 5; i++) people.say(person(100 + i), `quick ${i}`);
    await answered(5);
    expect(texts()).not.toContain("echo slow");
    expect(server.updates.pending.map((update) => update?.update_id)).toContain(slow.update_id);
    await answered(6);
    await server.until(() => server.updates.pending.length === 0, "the confirmation");
    await settle();
    expect(texts().filter((text) => text === "echo slow")).toHaveLength(1);
  });

  it("lets one slow update keep back no more than a page of others", async () => {
    connect({ limits: { ...QUICK, calls: { ...QUICK.calls, deadline: 60_000 } } });
    server.fail({ method: "sendMessage", how: "hang", chat: anna.id });
    people.say(anna, "hangs");
    await server.until(() => server.made("sendMessage").length === 1, "the slow one to be at work");
    for (let i = 0; i < 250; i++) people.inline(person(1000 + i), `q${i}`);
    await server.until(() => server.made("answerInlineQuery").length === 250, "all others");
  });

  it("answers a redelivered update once", async () => {
    connect();
    const update = people.say(anna, "once");
    server.updates.addRaw(update);
    await answered(1);
    await confirmed();
    server.updates.addRaw(update);
    people.say(anna, "next");
    await answered(2);
    await settle();
    expect(texts()).toEqual(["echo once", "echo next"]);
  });

  it("notices ids that start anew lower, as Telegram's may after a quiet week", async () => {
    connect();
    people.say(anna, "high");
    await answered(1);
    await confirmed();
    server.updates.addRaw({ update_id: 3, message: people.message(anna, "low") });
    await answered(2);
    expect(texts()).toEqual(["echo high", "echo low"]);
  });
});

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
    const { lines } = connect();
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
    expect(connection.healthy).toBe(false);
    people.say(anna, "hello");
    await answered(1);
    expect(connection.healthy).toBe(true);
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
    connect();
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
    expect(connection.healthy).toBe(false);
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

describe("the updates at work", () => {
  it("are never more than they may be", async () => {
    let now = 0;
    let most = 0;
    connect({
      limits: { ...QUICK, intake: { atWork: 3 } },
      attach: (bot, calls) => {
        bot.on("message", async (ctx) => {
          now += 1;
          most = Math.max(most, now);
          await settle();
          await calls.call("sendMessage", { chat_id: ctx.chat.id, text: "done" });
          now -= 1;
        });
      },
    });
    for (let i = 0; i < 9; i++) people.say(person(100 + i), "?");
    await answered(9);
    expect(most).toBe(3);
  });
});

describe("a flood", () => {
  it("in one chat is cut, and delays nobody else", async () => {
    const { lines } = connect();
    for (let i = 0; i < 200; i++) people.say(anna, `flood ${i}`);
    people.say(boris, "me too");
    await server.until(() => texts().includes("echo me too"), "the other one's answer");
    await server.until(() => lines.some((line) => line.includes("too many are waiting")), "the cut");
  });
});
