import { describe, expect, it } from "vitest";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import {
  anna,
  boris,
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
import type { Fault } from "../../support/telegram/faults.ts";

setBotStage();

const { notice } = STRINGS.en;
const textsTo = (chat: number): string[] =>
  server.sent.filter((message) => message.chat.id === chat).map(({ text }) => text);

describe("an answer that is lost", () => {
  it.each<[string, Omit<Fault, "method">, string]>([
    ["a reset", { how: "reset" }, notice.mayBeLost],
    ["half an answer", { how: "half" }, notice.mayBeLost],
    ["a gateway's 502", { how: { code: 502 } }, notice.mayBeLost],
    ["500 again and again", { how: { code: 500 }, times: 5 }, notice.busy],
    ["a refusal of what it holds", { how: { code: 400, description: "Bad Request: what" } }, notice.failed],
  ])("by %s: the asker is told, and once", async (_, fault, word) => {
    people.privateChat(anna);
    server.fail({ method: "sendMessage", ...fault });
    people.say(anna, STURGEON);
    await sent(1);
    await quiet();
    expect(textsTo(anna.id)).toEqual([word]);
  });

  it("though it has arrived is not sent again", async () => {
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: "reset", accepted: true });
    people.say(anna, STURGEON);
    await sent(2);
    expect(textsTo(anna.id)[0]).toContain("سمك الحفش");
    expect(textsTo(anna.id)[1]).toBe(notice.mayBeLost);
  });

  it("because its turn would come too late is told of when there is room again", async () => {
    await restart(realAnswerer(), {
      answersPerMinute: 1_000,
      limits: { ...QUICK, calls: { ...QUICK.calls, patience: 1_500 }, pace: { chat: 0.4, burst: 1 } },
    });
    for (let i = 0; i < 3; i++) people.say(anna, "/help");
    await server.until(() => textsTo(anna.id).includes(notice.busy), "the word");
    expect(textsTo(anna.id).filter((text) => text === notice.busy)).toHaveLength(1);
  });

  it("because somebody blocked the bot is nobody's business any more", async () => {
    people.privateChat(anna);
    server.state.blocked.add(anna.id);
    people.say(anna, STURGEON);
    await quiet();
    people.say(boris, "/help");
    await sent(1);
    await new Promise((wake) => setTimeout(wake, 1_300));
    expect(server.made("sendMessage").filter(({ body }) => body["chat_id"] === anna.id)).toHaveLength(1);
    expect(last().chat.id).toBe(boris.id);
  });
});
