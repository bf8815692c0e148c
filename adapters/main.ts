/** `npm start`: the page, and whichever of Discord and Telegram have a token, until a signal or a fault that only a person can mend. */
import type { Answerer } from "../src/model.ts";
import { type Config, ConfigError, readConfig } from "./service/config.ts";
import { SeedsError } from "./service/corpus-files.ts";
import { loadEnvironment } from "./service/environment.ts";
import { createLog, type Log } from "./service/log.ts";
import { createMetrics, type Metrics } from "./service/metrics.ts";
import type { Surface } from "./service/surface.ts";
import { timedAnswerer } from "./service/timing.ts";

interface Parts {
  readonly config: Config;
  readonly answerer: Answerer;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** ms. A surface that has not stopped by then is left behind. */
const LONGEST_STOP = 20_000;

async function main(): Promise<void> {
  const environment = loadEnvironment();
  const config = readConfig(environment);
  const secrets = [config.discord?.token, config.telegram?.token, config.telegram?.webhook?.secret];
  const log = createLog(
    config.logLevel,
    secrets.filter((secret) => secret !== undefined),
  );
  const { openCorpus, warm } = await import("./service/open-corpus.ts");
  const metrics = createMetrics();
  const corpus = await openCorpus({ folder: config.seedsDir, log, meter: metrics });
  const { answerer } = corpus;
  const parts: Parts = { config, answerer, log, metrics };

  const surfaces: Surface[] = [];
  const leaving = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      // whoever asks twice does not want to wait
      if (leaving.signal.aborted) process.exit(1);
      leaving.abort();
    });
  // A terminal that is closed sends it too: then nobody is there any more to be served or to stop us.
  process.on("SIGHUP", () => {
    if (process.stdin.isTTY) return leaving.abort();
    void corpus.reload();
    for (const surface of surfaces) surface.reload?.();
  });

  const telegram = await startTelegram(parts);
  const discord = await startDiscord(parts);
  if (discord) surfaces.push(discord);
  if (telegram) surfaces.push(telegram.surface);
  const web = await startWeb(parts, surfaces, telegram?.webhook ? [telegram.webhook] : []);
  if (web) surfaces.push(web.surface);

  say("page", web ? `on, ${web.address}` : "off (HTTP=on turns it on)");
  say("Discord", discord ? "on" : "off (DISCORD_TOKEN turns it on)");
  say("Telegram", telegram ? "on" : "off (TELEGRAM_TOKEN turns it on)");

  await warm(answerer);
  const watch = corpus.watch();

  const stop = () => Promise.race([Promise.all(surfaces.map((s) => s.stop())), pause(LONGEST_STOP)]);
  const asked = new Promise<void>((resolve) => {
    leaving.signal.addEventListener("abort", () => resolve());
    // a signal that came while everything was starting
    if (leaving.signal.aborted) resolve();
  });
  try {
    await Promise.race([
      asked,
      terminalChat(parts, leaving.signal, !discord && !telegram),
      ...surfaces.map((s) => s.ended),
    ]);
  } finally {
    void watch.close();
    await stop();
  }
}

/** With no platform to talk on, whoever started it may talk here; and when they leave, nothing is left to run for but the page. */
async function terminalChat(
  { config, answerer, metrics }: Parts,
  signal: AbortSignal,
  alone: boolean,
): Promise<void> {
  const forever = new Promise<never>(() => {});
  if (!alone || !process.stdin.isTTY || !process.stdout.isTTY) return forever;
  const { openChat } = await import("./terminal/chat.ts");
  await openChat({
    answerer: timedAnswerer(answerer, "terminal", metrics),
    publicUrl: config.publicUrl,
    input: process.stdin,
    output: process.stdout,
    environment: process.env,
    bidi: config.terminalBidi,
    signal,
  });
}

async function startWeb(
  { config, answerer, log, metrics }: Parts,
  surfaces: readonly Surface[],
  plugins: readonly import("fastify").FastifyPluginAsync[],
) {
  if (!config.http) return undefined;
  const { createWebServer } = await import("./web/server.ts");
  const { listen } = await import("./web/lifecycle.ts");
  const probes = Object.fromEntries(surfaces.map((s) => [s.name.toLowerCase(), s.readiness]));
  const server = await createWebServer({
    answerer,
    log: log.child({ surface: "web" }),
    metrics,
    probes,
    plugins,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
  });
  const address = await listen(server, config.http);
  const surface: Surface = {
    name: "page",
    ended: new Promise(() => {}),
    readiness: () => ({ ready: true }),
    stop: () => server.close(),
  };
  return { surface, address };
}

async function startDiscord({ config, answerer, log, metrics }: Parts): Promise<Surface | undefined> {
  const { discord } = config;
  if (!discord) return undefined;
  const { runDiscord } = await import("./discord/run.ts");
  const bot = runDiscord({
    config: { ...config, discord },
    answerer: timedAnswerer(answerer, "discord", metrics),
    log: log.child({ surface: "discord" }),
    meter: metrics,
  });
  return {
    name: "Discord",
    ended: bot.ended,
    readiness: bot.readiness,
    stop: () => bot.stop(),
    reload: () => bot.reload?.(),
  };
}

async function startTelegram({ config, answerer, log, metrics }: Parts) {
  const { telegram } = config;
  if (!telegram) return undefined;
  const { telegramOf } = await import("./telegram/bot.ts");
  const connection = telegramOf({
    config: { ...config, telegram },
    answerer: timedAnswerer(answerer, "telegram", metrics),
    log: log.child({ surface: "telegram" }),
    meter: metrics,
  });
  const ended = connection.run().then((end) => {
    if (end.reason === "unauthorized")
      throw new ConfigError(
        `Telegram refuses the token (${end.says}): put the one that BotFather shows into TELEGRAM_TOKEN.`,
      );
  });
  const surface: Surface = {
    name: "Telegram",
    ended,
    readiness: () => connection.readiness,
    stop: () => connection.stop(),
  };
  return { surface, webhook: connection.webhook };
}

function say(surface: string, state: string): void {
  process.stdout.write(`${surface.padEnd(10)}${state}\n`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const plain =
      error instanceof ConfigError ||
      error instanceof SeedsError ||
      (error as Error).name === "CannotGoOn" ||
      (error as Error).name === "ListenError";
    process.stderr.write(`${plain ? (error as Error).message : (error as Error).stack}\n`);
    process.exit(1);
  },
);
