import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STURGEON } from "../../support/telegram/bot-stage.ts";
import { People, person } from "../../support/telegram/people.ts";
import { TelegramServer } from "../../support/telegram/server.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let server: TelegramServer;
let program: ChildProcess;
let said = "";

function start(settings: Readonly<Record<string, string>>): void {
  said = "";
  program = spawn(process.execPath, ["adapters/launch.mjs", "main"], {
    cwd: ROOT,
    env: {
      PATH: process.env["PATH"],
      DISCORD_TOKEN: "",
      HTTP_PORT: "0",
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.url,
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [program.stdout, program.stderr]) stream?.on("data", (text) => (said += text));
}

beforeEach(async () => {
  server = await TelegramServer.start();
});

afterEach(async () => {
  if (program.exitCode === null && program.signalCode === null) {
    const gone = once(program, "exit");
    program.kill("SIGTERM");
    await gone;
  }
  await server.close();
  expect(program.exitCode).not.toBeNull();
  expect(said).not.toContain(server.token);
  expect(server.complaints).toEqual([]);
});

describe("npm start", () => {
  it("answers on Telegram by polling", async () => {
    start({ TELEGRAM_WEBHOOK_URL: "" });
    new People(server).say(person(11), STURGEON);
    await server.until(() => server.sent.length === 1, "an answer");
    expect(server.sent[0]?.text).toContain("سمك الحفش");
  });

  it("answers on Telegram by webhook, over the program's own web server", async () => {
    start({
      TELEGRAM_WEBHOOK_URL: "https://isnad.example/from/telegram",
      TELEGRAM_WEBHOOK_SECRET: "a_secret-of-32-letters_0123456789",
    });
    const address = (): string | undefined => /http:\/\/\S+:\d+/.exec(said)?.[0];
    await server.until(() => address() !== undefined && server.push.active, "the webhook");
    server.push.route(address() ?? "");
    new People(server).say(person(11), STURGEON);
    await server.until(() => server.sent.length === 1, "an answer");
    expect(server.sent[0]?.text).toContain("سمك الحفش");
    await server.until(() => server.updates.pending.length === 0, "the delivery to be answered");
  });

  it("ends on a signal that comes while it is starting", async () => {
    start({});
    await server.until(() => server.made("getMe").length > 0, "the first call");
    const gone = once(program, "exit");
    program.kill("SIGTERM");
    await gone;
    expect(program.exitCode).toBe(0);
  });

  it("says what to do when the token is refused, and ends", async () => {
    server.fail({ method: "getMe", how: { code: 401, description: "Unauthorized" } });
    start({});
    await once(program, "exit");
    expect(program.exitCode).toBe(1);
    expect(said).toContain("BotFather");
  });
});
