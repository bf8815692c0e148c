import type { Logger } from "pino";
import type { Answerer } from "../../src/model/answerer.ts";
import { type Conversation, createConversation } from "../conversation/conversation.ts";
import type { Config } from "../service/config.ts";
import { type Meter, UNCOUNTED } from "../service/metrics.ts";
import { createScheduler, type Scheduler } from "../service/scheduler.ts";
import type { SharedState } from "../service/shared-state.ts";
import { registerCommands } from "./command-registration.ts";
import { addHandlers } from "./handlers.ts";
import { openJournal } from "./journal.ts";
import { Connection, type LifecycleLimits } from "./lifecycle.ts";
import { RateLimit } from "./rate-limit.ts";
import { createCurrentRender, QUOTE_WIDTH } from "./render.ts";
import { createReplicas } from "./replicas.ts";
import type { WebhookSettings } from "./webhook.ts";

export interface TelegramOptions {
  readonly token: string;
  /** A Bot API server of one's own. Default: Telegram's. */
  readonly apiRoot?: string | undefined;
  /** Public https address at which Telegram delivers, with the secret that it shows; without it we poll. */
  readonly webhook?: WebhookSettings | undefined;
  /** Answers that one person gets in a minute. */
  readonly answersPerMinute?: number | undefined;
  /** File in which ids of answered updates survive a crash; without it, updates answered ahead of a slow one may be answered twice. */
  readonly journal?: string | undefined;
  /** With `QUOTE_WIDTH` of `render.ts` as its width. */
  readonly conversation: Conversation;
  readonly log: Logger;
  readonly limits?: LifecycleLimits;
  readonly meter?: Meter | undefined;
  /** What the replicas hold in common; without it this process is the only one. */
  readonly shared?: SharedState | undefined;
  /** Shared with the other surfaces. */
  readonly scheduler?: Scheduler | undefined;
}

/**
 * The bot on Telegram. `run` it until `stop`; in webhook mode mount its `webhook` on the program's HTTP server first.
 */
export function createTelegram(given: TelegramOptions): Connection {
  const {
    conversation,
    log,
    journal,
    answersPerMinute,
    shared,
    scheduler = createScheduler(),
    meter = UNCOUNTED,
    ...options
  } = given;
  const render = createCurrentRender(() => conversation.answerer.corpus);
  const allowance = new RateLimit(answersPerMinute, shared?.redis);
  return new Connection({
    ...options,
    log,
    meter,
    journal: journal === undefined ? undefined : openJournal(journal),
    replicas: shared && createReplicas(shared, options.token),
    registerCommands: (calls) => registerCommands(calls, conversation.answerer.corpus),
    attach: (bot, calls, me) =>
      addHandlers(bot, { conversation, scheduler, render, allowance, calls, log, meter, me }),
  });
}

interface Parts {
  readonly config: Config & { readonly telegram: NonNullable<Config["telegram"]> };
  readonly answerer: Answerer;
  readonly log: Logger;
  readonly meter?: Meter | undefined;
  readonly shared?: SharedState | undefined;
  /** Shared with the other surfaces. */
  readonly scheduler?: Scheduler | undefined;
}

/** The bot as the settings want it. */
export function telegramOf({ config, answerer, log, meter, shared, scheduler }: Parts): Connection {
  const { telegram, publicUrl, translatorUrl, supportUrl, answersPerMinute } = config;
  const conversation = createConversation({
    answerer,
    publicUrl,
    translatorUrl,
    questionsKept: config.unanswered?.days,
    feedback: config.feedback,
    supportUrl,
    width: QUOTE_WIDTH,
  });
  return createTelegram({ ...telegram, answersPerMinute, conversation, log, meter, shared, scheduler });
}
