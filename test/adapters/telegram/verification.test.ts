import { describe, expect, it } from "vitest";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import {
  anna,
  boris,
  entity,
  last,
  people,
  quiet,
  restart,
  sent,
  server,
  setBotStage,
} from "../../support/telegram/bot-stage.ts";

const TRUE = "الجيش الروسي لا يضرب أهدافاً مدنية";
const BENT = "الجيش الروسي يضرب أهدافاً مدنية";
const { verdict } = STRINGS.ar.verification;

setBotStage();

describe("a quotation", () => {
  it("is checked by /verify, and its source is copied by a press", async () => {
    people.say(anna, `/verify ${TRUE}`);
    await sent(1);
    expect(last().text).toContain(verdict.exact);
    expect(entity("blockquote")).toContain(TRUE);
    const keyboard = JSON.stringify(server.made("sendMessage").at(-1)?.body["reply_markup"]);
    if (keyboard) expect(keyboard).toContain("copy_text");
  });

  it("has the words that differ underlined, and those of the source in bold", async () => {
    people.say(anna, "/verify بوتين: «لن نبدأ إنتاج الناقلات المشتركة مع أذربيجان»");
    await sent(1);
    expect(last().text).toContain(verdict.altered);
    expect(entity("underline")).toBe("لن");
    expect(entity("bold")).toBe("سنبدأ");
  });

  it("is checked when a question is after it", async () => {
    people.say(anna, `هل قال بوتين: «${BENT}»؟`);
    await sent(1);
    expect(last().text).toContain(verdict.altered);
  });

  it("is checked in inline search", async () => {
    people.inline(anna, `«${BENT}»`);
    await server.until(() => server.made("answerInlineQuery").length > 0, "the results");
    const results = server.made("answerInlineQuery").at(-1)?.body["results"] as { title: string }[];
    expect(results.map(({ title }) => title).join()).toBeTruthy();
    expect(JSON.stringify(results)).toContain(verdict.altered);
  });

  it("is taken from the message that /verify replies to, or the part of it that was chosen", async () => {
    const chat = people.group();
    const replyTo = people.message(boris, `قال بوتين: «${BENT}»`, { chat });
    people.say(anna, "/verify", { chat, replyTo });
    await sent(1);
    expect(last().text).toContain(verdict.altered);
    expect(entity("bold")).toBe("لا");
    const both = people.message(boris, `${BENT}. ${TRUE}`, { chat });
    people.say(anna, "/verify", { chat, replyTo: both, more: { quote: { text: TRUE, position: 35 } } });
    await sent(2);
    expect(last().text).toContain(verdict.exact);
  });

  it("that is asked for without one, in reply to nothing, is asked for", async () => {
    people.say(anna, "/verify");
    await sent(1);
    expect(entity("blockquote")).toBeUndefined();
  });

  it("counts as a question: whoever checks too often is told once to wait", async () => {
    await restart(realAnswerer(), { answersPerMinute: 2, limits: { pace: { chat: 1_000 } } });
    for (let i = 0; i < 5; i++) people.say(anna, `/verify ${TRUE}`);
    await sent(3);
    await quiet();
    expect(server.sent.map(({ text }) => text.includes(verdict.exact))).toEqual([true, true, false]);
    expect(last().text).toMatch(/^Not so fast/);
  });
});
