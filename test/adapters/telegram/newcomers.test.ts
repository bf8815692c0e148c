/** Groups that the bot is added to, examples to press, words that are copied or chosen out of a message. */
import { describe, expect, it } from "vitest";
import { createRender } from "../../../adapters/telegram/render.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { introduction } from "../../../src/strings/introduction.ts";
import { realAnswerer } from "../../support/core.ts";
import { conversationOf } from "../../support/telegram/bot.ts";
import {
  anna,
  labelled,
  last,
  people,
  press,
  quiet,
  STURGEON,
  sent,
  server,
  setBotStage,
} from "../../support/telegram/bot-stage.ts";
import { BOT } from "../../support/telegram/people.ts";
import { checkKeyboard } from "../../support/telegram/rules.ts";

const answerer = realAnswerer();
setBotStage();

const membership = (before: string, now: string, chat = people.group()) =>
  server.updates.add({
    my_chat_member: {
      chat,
      from: anna,
      date: 1,
      old_chat_member: { status: before, user: BOT },
      new_chat_member: { status: now, user: BOT },
    },
  });

describe("a group that the bot is added to", () => {
  it.each([
    ["left", "member", true],
    ["kicked", "administrator", true],
    ["member", "administrator", false],
    ["member", "left", false],
    ["member", "kicked", false],
  ])("is told how to ask there: from %s to %s, %s", async (before, now, told) => {
    membership(before, now);
    await quiet();
    if (told) await sent(1);
    expect(server.sent.map(({ text }) => text)).toEqual(
      told ? [STRINGS.en.command.inGroup(BOT.username)] : [],
    );
  });

  it("is no private chat and no channel", async () => {
    membership("left", "member", people.privateChat(anna));
    membership("left", "administrator", { id: -1009, type: "channel", title: "A channel" });
    await quiet();
    expect(server.sent).toEqual([]);
  });
});

describe("buttons", () => {
  it("of examples ask them", async () => {
    people.say(anna, "/help");
    await sent(1);
    const { examples } = introduction(answerer.corpus, "en");
    await press(labelled(examples[1] as string));
    expect(last().text).toContain(examples[1]);
    expect(last().entities.some(({ type }) => type === "blockquote")).toBe(true);
  });

  it("copy the words that answer with their citation, and open the source where it has a public address", async () => {
    const render = createRender(answerer.corpus);
    const keysAt = (publicUrl: string | undefined) =>
      render(
        conversationOf(answerer, publicUrl).ask({ text: STURGEON }).card,
        1,
      ).keyboard?.inline_keyboard.flat() ?? [];
    const keys = keysAt("https://isnad.example");
    checkKeyboard({ inline_keyboard: [keys] });
    const copy = keys.flatMap((key) => ("copy_text" in key ? [key.copy_text.text] : []))[0] ?? "";
    const answer = answerer.answer({ text: STURGEON });
    const quote = answer.kind === "quotes" ? answer.quotes[0] : undefined;
    const [, words = ""] = /^«…?([^…»]+)/.exec(copy) ?? [];
    expect(words.length).toBeGreaterThan(20);
    expect(quote?.text).toContain(words);
    const link = keys.flatMap((key) => ("url" in key ? [key.url] : []))[0] ?? "";
    expect(link).toMatch(/^https:\/\/isnad\.example\/sources\//);
    expect(copy.includes(link) || copy.includes("الفقرة 4")).toBe(true);
    // Telegram refuses a message with a button to an address that is none of the public's
    expect(keysAt("http://127.0.0.1:3000").some((key) => "url" in key)).toBe(false);
  });
});

describe("words chosen out of a message", () => {
  const aboutSturgeon = "ماذا قال بوتين";

  it("are the question where nothing else is said", async () => {
    const group = people.group();
    const before = people.message(anna, `${STURGEON} وشيء آخر`, { chat: group });
    people.say(anna, `@${BOT.username}`, {
      chat: group,
      replyTo: before as never,
      more: { quote: { text: STURGEON, position: 0 } },
    });
    await sent(1);
    expect(last().text).toContain(`السؤال: ${STURGEON}\n`);
  });

  it("are what a question is about that leans on something", async () => {
    const before = people.message(anna, "شيء آخر", {});
    people.say(anna, "ولماذا؟", {
      replyTo: before as never,
      more: { quote: { text: STURGEON, position: 0 } },
    });
    await sent(1);
    const asked = answerer.answer({ text: "ولماذا؟", earlier: STURGEON });
    expect("follows" in asked && asked.follows).toBe(STURGEON);
    expect(last().text).toContain(aboutSturgeon);
  });
});
