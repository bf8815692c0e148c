/** `npm start`: the page, and whichever of Discord and Telegram have a token, until a signal or a fault that only a person can mend. */
import type { FastifyPluginAsync } from "fastify";
import type { Answerer } from "../src/model/answerer.ts";
import { lastWords, openLog, readSettings } from "./service/bootstrap.ts";
import type { Config } from "./service/config.ts";
import type { Log } from "./service/log.ts";
import { createMetrics, type Surface as MeteredSurface, type Metrics } from "./service/metrics.ts";
import { createScheduler, type Scheduler } from "./service/scheduler.ts";
import { openSharedState, type SharedState } from "./service/shared-state.ts";
import { onSignals } from "./service/signals.ts";
import { stopInOrder } from "./service/stop.ts";
import type { Surface } from "./service/surface.ts";
import { timedAnswerer } from "./service/timing.ts";
import { keepingUnanswered } from "./service/unanswered.ts";
import { openUnansweredLog } from "./service/unanswered-log.ts";

interface Parts {
  readonly config: Config;
  readonly answerer: Answerer;
  /** The answerer of a surface, which keeps what goes unanswered there, where that is wanted. */
  readonly kept: (surface: MeteredSurface) => Answerer;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly shared: SharedState | undefined;
  readonly scheduler: Scheduler;
}

/** A surface that is put together, and has not said a word to anybody yet. */
interface Prepared {
  readonly name: string;
  /** Where its platform delivers, for the web server. */
  readonly webhook?: FastifyPluginAsync | undefined;
  start(): Surface;
}

async function main(): Promise<void> {
  const running = new Map<string, Surface>();
  let reloadCorpus = (): void => {};
  const leaving = onSignals({
    reload: () => {
      reloadCorpus();
      for (const surface of running.values()) surface.reload?.();
    },
  });
  const { config } = readSettings();
  const log = openLog(config);
  const { openCorpus, warm } = await import("./service/open-corpus.ts");
  const metrics = createMetrics();
  say("Isnad", "is reading its sources…");
  const corpus = await openCorpus({
    folder: config.seedsDir,
    snapshot: config.indexSnapshot,
    log,
    meter: metrics,
  });
  reloadCorpus = () => void corpus.reload();
  const { answerer } = corpus;
  const shared = await openSharedState(config.redisUrl, log, metrics);
  const unanswered = config.unanswered && openUnansweredLog({ ...config.unanswered, log });
  const kept = (surface: MeteredSurface) =>
    unanswered ? keepingUnanswered(answerer, surface, unanswered) : answerer;
  const parts: Parts = {
    config,
    answerer,
    kept,
    log,
    metrics,
    shared,
    // One for all surfaces: whoever asks on one is not to wait for a crowd on another
    scheduler: createScheduler({ slots: corpus.slots }),
  };
  const platforms = [await prepareDiscord(parts), await prepareTelegram(parts)].filter(
    (one) => one !== undefined,
  );
  const start = (name: string, surface: Surface): void => {
    // Heard below; until then an end must not be taken for one that nobody cares about
    surface.ended.catch(() => {});
    running.set(name, surface);
  };
  let watch: { close(): Promise<void> } | undefined;
  try {
    // Before anything is sent to a platform: a port that is taken, and a second process on this token, are found out by now
    const web = await startWeb(parts, platforms, running);
    if (leaving.aborted) return;
    for (const { name, start: begin } of platforms) start(name, begin());
    say("page", web ? `on, ${web.address}` : "off (HTTP=on turns it on)");
    for (const [name, token] of [
      ["Discord", "DISCORD_TOKEN"],
      ["Telegram", "TELEGRAM_TOKEN"],
    ] as const)
      say(name, running.has(name) ? "on" : `off (${token} turns it on)`);
    // The page goes last: a platform may still deliver through it
    if (web) start("page", web.surface);
    const asked = new Promise<void>((resolve) => {
      leaving.addEventListener("abort", () => resolve());
      // A signal that came while everything was starting
      if (leaving.aborted) resolve();
    });
    const ended = Promise.race([asked, ...[...running.values()].map((surface) => surface.ended)]);
    await Promise.race([warm(answerer), ended]);
    // Now, so that nobody who is asking meanwhile waits for the threads to start
    void corpus.useThreads();
    watch = corpus.watch();
    await Promise.race([ended, terminalChat(parts, leaving, platforms.length === 0)]);
  } finally {
    void watch?.close();
    await stopInOrder([...running.values()], log);
    await shared?.redis.close();
  }
}

/** With no platform to talk on, whoever started it may talk here; and when they leave, nothing is left to run for but the page. */
async function terminalChat(
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

async function startWeb(
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

async function prepareDiscord({
  config,
  kept,
  log,
  metrics,
  shared,
  scheduler,
}: Parts): Promise<Prepared | undefined> {
  const { discord } = config;
  if (!discord) return undefined;
  const { sendGatewayThroughProxy } = await import("./discord/gateway-proxy.ts");
  sendGatewayThroughProxy(discord.apiUrl);
  const { runDiscord } = await import("./discord/run.ts");
  return {
    name: "Discord",
    start: () => {
      const bot = runDiscord({
        config: { ...config, discord },
        answerer: timedAnswerer(kept("discord"), "discord", metrics),
        log: log.child({ surface: "discord" }),
        meter: metrics,
        shared,
        scheduler,
      });
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

async function prepareTelegram({
  config,
  kept,
  log,
  metrics,
  shared,
  scheduler,
}: Parts): Promise<Prepared | undefined> {
  const { telegram } = config;
  if (!telegram) return undefined;
  const { telegramOf } = await import("./telegram/bot.ts");
  const { refusedToken } = await import("./telegram/errors.ts");
  const connection = telegramOf({
    config: { ...config, telegram },
    answerer: timedAnswerer(kept("telegram"), "telegram", metrics),
    log: log.child({ surface: "telegram" }),
    meter: metrics,
    shared,
    scheduler,
  });
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

function say(surface: string, state: string): void {
  process.stdout.write(`${surface.padEnd(10)}${state}\n`);
}

// Whoever read the first lines may have gone (`npm start | head`); that is no reason to end
process.stdout.on("error", () => {});
main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${lastWords(error)}\n`);
    process.exit(1);
  },
);
