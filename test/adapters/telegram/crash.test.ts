import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openJournal } from "../../../adapters/telegram/journal.ts";
import { People, person } from "../../support/telegram/people.ts";
import { TelegramServer } from "../../support/telegram/server.ts";

const CHILD = fileURLToPath(new URL("../../support/telegram/echo-child.ts", import.meta.url));
const WEBHOOK_CHILD = fileURLToPath(new URL("../../support/telegram/load-child.ts", import.meta.url));
const anna = person(11);
const boris = person(12);

let server: TelegramServer;
let people: People;
let folder: string;
let children: ChildProcess[] = [];

function start(...more: string[]): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", CHILD, server.url, server.token, ...more], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  children.push(child);
  return child;
}

/** Where deliveries lead to from now on. */
async function startWebhook(): Promise<ChildProcess> {
  const child = fork(WEBHOOK_CHILD, [server.url, server.token, "webhook", "-", "stand-in"], {
    execArgv: ["--import", "tsx"],
  });
  children.push(child);
  const [origin] = (await once(child, "message")) as [string];
  server.push.route(origin);
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 500));
const answered = (): number[] => server.sent.map((message) => message.chat.id).sort();

beforeEach(async () => {
  server = await TelegramServer.start();
  people = new People(server);
  folder = mkdtempSync(join(tmpdir(), "isnad-telegram-"));
});

afterEach(async () => {
  await Promise.all(
    children
      .filter((child) => child.exitCode === null && child.signalCode === null)
      .map((child) => end(child, "SIGKILL")),
  );
  children = [];
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A process takes its time to start, and two of them on a busy machine take long. */
const PATIENT = { timeout: 180_000 };

describe("killed while an update is at work, and started again", PATIENT, () => {
  it("answers the update, once", async () => {
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: "hang" });
    const first = start();
    people.say(anna, "at work");
    await server.until(() => server.made("sendMessage").length === 1, "it to be at work");
    await end(first, "SIGKILL");
    start();
    await server.until(() => server.updates.pending.length === 0, "the confirmation");
    await settle();
    expect(answered()).toEqual([anna.id]);
  });

  it("answers nothing again that was answered ahead of it, when there is a journal", async () => {
    const journal = join(folder, "answered");
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: "hang", chat: anna.id });
    const first = start(journal);
    people.say(anna, "at work");
    people.say(boris, "answered before");
    await server.until(
      () => server.made("sendMessage").length === 2 && answered().length === 1,
      "both to be at work",
    );
    await settle();
    await end(first, "SIGKILL");
    expect(server.updates.pending).toHaveLength(2);
    start(journal);
    await server.until(() => server.updates.pending.length === 0, "the confirmation");
    await settle();
    expect(answered()).toEqual([anna.id, boris.id]);
  });

  it("answers the update, once, when it came by webhook", async () => {
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: "hang" });
    const first = await startWebhook();
    people.say(anna, "/help");
    await server.until(() => server.made("sendMessage").length === 1, "it to be at work");
    await end(first, "SIGKILL");
    await startWebhook();
    await server.until(() => server.updates.pending.length === 0, "a delivery that is answered");
    await settle();
    expect(answered()).toEqual([anna.id]);
  });

  it("ends by itself on SIGTERM", async () => {
    const child = start();
    await server.until(() => server.made("getUpdates").length > 0, "the first poll");
    await end(child, "SIGTERM");
    expect(child.exitCode).toBe(0);
  });
});

describe("the journal", () => {
  it("holds numbers only, forgets what is old, and gets over damage", () => {
    const path = join(folder, "answered");
    appendFileSync(path, `${"1\n".repeat(20_000)}7\n{}\n\u0000\n-3\n8`);
    const journal = openJournal(path);
    expect(journal.finished).toHaveLength(10_000);
    expect(journal.finished.slice(-2)).toEqual([7, 8]);
    journal.add(9);
    expect(openJournal(path).finished.at(-1)).toBe(9);
    expect(readFileSync(path, "utf8")).toMatch(/^[\d\n]+$/);
  });
});
