import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeButton } from "../../../adapters/conversation/button.ts";
import { Allowance } from "../../../adapters/telegram/allowance.ts";
import { LANGUAGES, type Language } from "../../../src/model.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import type { SentMessage } from "../../support/telegram-bot-state.ts";
import { realAnswerer, startBot } from "../../support/telegram-core.ts";
import { QUICK, type Running } from "../../support/telegram-echo.ts";
import { People, person } from "../../support/telegram-people.ts";
import { TelegramServer } from "../../support/telegram-server.ts";

const STURGEON = "ماذا قال بوتين عن سمك الحفش؟";
const anna = person(11, "en");
const boris = person(12, "ru");
const answerer = realAnswerer();
const { corpus } = answerer;

let server: TelegramServer;
let people: People;
let bot: Running;

const sent = (count: number): Promise<void> =>
  server.until(() => server.sent.length >= count, `${count} messages of the bot's`);
const quiet = (): Promise<void> =>
  server.until(() => server.updates.pending.length === 0, "everything to be handled");
const last = (): SentMessage => server.sent.at(-1) as SentMessage;
const buttons = (message = last()): { text: string; callback_data?: string }[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat();
const labelled = (label: string): string =>
  buttons().find(({ text }) => text.includes(label))?.callback_data ?? `no button ${label}`;
const entity = (type: string, message = last()): string | undefined => {
  const found = message.entities.find((e) => e.type === type);
  return found && message.text.slice(found.offset, found.offset + found.length);
};
const toasts = (): unknown[] => server.made("answerCallbackQuery").map((call) => call.body["text"]);
async function press(data: string, who = anna, message = last()): Promise<void> {
  people.press(who, structuredClone(message), data);
  await quiet();
}

beforeEach(async () => {
  server = await TelegramServer.start();
  people = new People(server);
  bot = startBot(server);
});

afterEach(async () => {
  await bot.connection.stop();
  await server.close();
  expect(server.complaints).toEqual([]);
});

describe("in a private chat", () => {
  it("any text is a question, and the answer is a quote with its matches in bold and its citation below", async () => {
    people.say(anna, STURGEON);
    await sent(1);
    const answer = answerer.answer({ text: STURGEON });
    const quote = answer.kind === "quotes" ? answer.quotes[0] : undefined;
    expect(entity("blockquote")).toBe(quote?.text);
    expect(entity("bold")).toBe(
      corpus.documents.find(({ id }) => id === quote?.doc)?.text.slice(...(quote?.highlights[0] ?? [])),
    );
    const below = last().text.slice(last().text.indexOf(quote?.text ?? "?") + (quote?.text.length ?? 0));
    expect(below).toMatch(/^\n— .*الفقرة 4/);
    expect(last()["message_thread_id"]).toBeUndefined();
    const call = server.made("sendMessage")[0]?.body;
    expect(call).not.toHaveProperty("parse_mode");
    expect(call).toMatchObject({ link_preview_options: { is_disabled: true } });
  });

  it.each(LANGUAGES)("/start greets in the language of the person's app (%s)", async (lang: Language) => {
    people.say(person(20, lang), "/start");
    await sent(1);
    expect(last().text).toContain(STRINGS[lang].answer.help.bot);
  });

  it("speaks English to apps in a language that it does not speak, and Arabic where none is named", async () => {
    people.say(person(20, "de"), "/start");
    people.say({ id: 21, is_bot: false, first_name: "Nobody" }, "/start");
    await sent(2);
    const texts = [20, 21].map((id) => server.sent.find(({ chat }) => chat.id === id)?.text);
    expect(texts[0]).toContain(STRINGS.en.answer.help.bot);
    expect(texts[1]).toContain(STRINGS.ar.answer.help.bot);
  });

  it.each([
    ["/help", STRINGS.en.answer.help.bot],
    ["/sources", STRINGS.en.sources.title],
    ["/leader Raisi", "Ebrahim Raisi"],
    ["/leader", STRINGS.en.leader.choose],
    ["/ask", STRINGS.en.answer.empty],
    ["/ask Who is Raisi?", "Raisi"],
    ["/unknown", STRINGS.en.answer.help.bot],
  ])("%s", async (command, expected) => {
    people.say(anna, command);
    await sent(1);
    expect(last().text).toContain(expected);
  });

  it("opens what a link points to: a leader, a passage, a button's state", async () => {
    const passage = corpus.passages.find(({ kind }) => kind === "body");
    const leader = corpus.leaders.findIndex(({ id }) => id === "raisi");
    const state = { act: "leader", leader, tab: "mentions", about: [], at: 0, page: 0 } as const;
    const button = encodeButton({ lang: "ar", fingerprint: corpus.fingerprint, owner: 5n, press: state });
    people.say(anna, "/start leader-raisi");
    people.say(anna, `/start passage-${passage?.index}`);
    people.say(anna, `/start ${button}`);
    await sent(3);
    expect(server.sent[0]?.text).toContain("Ebrahim Raisi");
    expect(entity("blockquote", server.sent[1])).toBe(passage?.text);
    expect(server.sent[2]?.text).toContain("Ebrahim Raisi");
    // What a link opens belongs to who opened it.
    await press(buttons()[0]?.callback_data ?? "none");
    expect(toasts()).toEqual([undefined]);
  });

  it.each(["leader-nobody", "passage-99999999", "passage-x", "passage--1", "____", "A".repeat(64)])(
    "a link that leads nowhere (%s) gets help",
    async (payload) => {
      people.say(anna, `/start ${payload}`);
      await sent(1);
      expect(last().text).toContain(STRINGS.en.answer.help.bot);
    },
  );

  it("a link to another corpus says so", async () => {
    const press = { act: "sources", page: 0 } as const;
    const fingerprint = corpus.fingerprint ^ 1;
    people.say(anna, `/start ${encodeButton({ lang: "ar", fingerprint, owner: 0n, press })}`);
    await sent(1);
    expect(last().text).toContain(STRINGS.en.notice.outdated);
  });

  it("a sticker gets help, and what is none of our business gets nothing", async () => {
    people.say(anna, "", { more: { text: undefined, pinned_message: {} } });
    people.say(anna, "an inline answer", {
      more: { via_bot: { id: 123456, is_bot: true, first_name: "Isnad" } },
    });
    people.say({ ...anna, id: 50, is_bot: true }, STURGEON);
    people.say(anna, "", { more: { text: undefined, sticker: {} } });
    await sent(1);
    await quiet();
    expect(server.sent.map(({ text }) => text.includes(STRINGS.en.answer.help.bot))).toEqual([true]);
  });

  it("edits of a message that was answered change nothing", async () => {
    const { message } = people.say(anna, STURGEON);
    await sent(1);
    // Telegram would not even send these; a server of one's own might.
    server.updates.allow(["message", "edited_message"]);
    for (let i = 0; i < 5; i++) server.updates.add({ edited_message: message });
    people.say(anna, "/help");
    await sent(2);
    await quiet();
    expect(server.sent).toHaveLength(2);
  });
});

describe("in groups and topics", () => {
  it.each([
    ["/ask@this_bot", `/ask@this_bot ${STURGEON}`],
    ["a mention", `@this_bot ${STURGEON}`],
    ["a mention behind", `${STURGEON} @this_bot`],
  ])("answers %s as a reply to it", async (_, text) => {
    const chat = people.group();
    const { message } = people.say(anna, text, { chat });
    await sent(1);
    expect(entity("blockquote")).toContain("سمك الحفش");
    expect(last().reply_to_message?.["message_id"]).toBe((message as { message_id: number }).message_id);
  });

  it("understands a reply to its answer as a follow-up to the question that is in it", async () => {
    const chat = people.group();
    people.say(anna, `/ask ${STURGEON}`, { chat });
    await sent(1);
    people.say(boris, "وماذا عن رئيسي؟", { chat, replyTo: structuredClone(last()) });
    await sent(2);
    const expected = answerer.answer({ text: "وماذا عن رئيسي؟", earlier: STURGEON, locale: "ru" });
    expect(expected.kind === "quotes" || expected.kind === "closest").toBe(true);
    if (expected.kind === "quotes" || expected.kind === "closest") {
      expect(last().text).toContain(expected.quotes[0]?.text);
    }
  });

  it("keeps to the topic, and says nothing of topics where there are none", async () => {
    const forum = people.forum(-1002, [7]);
    people.say(anna, "/help", { chat: forum, thread: 7 });
    people.say(anna, "/help", { chat: forum });
    // A reply in a plain group carries a thread id, too, and it is no topic.
    people.say(anna, "/help", { chat: people.group(), more: { message_thread_id: 55 } });
    await sent(3);
    const threads = server.made("sendMessage").map((call) => call.body["message_thread_id"]);
    expect(threads).toEqual([7, undefined, undefined]);
  });

  it("gets over a topic that was closed, a message that was deleted, and being thrown out", async () => {
    const chat = people.group();
    server.fail({ method: "sendMessage", how: { code: 400, description: "Bad Request: TOPIC_CLOSED" } });
    server.fail({ method: "sendMessage", how: { code: 403, description: "Forbidden: bot was kicked" } });
    people.say(anna, "/help", { chat });
    people.say(anna, "/help", { chat });
    people.say(anna, "/help", { chat });
    server.state.messages.clear();
    await sent(1);
    await quiet();
    expect(server.made("sendMessage")).toHaveLength(3);
  });
});

describe("buttons", () => {
  beforeEach(async () => {
    people.say(anna, STURGEON);
    await sent(1);
  });

  it("turn to the next quote and back, with the matches in bold again", async () => {
    const before = structuredClone({ text: last().text, entities: last().entities });
    await press(labelled("التالي"));
    expect(last().text).not.toBe(before.text);
    expect(entity("bold")).toBeTruthy();
    await press(labelled("السابق"));
    expect({ text: last().text, entities: last().entities }).toEqual(before);
    expect(server.sent).toHaveLength(1);
    expect(toasts()).toEqual([undefined, undefined]);
  });

  it("show the paragraphs around it, and the way back", async () => {
    const quote = entity("blockquote");
    await press(labelled(STRINGS.ar.button.around));
    expect(last().entities.filter(({ type }) => type === "blockquote").length).toBeGreaterThan(1);
    expect(last().text).toContain(quote);
    await press(labelled(STRINGS.ar.button.back));
    expect(entity("blockquote")).toBe(quote);
  });

  it("choose among those whom a name fits", async () => {
    people.say(anna, "/leader بردي محمدوف");
    await sent(2);
    expect(buttons()).toHaveLength(2);
    await press(buttons()[1]?.callback_data ?? "none");
    expect(last().text).toContain("قربانقلي");
  });

  it("work after a restart, and in another replica", async () => {
    await bot.connection.stop();
    bot = startBot(server);
    const before = last().text;
    await press(labelled("التالي"));
    expect(last().text).not.toBe(before);
  });

  it("of somebody else's answer tell so, in the presser's language", async () => {
    const before = last().text;
    await press(labelled("التالي"), boris);
    expect(toasts()).toEqual([STRINGS.ru.notice.notYours]);
    expect(last().text).toBe(before);
  });

  it("of an outdated corpus tell so", async () => {
    const press1 = { act: "sources", page: 0 } as const;
    const fingerprint = corpus.fingerprint ^ 1;
    await press(encodeButton({ lang: "ar", fingerprint, owner: 11n, press: press1 }));
    expect(toasts()).toEqual([STRINGS.en.notice.outdated]);
  });

  it.each(["", "more:7f3a9c21:2", "\u0000", "____", "م".repeat(32), "z".repeat(64)])(
    "that are none of ours (%j) are answered",
    async (data) => {
      await press(data);
      expect(toasts()).toEqual([STRINGS.en.notice.unknownButton]);
    },
  );

  it("under a message that Telegram no longer shows us are answered", async () => {
    const { chat, message_id } = last();
    people.press(anna, { chat, message_id, date: 0 } as never, labelled("التالي"));
    people.press(anna, undefined as never, labelled("التالي"), { inline_message_id: "x" });
    await quiet();
    expect(toasts()).toEqual([STRINGS.en.notice.unknownButton, STRINGS.en.notice.unknownButton]);
  });

  it("pressed twice change the message once, and both presses are answered", async () => {
    const data = labelled("التالي");
    const shown = structuredClone(last());
    people.press(anna, shown, data);
    people.press(anna, shown, data);
    await quiet();
    expect(server.made("answerCallbackQuery").map(({ outcome }) => outcome)).toEqual(["ok", "ok"]);
    expect(server.made("editMessageText").map(({ outcome }) => outcome)).toEqual([
      "ok",
      expect.stringContaining("message is not modified"),
    ]);
    expect(bot.lines.join("")).not.toContain("not modified");
  });

  it("are answered in time also when the edit has to wait, and the edit when the answer is too late", async () => {
    server.fail({ method: "editMessageText", how: { code: 429, retryAfter: 1 } });
    const before = last().text;
    people.press(anna, structuredClone(last()), labelled("التالي"));
    await server.until(() => toasts().length === 1, "the answer");
    expect(last().text).toBe(before);
    await quiet();
    expect(last().text).not.toBe(before);
    people.press(anna, structuredClone(last()), labelled("التالي"));
    server.state.openQueries.clear();
    const second = last().text;
    await quiet();
    expect(last().text).not.toBe(second);
  });
});

describe("somebody who asks and asks", () => {
  it("is told once to slow down, each press and query is still answered, and nobody else is kept waiting", async () => {
    await bot.connection.stop();
    bot = startBot(server, answerer, { answersPerMinute: 2, limits: { pace: { chat: 1_000 } } });
    for (let i = 0; i < 5; i++) people.say(anna, "/help");
    people.say(boris, "/help");
    await sent(4);
    await quiet();
    const toAnna = server.sent.filter(({ chat }) => chat.id === anna.id).map(({ text }) => text);
    expect(toAnna).toHaveLength(3);
    expect(toAnna[2]).toMatch(/^Not so fast/);
    expect(server.sent.filter(({ chat }) => chat.id === boris.id)).toHaveLength(1);

    for (let i = 0; i < 11; i++) people.press(anna, structuredClone(last()), "nonsense");
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

  it("is served again after a minute", () => {
    let now = 0;
    const allowance = new Allowance(2, () => now);
    const take = () => allowance.take("answer", 1);
    expect([take(), take()]).toEqual([undefined, undefined]);
    now = 20_000;
    expect(take()).toEqual({ seconds: 40, first: true });
    expect(take()).toEqual({ seconds: 40, first: false });
    expect(allowance.take("answer", 2)).toBeUndefined();
    expect(allowance.take("press", 1)).toBeUndefined();
    now = 60_000;
    expect(take()).toBeUndefined();
  });
});

describe("nothing private", () => {
  it("is logged, whatever happens", async () => {
    const secret = "سرّي جدًا secretword";
    server.fail({ method: "sendMessage", how: { code: 400, description: "Bad Request" } });
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
    await bot.connection.stop();
    bot = startBot(server, { ...answerer, answer: broken, leader: broken }, { limits: QUICK });
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
