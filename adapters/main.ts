/** `npm start`: the page, and whichever of Discord and Telegram have a token, until a signal or a fault that only a person can mend. */
import { lastWords, openLog, readSettings } from "./service/bootstrap.ts";
import { createMetrics, type Surface as MeteredSurface } from "./service/metrics.ts";
import { createScheduler } from "./service/scheduler.ts";
import { openSharedState } from "./service/shared-state.ts";
import { onSignals } from "./service/signals.ts";
import { stopInOrder } from "./service/stop.ts";
import type { Surface } from "./service/surface.ts";
import { keepingUnanswered } from "./service/unanswered.ts";
import { openUnansweredLog } from "./service/unanswered-log.ts";
import { type Parts, prepareDiscord, prepareTelegram, startWeb, terminalChat } from "./surfaces.ts";

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
    // Awaited below; until then a rejection must not count as unhandled
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

function say(surface: string, state: string): void {
  process.stdout.write(`${surface.padEnd(10)}${state}\n`);
}

// The reader of standard output may be gone (`npm start | head`); that is no reason to stop
process.stdout.on("error", () => {});
main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${lastWords(error)}\n`);
    process.exit(1);
  },
);
