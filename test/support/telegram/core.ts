import { fileURLToPath } from "node:url";
import { type Conversation, createConversation } from "../../../adapters/conversation/conversation.ts";
import { readSeeds } from "../../../adapters/service/corpus-files.ts";
import { createTelegram, type TelegramOptions } from "../../../adapters/telegram/bot.ts";
import { QUOTE_WIDTH } from "../../../adapters/telegram/render.ts";
import { createAnswerer } from "../../../src/answerer.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import { QUICK, type Running, readableLog } from "./echo.ts";
import type { TelegramServer } from "./server.ts";

let built: Answerer | undefined;

/** The core as it is served, over the corpus as it is served; built once a file. */
export function realAnswerer(): Answerer {
  built ??= createAnswerer({ seeds: readSeeds(fileURLToPath(new URL("../../../seeds", import.meta.url))) });
  return built;
}

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
