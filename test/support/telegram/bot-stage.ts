import { afterEach, beforeEach, expect } from "vitest";
import type { TelegramOptions } from "../../../adapters/telegram/bot.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import { realAnswerer } from "../core.ts";
import { startBot } from "./bot.ts";
import type { Running } from "./echo.ts";
import { People, person } from "./people.ts";
import { TelegramServer } from "./server.ts";
import type { SentMessage } from "./server-state.ts";

/** A server for each test with the whole bot on it, and what people do and see there. */
export let server: TelegramServer;
export let people: People;
export let bot: Running;

export const STURGEON = "ماذا قال بوتين عن سمك الحفش؟";
export const anna = person(11, "en");
export const boris = person(12, "ru");

export function setBotStage(): void {
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
}

export async function restart(
  answerer: Answerer = realAnswerer(),
  options: Partial<TelegramOptions> = {},
): Promise<void> {
  await bot.connection.stop();
  bot = startBot(server, answerer, options);
}

export const sent = (count: number): Promise<void> =>
  server.until(() => server.sent.length >= count, `${count} messages of the bot's`);
export const quiet = (): Promise<void> =>
  server.until(() => server.updates.pending.length === 0, "everything to be handled");
export const last = (): SentMessage => server.sent.at(-1) as SentMessage;
export const buttons = (message = last()): { text: string; callback_data?: string }[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat();
export const labelled = (label: string): string =>
  buttons().find(({ text }) => text.includes(label))?.callback_data ?? `no button ${label}`;
export const entity = (type: string, message = last()): string | undefined => {
  const found = message.entities.find((e) => e.type === type);
  return found && message.text.slice(found.offset, found.offset + found.length);
};
export const toasts = (): unknown[] => server.made("answerCallbackQuery").map((call) => call.body["text"]);
export async function press(data: string, who = anna, message = last()): Promise<void> {
  people.press(who, structuredClone(message), data);
  await quiet();
}
