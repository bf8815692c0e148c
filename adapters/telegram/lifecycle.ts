import type { FastifyPluginAsync } from "fastify";
import type { Logger } from "pino";
import { Telegraf } from "telegraf";
import type { UserFromGetMe } from "telegraf/types";
import { z } from "zod";
import { delayAfter, pause, sleep } from "../service/backoff.ts";
import { loggable } from "../service/loggable.ts";
import { type Meter, UNCOUNTED } from "../service/metrics.ts";
import type { Readiness } from "../service/readiness.ts";
import { connectBy } from "./agent.ts";
import { type ApiClient, type CallLimits, createApiClient } from "./api-client.ts";
import { createDeliveryWatch, type DeliveryWatch } from "./delivery-watch.ts";
import { describe } from "./errors.ts";
import type { UpdateHooks } from "./handlers.ts";
import type { Journal } from "./journal.ts";
import { Polling, type PollLimits } from "./polling.ts";
import type { Replicas } from "./replicas.ts";
import { THROTTLER_LIMITS, Throttler, type ThrottlerLimits } from "./throttler.ts";
import { ALLOWED_UPDATES, type Update } from "./update.ts";
import { UpdateQueue, type UpdateQueueLimits } from "./update-queue.ts";
import { type WebhookSettings, webhookAddress, webhookPlugin } from "./webhook.ts";

export interface ConnectionOptions {
  readonly token: string;
  /** A Bot API server of one's own, or the one of a test. Default: Telegram's. */
  readonly apiRoot?: string | undefined;
  /** Public https address at which Telegram delivers, with the secret that it shows; without it we poll. */
  readonly webhook?: WebhookSettings | undefined;
  readonly log: Logger;
  /** Keeps what is answered over a crash; without it the memory is the process's. */
  readonly journal?: Journal | undefined;
  /** The other processes of this bot; without them it is the only one. */
  readonly replicas?: Replicas | undefined;
  /** What to do with the updates; called once, when it is known who we are. */
  readonly attach: (bot: Telegraf, calls: ApiClient, me: UserFromGetMe) => UpdateHooks | undefined;
  /** Called after the first connection, beside the updates: what the bot says about itself. */
  readonly registerCommands?: (calls: ApiClient) => Promise<void>;
  readonly limits?: LifecycleLimits;
  /** Default: nothing is counted. */
  readonly meter?: Meter | undefined;
}

/** All are optional; tests shorten them. */
export interface LifecycleLimits {
  readonly calls?: Partial<CallLimits>;
  readonly polls?: Partial<PollLimits>;
  readonly intake?: Partial<UpdateQueueLimits>;
  readonly pace?: Partial<ThrottlerLimits>;
  /** Milliseconds for which a webhook delivery waits for its update. */
  readonly webhookHold?: number;
  /** Milliseconds between two looks at whether Telegram still delivers to us. */
  readonly deliveryCheck?: number;
  /** Milliseconds within which stopping is over, whatever hangs. */
  readonly drain?: number;
}

const DRAIN = 8_000;

/** Share of the drain that is kept for the last confirmation. */
const LAST_WORD = 0.2;

/** ms between two tries to find out who we are. */
const RECONNECT = { first: 1_000, most: 30_000 };

const BotUser = z.looseObject({ id: z.int(), username: z.string() });

export type End = { readonly reason: "stopped" } | { readonly reason: "unauthorized"; readonly says: string };

/** telegraf with our own loop, calls and intake around it. Start it with `run`, mount `webhook` where there is one. */
export class Connection {
  /** For the program's HTTP server, in webhook mode. */
  readonly webhook: FastifyPluginAsync | undefined;
  readonly #options: ConnectionOptions;
  readonly #bot: Telegraf;
  readonly #calls: ApiClient;
  readonly #intake: UpdateQueue;
  readonly #polling: Polling | undefined;
  readonly #delivery: DeliveryWatch;
  readonly #stop = new AbortController();
  #hooks: UpdateHooks | undefined;
  #refused: string | undefined;
  #connected = false;
  #registered: Promise<void> | undefined;

