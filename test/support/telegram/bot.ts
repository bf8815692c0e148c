import { type Conversation, createConversation } from "../../../adapters/conversation/conversation.ts";
import { createTelegram, type TelegramOptions } from "../../../adapters/telegram/bot.ts";
import { QUOTE_WIDTH } from "../../../adapters/telegram/render.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import { realAnswerer } from "../core.ts";
import { QUICK, type Running, readableLog } from "./echo.ts";
import type { TelegramServer } from "./server.ts";

export const conversationOf = (answerer: Answerer, publicUrl?: string): Conversation =>
  createConversation({ answerer, publicUrl, width: QUOTE_WIDTH });

/** The bot as in production, against a server of the test's. */
export function startBot(
  server: TelegramServer,
  answerer: Answerer = realAnswerer(),
  options: Partial<TelegramOptions> = {},
): Running {
  const { log, lines } = readableLog();
  const { limits, ...rest } = options;
  const connection = createTelegram({
    token: server.token,
    apiRoot: server.url,
    conversation: conversationOf(answerer),
    log,
    limits: { ...QUICK, ...limits },
    ...rest,
  });
  return { connection, lines, ended: connection.run() };
}
