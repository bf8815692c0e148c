import { afterEach, beforeEach, expect } from "vitest";
import type { ConnectionOptions } from "../../../adapters/telegram/lifecycle.ts";
import { connectEcho, type Running } from "./echo.ts";
import { People, person } from "./people.ts";
import { TelegramServer } from "./server.ts";

/** A server for each test, and the bots that echo on it. */
export let server: TelegramServer;
export let people: People;
export const anna = person(11);
export const boris = person(12, "ru");
let running: Running[] = [];

export function setEchoStage(): void {
  beforeEach(async () => {
    server = await TelegramServer.start();
    people = new People(server);
  });

  afterEach(async () => {
    await Promise.all(running.map(({ connection }) => connection.stop()));
    running = [];
    await server.close();
    expect(server.complaints).toEqual([]);
  });
}

export function connect(options: Partial<ConnectionOptions> = {}): Running {
  const one = connectEcho(server, options);
  running.push(one);
  return one;
}

export const texts = (): string[] => server.sent.map((message) => message.text);
export const answered = (count: number): Promise<void> =>
  server.until(() => server.sent.length >= count, `${count} answers`);
/** Until a poll waits that confirms nothing any more. */
export const confirmed = (): Promise<void> =>
  server.until(
    () =>
      server.updates.pending.length === 0 && server.made("getUpdates").at(-1)?.body["offset"] === undefined,
    "a poll without offset",
  );
/** Long enough for a second answer to show, if one were on its way. */
export const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 300));