  constructor(options: ConnectionOptions) {
    const { token, log, limits = {}, meter = UNCOUNTED } = options;
    this.#options = options;
    this.#bot = new Telegraf(token, {
      // The intake has a deadline of its own; telegraf's ends the process.
      handlerTimeout: Number.POSITIVE_INFINITY,
      telegram: {
        // A call made as the response to the delivery could not report failure, and would confirm the update before it is done.
        webhookReply: false,
        ...(options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot }),
      },
    });
    connectBy(this.#bot.telegram, options.apiRoot);
    this.#bot.catch((error, ctx) => {
      log.error({ update: ctx.update.update_id, error: describe(error) }, "a handler failed");
      meter.failed("telegram", loggable(error).error);
    });
    this.#calls = createApiClient({
      telegram: this.#bot.telegram,
      log,
      meter,
      pace: new Throttler({ ...THROTTLER_LIMITS, ...limits.pace }),
      onUnauthorized: ({ says }) => this.#refuse(says),
      ...(limits.calls ? { limits: limits.calls } : {}),
    });
    this.#intake = new UpdateQueue({
      log,
      journal: options.journal,
      handle: (update) => this.#handle(update),
      dropped: (update) => this.#hooks?.dropped(update),
      replaced: (update) => this.#hooks?.replaced(update),
      ...(limits.intake ? { limits: limits.intake } : {}),
    });
    this.#delivery = createDeliveryWatch({
      calls: this.#calls,
      log,
      url: options.webhook && webhookAddress(options.webhook.url).href,
      choose: () => this.#chooseDelivery(),
      ...(limits.deliveryCheck === undefined ? {} : { every: limits.deliveryCheck }),
    });
    if (options.webhook === undefined) {
      const polls = limits.polls ? { limits: limits.polls } : {};
      this.#polling = new Polling({
        calls: this.#calls,
        intake: this.#intake,
        lease: options.replicas?.polling,
        log,
        meter,
        ...polls,
        onConflict: () => this.#delivery.look(),
      });
    } else {
      this.webhook = webhookPlugin({
        path: webhookAddress(options.webhook.url).pathname,
        secret: options.webhook.secret,
        intake: this.#intake,
        log,
        ...(limits.webhookHold === undefined ? {} : { hold: limits.webhookHold }),
      });
    }
  }

  /** Connected, and not deaf. */
  get readiness(): Readiness {
    const mode = this.#polling ? "polling" : "webhook";
    if (!this.#connected) return { ready: false, reason: "not connected to Telegram yet", facts: { mode } };
    if (this.#polling?.standby) return { ready: true, facts: { mode: "standby" } };
    const silence = Math.round((this.#polling?.silence ?? 0) / 1000);
    const facts = this.#polling ? { mode, secondsSincePoll: silence } : { mode };
    if (this.#polling?.deaf)
      return { ready: false, reason: `no poll has been completed for ${silence} s`, facts };
    if (this.#polling?.conflict)
      return { ready: false, reason: "another program gets the updates of this token", facts };
    const reason = this.#polling ? undefined : this.#delivery.fault;
    return reason === undefined ? { ready: true, facts } : { ready: false, reason, facts };
  }

  /** Runs until `stop`, through every outage; ends by itself only when the token is refused. Never rejects. */
  async run(): Promise<End> {
    await this.#connect();
    if (!this.#stop.signal.aborted) {
      if (this.#polling) await this.#polling.run();
      else await this.#delivery.run(this.#stop.signal);
    }
    return this.#refused === undefined
      ? { reason: "stopped" }
      : { reason: "unauthorized", says: this.#refused };
  }

  /** No new updates; those at work are finished, as far as the time allows. */
  async stop(): Promise<void> {
    const within = this.#options.limits?.drain ?? DRAIN;
    const lastWord = within * LAST_WORD;
    this.#intake.close();
    this.#polling?.stop();
    this.#stop.abort();
    // What nobody waits for, such as the toast of a button, is waited for here
    await Promise.race([this.#intake.idle().then(() => this.#calls.idle()), pause(within - lastWord)]);
    await this.#polling?.confirm(lastWord);
    this.#intake.abandon();
    this.#calls.abort();
    await this.#registered;
    await this.#options.replicas?.close();
  }

  /** Handles the update once, whichever replica receives it; one that a stop cuts short is left to another replica. */
  async #handle(update: Update): Promise<void> {
    const { replicas } = this.#options;
    const work = async (): Promise<boolean> => {
      await this.#bot.handleUpdate(update as never);
      return !this.#intake.abandoned;
    };
    await (replicas ? replicas.updates.once(String(update.update_id), work) : work());
  }

  /** Asks who we are and says how updates shall come, again and again until both succeed. */
  async #connect(): Promise<void> {
    for (let failures = 0; !this.#stop.signal.aborted; failures++) {
      const answer = await this.#calls.call<unknown>("getMe", {});
      const me = BotUser.safeParse(answer.ok ? answer.result : undefined);
      const ready = me.success && (await this.#chooseDelivery());
      if (ready) return this.#ready(me.data as unknown as UserFromGetMe);
      await sleep(delayAfter(failures + 1, RECONNECT), this.#stop.signal);
    }
  }

  #ready(me: UserFromGetMe): void {
    const { attach, registerCommands, log } = this.#options;
    if (!this.#bot.botInfo) this.#hooks = attach(this.#bot, this.#calls, me);
    this.#bot.botInfo = me;
    if (!this.#stop.signal.aborted) this.#intake.open();
    this.#connected = true;
    log.info({ bot: me.username, mode: this.#polling ? "polling" : "webhook" }, "connected to Telegram");
    if (me.supports_inline_queries === false) {
      log.warn("inline mode is off: tell BotFather /setinline to let people search in any chat");
    }
    this.#registered = registerCommands?.(this.#calls).catch((error: unknown) => {
      log.warn({ error: describe(error) }, "could not register the commands");
    });
  }

  async #chooseDelivery(): Promise<boolean> {
    const { webhook } = this.#options;
    if (webhook === undefined) return (await this.#calls.call("deleteWebhook", {})).ok;
    const payload = {
      url: webhookAddress(webhook.url).href,
      secret_token: webhook.secret,
      allowed_updates: ALLOWED_UPDATES,
    };
    return (await this.#calls.call("setWebhook", payload)).ok;
  }

  #refuse(says: string): void {
    if (this.#refused === undefined) {
      this.#options.log.fatal({ says }, "Telegram refuses the token: ask BotFather for a new TELEGRAM_TOKEN");
    }
    this.#refused ??= says;
    this.#polling?.stop();
    this.#stop.abort();
  }
}
