/** What the bot is talked to on, each put together from the same parts; what a surface alone needs is imported with it. */
import type { FastifyPluginAsync } from "fastify";
import type { Answerer } from "../src/model/answerer.ts";
import type { Config } from "./service/config.ts";
import type { Log } from "./service/log.ts";
import type { Surface as MeteredSurface, Metrics } from "./service/metrics.ts";
import type { Scheduler } from "./service/scheduler.ts";
import type { SharedState } from "./service/shared-state.ts";
import type { Surface } from "./service/surface.ts";
import { timedAnswerer } from "./service/timing.ts";

export interface Parts {
  readonly config: Config;
  /** The answerer of a surface, which keeps what goes unanswered there, where that is wanted. */
  readonly kept: (surface: MeteredSurface) => Answerer;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly shared: SharedState | undefined;
  readonly scheduler: Scheduler;
}

/** A surface that is ready to start and has not contacted its platform yet. */
export interface Prepared {
  readonly name: string;
  /** Where its platform delivers, for the web server. */
  readonly webhook?: FastifyPluginAsync | undefined;
  start(): Surface;
}

/** Without a chat platform, the terminal that started the program becomes a chat; when its user leaves, only the page is left. */
export async function terminalChat(
  { config, kept, metrics }: Parts,
  signal: AbortSignal,
  alone: boolean,
): Promise<void> {
  const forever = new Promise<never>(() => {});
  if (!alone || !process.stdin.isTTY || !process.stdout.isTTY) return forever;
  const { openChat } = await import("./terminal/chat.ts");
  await openChat({
    answerer: timedAnswerer(kept("terminal"), "terminal", metrics),
    publicUrl: config.publicUrl,
    translatorUrl: config.translatorUrl,
    questionsKept: config.unanswered?.days,
    input: process.stdin,
    output: process.stdout,
    environment: process.env,
    bidi: config.terminalBidi,
    signal,
    endsPage: config.http !== undefined,
  });
}

export async function startWeb(
  { config, kept, log, metrics, shared }: Parts,
  platforms: readonly Prepared[],
  running: ReadonlyMap<string, Surface>,
) {
  if (!config.http) return undefined;
  const { createWebServer } = await import("./web/server.ts");
  const { closeWebServer, listen } = await import("./web/lifecycle.ts");
  const probes = Object.fromEntries(
    platforms.map(({ name }) => [
      name.toLowerCase(),
      () => running.get(name)?.readiness() ?? { ready: false, reason: "it is starting" },
    ]),
  );
  const server = await createWebServer({
    answerer: kept("web"),
    log: log.child({ surface: "web" }),
    metrics,
    probes,
    plugins: platforms.flatMap(({ webhook }) => webhook ?? []),
    trustedProxies: config.http.trustedProxies,
    redis: shared?.redis,
    questionsKept: config.unanswered?.days,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    ...(config.translatorUrl === undefined ? {} : { translatorUrl: config.translatorUrl }),
  });
  const address = await listen(server, config.http);
  const surface: Surface = {
    name: "page",
    ended: new Promise(() => {}),
    readiness: () => ({ ready: true }),
    stop: () => closeWebServer(server),
  };
  return { surface, address };
}

/** What both of the chat platforms are made of. */
const partsOf = (surface: "discord" | "telegram", { kept, log, metrics, shared, scheduler }: Parts) => ({
  answerer: timedAnswerer(kept(surface), surface, metrics),
  log: log.child({ surface }),
  meter: metrics,
  shared,
  scheduler,
});

export async function prepareDiscord(parts: Parts): Promise<Prepared | undefined> {
  const { config, metrics } = parts;
  const { discord } = config;
  if (!discord) return undefined;
  const { sendGatewayThroughProxy } = await import("./discord/gateway-proxy.ts");
  sendGatewayThroughProxy(discord.apiUrl);
  const { runDiscord } = await import("./discord/run.ts");
  return {
    name: "Discord",
    start: () => {
      const bot = runDiscord({ config: { ...config, discord }, ...partsOf("discord", parts) });
      if (bot.metrics) metrics.include(bot.metrics);
      return {
        name: "Discord",
        ended: bot.ended,
        readiness: bot.readiness,
        stop: () => bot.stop(),
        reload: () => bot.reload?.(),
      };
    },
  };
}

export async function prepareTelegram(parts: Parts): Promise<Prepared | undefined> {
  const { config } = parts;
  const { telegram } = config;
  if (!telegram) return undefined;
  const { telegramOf } = await import("./telegram/bot.ts");
  const { refusedToken } = await import("./telegram/errors.ts");
  const connection = telegramOf({ config: { ...config, telegram }, ...partsOf("telegram", parts) });
  return {
    name: "Telegram",
    webhook: connection.webhook,
    start: () => ({
      name: "Telegram",
      ended: connection.run().then((end) => {
        if (end.reason === "unauthorized") throw refusedToken(end.says);
      }),
      readiness: () => connection.readiness,
      stop: () => connection.stop(),
    }),
  };
}
