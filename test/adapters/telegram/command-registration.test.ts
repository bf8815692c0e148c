import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerCommands } from "../../../adapters/telegram/command-registration.ts";
import { LANGUAGES } from "../../../src/languages/codes.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { introduction } from "../../../src/strings/introduction.ts";
import { realAnswerer } from "../../support/core.ts";
import { connectEcho, type Running } from "../../support/telegram/echo.ts";
import { People, person } from "../../support/telegram/people.ts";
import { TelegramServer } from "../../support/telegram/server.ts";

/** Commands and two descriptions, by default and in each language. */
const EVERYTHING = 3 * (1 + LANGUAGES.length);

const { corpus } = realAnswerer();
let server: TelegramServer;
let running: Running[] = [];

const connect = (): void => {
  running.push(connectEcho(server, { registerCommands: (calls) => registerCommands(calls, corpus) }));
};
const changes = (): string[] => server.calls.map((call) => call.method).filter((name) => /^setMy/.test(name));
const asked = (): number => server.made("getMyShortDescription").length;

beforeEach(async () => {
  server = await TelegramServer.start();
});

afterEach(async () => {
  await Promise.all(running.map(({ connection }) => connection.stop()));
  running = [];
  await server.close();
  expect(server.complaints).toEqual([]);
});

describe("what the bot says about itself", () => {
  it("is set in every language, and not again when it is there", async () => {
    connect();
    const sets = 3 * (LANGUAGES.length + 1);
    await server.until(() => changes().length === sets, "everything to be set");
    for (const code of ["", ...LANGUAGES] as const) {
      const { command } = STRINGS[code || "en"];
      expect(server.state.texts.get(`commands/${code}`)).toEqual(
        (["ask", "verify", "leader", "sources", "help"] as const).map((name) => ({
          command: name,
          description: command[name],
        })),
      );
      expect(server.state.texts.get(`description/${code}`)).toBe(
        introduction(corpus, code || "en").description,
      );
      expect(server.state.texts.get(`short_description/${code}`)).toBe(command.short);
    }
    expect(server.calls.filter((call) => call.method.startsWith("setMy") && call.outcome !== "ok")).toEqual(
      [],
    );

    await running[0]?.connection.stop();
    connect();
    await server.until(() => asked() === 2 * (LANGUAGES.length + 1), "the second look");
    await running[1]?.connection.stop();
    expect(changes()).toHaveLength(sets);
  });

  it("is set again where somebody changed it, and only there", async () => {
    connect();
    await server.until(() => changes().length === EVERYTHING, "everything to be set");
    server.state.texts.set("description/ru", "something else");
    connect();
    await server.until(() => changes().length === EVERYTHING + 1, "the one change");
    expect(server.calls.findLast((call) => call.method.startsWith("set"))?.body["language_code"]).toBe("ru");
  });

  it("does not keep anybody waiting, nor end the bot, when Telegram refuses it", async () => {
    server.fail({ method: "getMyCommands", how: { code: 429, retryAfter: 1 }, times: 99 });
    server.fail({ method: "setMyDescription", how: { code: 400 }, times: 99 });
    connect();
    new People(server).say(person(11), "hello");
    await server.until(() => server.sent.length === 1, "an answer meanwhile");
  });
});
