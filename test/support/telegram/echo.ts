import pino from "pino";
import type { Telegraf } from "telegraf";
import type { ApiClient } from "../../../adapters/telegram/api-client.ts";
import {
  Connection,
  type ConnectionOptions,
  type LifecycleLimits,
} from "../../../adapters/telegram/lifecycle.ts";
import type { TelegramServer } from "./server.ts";

/** Short enough for a test, long enough for a busy machine. */
export const QUICK: LifecycleLimits = {
  calls: { deadline: 2_500, backoff: 20, patience: 12_000 },
  polls: { longPoll: 1, grace: 2_000, busy: [10, 40], hold: 60_000, backoff: [20, 200], deaf: 60_000 },
  drain: 3_000,
};

/** Gives up sooner what hangs; a call that is answered takes some milliseconds. */
export const IMPATIENT: LifecycleLimits = {
  ...QUICK,
  calls: { ...QUICK.calls, deadline: 1_000 },
  polls: { ...QUICK.polls, grace: 500 },
};

/** A log that can be read: one line an entry. */
export function readableLog(): { log: pino.Logger; lines: string[] } {
  const lines: string[] = [];
  return { log: pino({ level: "debug" }, { write: (line: string) => void lines.push(line) }), lines };
}

/** Answers every message with its text, and every inline query and button with nothing. */
function echo(bot: Telegraf, calls: ApiClient): undefined {
  bot.on("message", async (ctx) => {
    const text = "text" in ctx.message ? ctx.message.text : "?";
    if (text === "throw") throw new Error("a handler that throws");
    await calls.call("sendMessage", { chat_id: ctx.chat.id, text: `echo ${text}` });
  });
  bot.on("callback_query", async (ctx) => {
    await calls.call("answerCallbackQuery", { callback_query_id: ctx.callbackQuery.id });
  });
  bot.on("inline_query", async (ctx) => {
    await calls.call("answerInlineQuery", { inline_query_id: ctx.inlineQuery.id, results: [] });
  });
}

export interface Running {
  readonly connection: Connection;
  readonly lines: string[];
  readonly ended: ReturnType<Connection["run"]>;
}

export function connectEcho(server: TelegramServer, options: Partial<ConnectionOptions> = {}): Running {
  const { log, lines } = readableLog();
  const { limits, ...rest } = options;
  const connection = new Connection({
    token: server.token,
    apiRoot: server.url,
    log,
    attach: echo,
    limits: { ...QUICK, ...limits },
    ...rest,
  });
  return { connection, lines, ended: connection.run() };
}
