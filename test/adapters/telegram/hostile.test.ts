import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STRINGS } from "../../../src/strings/all.ts";
import { startBot } from "../../support/telegram/bot.ts";
import type { Running } from "../../support/telegram/echo.ts";
import { People, person } from "../../support/telegram/people.ts";
import type { Json } from "../../support/telegram/rules.ts";
import { TelegramServer } from "../../support/telegram/server.ts";
import type { SentMessage } from "../../support/telegram/server-state.ts";

interface Row {
  readonly id: string;
  readonly platform: string;
  readonly channel: "command-option" | "dm" | "mention" | "inline-query" | "callback-data";
  readonly input: string;
  readonly event?: Json;
  readonly expect: string;
}

const FILE = fileURLToPath(new URL("../../../../shared/gold/hostile.jsonl", import.meta.url));
const given: readonly Row[] = existsSync(FILE)
  ? readFileSync(FILE, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line) as Row)
      .filter(({ platform }) => platform !== "discord")
  : [];
/** Some that are always there. */
const own: readonly Row[] = [
  {
    id: "own-1",
    platform: "both",
    channel: "dm",
    input: "@durov http://evil.example /start #x",
    expect: "nothing live",
  },
  {
    id: "own-2",
    platform: "both",
    channel: "command-option",
    input: "\u202e\u0000\u001b[31m\ud800",
    expect: "an answer",
  },
  { id: "own-3", platform: "both", channel: "inline-query", input: "__proto__", expect: "results" },
  { id: "own-4", platform: "both", channel: "callback-data", input: "__proto__", expect: "a toast" },
];
const rows = [...given, ...own].map((row) => [row.id, row.expect, row] as const);
const on = (...channels: Row["channel"][]) => rows.filter(([, , { channel }]) => channels.includes(channel));

const anna = person(11, "en");
let server: TelegramServer;
let people: People;
let bot: Running;

const quiet = (): Promise<void> =>
  server.until(() => server.updates.pending.length === 0, "everything to be handled");
const refused = (): string[] =>
  server.calls
    .filter(({ outcome }) => outcome !== "ok" && outcome !== "pending")
    .map(({ outcome }) => outcome);

beforeEach(async () => {
  server = await TelegramServer.start();
  people = new People(server);
  bot = startBot(server);
  await server.until(() => bot.connection.readiness.ready, "the connection");
});

/** Whatever came in: nothing was refused, nothing came alive, nothing steers a terminal or a reader, the bot lives. */
afterEach(async () => {
  people.say(person(99, "en"), "/help");
  await server.until(() => server.sent.some(({ chat }) => chat.id === 99), "the bot to be alive");
  await quiet();
  const refusals = refused();
  await bot.connection.stop();
  await server.close();
  expect(server.complaints).toEqual([]);
  expect(refusals.filter((why) => !/not modified|too old/.test(why))).toEqual([]);
  expect(server.sent.flatMap(({ live }) => live)).toEqual([]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about.
  expect(bot.lines.map((line) => line.trimEnd()).join("")).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the same.
  for (const { text } of server.sent) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
});

async function answersTo(...texts: string[]): Promise<readonly SentMessage[]> {
  for (const text of texts) people.say(anna, text);
  await server.until(() => server.sent.length === texts.length, "the answers");
  await quiet();
  expect(server.sent).toHaveLength(texts.length);
  return server.sent;
}

function quoteOf(message: SentMessage | undefined): string | undefined {
  const entity = message?.entities.find(({ type }) => type.endsWith("blockquote"));
  return entity && message?.text.slice(entity.offset, entity.offset + entity.length);
}

/** These are nothing but a name, written so as to be hard to see. */
const PUTIN = new Set(["hos-023", "hos-024", "hos-036"]);

describe("hostile words", () => {
  it.each(on("command-option"))("%s as a question and as a name: %s", async (id, _, { input }) => {
    const [, byName, plain] = await answersTo(`/ask ${input}`, `/leader ${input}`, "/leader بوتين");
    if (PUTIN.has(id)) expect(quoteOf(byName)).toBe(quoteOf(plain));
    expect(plain?.text).toContain("بوتين");
  });

  it.each(on("dm"))("%s in a private chat: %s", async (id, _, { input }) => {
    const [answer] = await answersTo(input);
    const hints = Object.values(STRINGS).map((strings) => strings.answer.empty);
    if (["hos-040", "hos-068"].includes(id)) expect(hints).toContain(answer?.text);
  });

  it.each(on("inline-query"))("%s in an inline query: %s", async (_, __, { input }) => {
    people.inline(anna, input);
    await quiet();
    const [call] = server.made("answerInlineQuery");
    expect(call?.outcome).toBe("ok");
    const results = (call?.body["results"] ?? []) as unknown[];
    expect(results.length).toBeLessThanOrEqual(10);
  });
});

describe("hostile events", () => {
  it.each(on("mention").filter(([, , { event }]) => event?.["chat_type"]))(
    "%s, said to another bot: %s",
    async (_, __, { input }) => {
      people.say(anna, input, { chat: people.group() });
      await quiet();
      expect(server.sent).toEqual([]);
    },
  );

  it.each(on("mention").filter(([, , { event }]) => event?.["author"]))(
    "%s: %s",
    async (_, __, { input }) => {
      const chat = people.group();
      people.say({ ...anna, is_bot: true }, `@this_bot ${input}`, { chat });
      people.say({ ...anna, id: 123456, is_bot: true }, `/ask@this_bot ${input}`, { chat });
      people.say({ ...anna, is_bot: true }, input);
      await quiet();
      expect(server.sent).toEqual([]);
    },
  );

  it.each(on("mention").filter(([, , { event }]) => event?.["edits"]))("%s: %s", async (_, __, { input }) => {
    const { message } = people.say(anna, input);
    for (let i = 0; i < 5; i++) server.updates.addRaw({ update_id: 6000 + i, edited_message: message });
    await quiet();
    expect(server.sent).toHaveLength(1);
  });

  it.each(on("callback-data"))(
    "%s pressed twice, delivered twice, and too late: %s",
    async (_, __, { input }) => {
      const gone = { chat: people.privateChat(anna), message_id: 7, date: 0 } as never;
      const update = people.press(anna, gone, input);
      server.updates.addRaw(update);
      people.press(anna, gone, input);
      await quiet();
      expect(server.made("answerCallbackQuery").map(({ outcome }) => outcome)).toEqual(["ok", "ok"]);
      people.press(anna, gone, input);
      server.state.openQueries.clear();
      await quiet();
      expect(server.made("editMessageText")).toEqual([]);
    },
  );
});
