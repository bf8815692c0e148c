import { describe, expect, it } from "vitest";
import { encodeButton } from "../../../adapters/conversation/button-codec.ts";
import { LANGUAGES, type Language } from "../../../src/languages/codes.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import {
  anna,
  boris,
  buttons,
  entity,
  last,
  people,
  press,
  quiet,
  STURGEON,
  sent,
  server,
  setBotStage,
  toasts,
} from "../../support/telegram/bot-stage.ts";
import { person } from "../../support/telegram/people.ts";

const answerer = realAnswerer();
const { corpus } = answerer;

setBotStage();

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
    expect(below).toMatch(/^\n\u200f— .*الفقرة 4/);
    expect(last().message_thread_id).toBeUndefined();
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

  it("offers the people and sources that somebody names in a language that it does not speak", async () => {
    people.say(anna, "Was hat Putin über das Kaspische Meer gesagt?");
    await sent(1);
    const [person, source] = buttons();
    expect(person?.text).toBe("Vladimir Putin");
    await press(source?.callback_data ?? "none");
    await expect.poll(() => last().text).toContain("قزوين");
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
    const fragment = "ولماذا؟";
    people.say(boris, fragment, { chat, replyTo: structuredClone(last()) });
    await sent(2);
    const alone = answerer.answer({ text: fragment, locale: "ru" });
    const expected = answerer.answer({ text: fragment, earlier: STURGEON, locale: "ru" });
    expect(expected.kind).not.toBe(alone.kind);
    const [quote] = expected.kind === "quotes" || expected.kind === "closest" ? expected.quotes : [];
    expect(entity("blockquote")).toBe(quote?.text);
    // A reply to that answer goes on from both
    people.say(boris, "وكيف؟", { chat, replyTo: structuredClone(last()) });
    await sent(3);
    expect(last().text).toContain(`وكيف؟ · ${fragment} · ${STURGEON}`);
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
