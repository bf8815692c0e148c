import { describe, expect, it } from "vitest";
import { QUICK } from "../../support/telegram/echo.ts";
import {
  anna,
  answered,
  boris,
  confirmed,
  connect,
  people,
  server,
  setEchoStage,
  settle,
  texts,
} from "../../support/telegram/echo-stage.ts";
import { person } from "../../support/telegram/people.ts";

setEchoStage();

describe("long polling", () => {
  it("answers each update once, in the order of its chat, and confirms it", async () => {
    people.privateChat(anna);
    // The first of hers has to wait; the others may not overtake it.
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 1 }, chat: anna.id });
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
    server.updates.add({ edited_channel_post: people.message(anna, "edited") });
    server.updates.add({ channel_post: people.message(anna, "post") });
    people.say(anna, "asked");
    await answered(1);
    expect(texts()).toEqual(["echo asked"]);
    for (const { body } of server.made("getUpdates")) {
      expect(body["allowed_updates"]).toEqual([
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "my_chat_member",
      ]);
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
