import type { Logger } from "pino";
import type { Conversation } from "../conversation/conversation.ts";
import { Connection, type Limits } from "./connection.ts";
import { addHandlers } from "./handlers.ts";
import { introduce } from "./introduction.ts";
import { openJournal } from "./journal.ts";
import { createRender } from "./render.ts";

export interface TelegramOptions {
  readonly token: string;
  /** A Bot API server of one's own. Default: Telegram's. */
  readonly apiRoot?: string | undefined;
  /** Public https address for a webhook; without it we poll. */
  readonly webhookUrl?: string | undefined;
  /** File in which ids of answered updates outlive a crash; without it what was answered ahead of a slow one may come again. */
  readonly journal?: string | undefined;
  /** With `QUOTE_WIDTH` of `render.ts` as its width. */
  readonly conversation: Conversation;
  readonly log: Logger;
  readonly limits?: Limits;
}

/**
 * The bot on Telegram. `run` it until `stop`; in webhook mode mount its `webhook` on the program's HTTP server first.
 */
export function createTelegram({ conversation, log, journal, ...options }: TelegramOptions): Connection {
  const render = createRender(conversation.answerer.corpus);
  return new Connection({
    ...options,
    log,
    journal: journal === undefined ? undefined : openJournal(journal),
    introduce,
    attach: (bot, calls, me) => addHandlers(bot, { conversation, render, calls, log, me }),
  });
}
