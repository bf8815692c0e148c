import { describe, expect, it } from "vitest";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import {
  anna,
  boris,
  labelled,
  last,
  people,
  quiet,
  restart,
  STURGEON,
  sent,
  server,
  setBotStage,
} from "../../support/telegram/bot-stage.ts";
import { QUICK } from "../../support/telegram/echo.ts";
import { person } from "../../support/telegram/people.ts";

setBotStage();

/** The account by which anonymous administrators of every group write. */
const ANONYMOUS = { id: 1_087_968_824, is_bot: true, first_name: "Group" };

describe("many in one group", () => {
  it("who ask once each are all answered, twenty in a minute", async () => {
    const minute = 5_000;
    const calls = { ...QUICK.calls, patience: 60_000 };
    await restart(realAnswerer(), { limits: { ...QUICK, calls, pace: { minute } } });
    const chat = people.group();
    for (let i = 0; i < 40; i++) people.say(person(500 + i), `/ask@this_bot ${STURGEON}`, { chat });
    await sent(40);
    const replied = server.made("sendMessage").map(({ body }) => body["reply_parameters"]);
    expect(new Set(replied.map((one) => JSON.stringify(one))).size).toBe(40);
    const times = server.made("sendMessage").map(({ at }) => at);
    expect((times[20] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(minute - 500);
  });

  it("are answered before pages are turned, of which the last is shown", async () => {
    const chat = people.group();
    people.say(anna, `/ask@this_bot ${STURGEON}`, { chat });
    await sent(1);
    server.fail({ method: "editMessageText", how: { code: 429, retryAfter: 2 } });
    const shown = structuredClone(last());
    for (let i = 0; i < 40; i++) {
      people.press(anna, shown, labelled(i % 2 === 0 ? STRINGS.ar.button.next : STRINGS.ar.button.around));
      if (i === 0) await server.until(() => server.made("editMessageText").length === 1, "the first edit");
    }
    people.say(boris, `/ask@this_bot ${STURGEON}`, { chat });
    await sent(2);
    await quiet();
    const order = server.calls
      .filter(({ method, outcome }) => /^(sendMessage|editMessageText)$/.test(method) && outcome === "ok")
      .map(({ method }) => method);
    expect(order.slice(0, 2)).toEqual(["sendMessage", "sendMessage"]);
    const edits = order.filter((method) => method === "editMessageText").length;
    expect(edits).toBeGreaterThan(0);
    expect(edits).toBeLessThanOrEqual(2);
    await server.until(() => server.state.openQueries.size === 0, "every press to be answered");
    expect(server.sent[0]?.text).toContain(STRINGS.ar.answer.asked);
  });

  it("of whom one floods: the others are answered, and the one is told", async () => {
    await restart(realAnswerer(), { answersPerMinute: 1_000 });
    const chat = people.group();
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 1 } });
    for (let i = 0; i < 30; i++) people.say(anna, "/help@this_bot", { chat });
    people.say(boris, "/help@this_bot", { chat });
    await server.until(
      () =>
        server.sent.some(({ text }) => text === STRINGS.ar.notice.busy || text === STRINGS.en.notice.busy),
      "the word",
    );
    await server.until(() => {
      const asked = server.made("sendMessage").map(({ body }) => JSON.stringify(body["reply_parameters"]));
      return new Set(asked).size >= 15;
    }, "the others");
  });

  it("behind one account, as anonymous administrators are, have an allowance for each chat", async () => {
    await restart(realAnswerer(), { answersPerMinute: 1 });
    for (let i = 0; i < 26; i++) {
      const chat = people.group(-2_000 - i);
      people.say(ANONYMOUS, "/help@this_bot", { chat, more: { sender_chat: chat } });
    }
    await sent(26);
    expect(new Set(server.sent.map(({ chat }) => chat.id)).size).toBe(26);
    expect(new Set(server.sent.map(({ text }) => text)).size).toBe(1);
  });
});

describe("somebody who turns pages faster than they can be shown", () => {
  it("is shown the last, and not each", async () => {
    people.say(anna, STURGEON);
    await sent(1);
    server.fail({ method: "editMessageText", how: { code: 429, retryAfter: 1 } });
    const shown = structuredClone(last());
    for (let i = 0; i < 10; i++) {
      people.press(anna, shown, labelled(i % 2 === 0 ? STRINGS.ar.button.next : STRINGS.ar.button.around));
      if (i === 0) await server.until(() => server.made("editMessageText").length === 1, "the first edit");
    }
    // Each would take its turn at the pace of a chat, a second: by then three of them would have
    await new Promise((wake) => setTimeout(wake, 4_500));
    const edits = server.made("editMessageText");
    expect(edits.at(-1)?.outcome).toBe("ok");
    // The first, which was tried again, and the last
    expect(edits.length).toBeLessThanOrEqual(3);
    await server.until(() => server.state.openQueries.size === 0, "every press to be answered");
  });
});

describe("an answer to a press that hangs", () => {
  it("holds nobody", async () => {
    people.say(anna, STURGEON);
    await sent(1);
    server.fail({ method: "answerCallbackQuery", how: "hang", times: 9 });
    const before = last().text;
    people.press(anna, structuredClone(last()), labelled("التالي"));
    people.say(anna, "/help");
    await sent(2);
    await server.until(() => server.sent[0]?.text !== before, "the page to be turned");
  });
});

describe("a question that is edited", () => {
  const edit = (message: Record<string, unknown>, text: string): void => {
    server.updates.add({ edited_message: { ...message, text, edit_date: 1 } });
  };

  it("has its answer edited, and no second one", async () => {
    const asked = people.say(anna, "/ask متى عقدت القمة؟")["message"] as Record<string, unknown>;
    await sent(1);
    edit({ ...asked, entities: [{ type: "bot_command", offset: 0, length: 4 }] }, `/ask ${STURGEON}`);
    await server.until(() => last().text.includes("سمك الحفش"), "the new answer");
    await quiet();
    expect(server.sent).toHaveLength(1);
    const edits = server.made("editMessageText").length;
    // A link's preview, a reaction: Telegram sends an edit for those as well
    edit({ ...asked, entities: [{ type: "bot_command", offset: 0, length: 4 }] }, `/ask ${STURGEON}`);
    await quiet();
    expect(server.made("editMessageText")).toHaveLength(edits);
  });

  it("that was never asked of us, or in another life, is left alone", async () => {
    edit(people.message(anna, "before"), STURGEON);
    await quiet();
    expect(server.sent).toHaveLength(0);
  });
});
