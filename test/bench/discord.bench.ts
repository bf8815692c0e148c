/**
 * From event to callback, at 200 interactions a second on loopback, beside a bot that answers a constant: what is
 * between the two is what this bot does, and all else is discord.js, the loopback and the machine.
 */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { bench, describe } from "vitest";
import { createConversation } from "../../adapters/conversation/conversation.ts";
import { startBot } from "../../adapters/discord/bot.ts";
import { type DiscordBot, startDiscord as start } from "../../adapters/discord/lifecycle.ts";
import { QUOTED_WIDTH } from "../../adapters/discord/render.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import { realAnswerer } from "../support/core.ts";
import { people } from "../support/discord/people.ts";
import { type LoopbackDiscord, startDiscord } from "../support/discord/server.ts";
import type { PendingInteraction } from "../support/discord/server-state.ts";
import { until } from "../support/discord/until.ts";

/** Interactions a second, and for how many seconds. */
const RATE = 200;
const SECONDS = 5;
/** ms between the two bots' medians that this bot may take. */
const ALLOWED = 5;

const token = "token.for.tests";
const log = pino({ level: "silent" });

const constant = (discord: LoopbackDiscord): DiscordBot =>
  start({
    token,
    apiUrl: discord.api,
    log,
    handlers: {
      interaction: async (interaction) => {
        if (interaction.isRepliable()) await interaction.reply({ content: "pong" });
      },
      message: async () => {},
    },
  });

/** The real core; with `known` answers it has only to look them up, and what is left is the adapter. */
const isnad =
  (answerer: Answerer) =>
  (discord: LoopbackDiscord): DiscordBot =>
    startBot({
      token,
      apiUrl: discord.api,
      log,
      channels: [],
      limits: { questions: 1_000_000, seconds: 60 },
      conversation: createConversation({ answerer, width: QUOTED_WIDTH }),
    });

const questions = readFileSync(new URL("../questions/msa.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { question: string }).question);

function known(core: Answerer): Answerer {
  const answers = new Map(questions.map((text) => [text, core.answer({ text })]));
  return { ...core, answer: (question) => answers.get(question.text) ?? core.answer(question) };
}

interface Figures {
  readonly sent: number;
  readonly lost: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

async function load(begin: (discord: LoopbackDiscord) => DiscordBot): Promise<Figures> {
  const discord = await startDiscord({ token, judged: false });
  const them = people(discord);
  const bot = begin(discord);
  await bot.ready;
  const ask = (n: number): PendingInteraction =>
    them.command("ask", { question: questions[n % questions.length] ?? "" });
  // The first few pay for compiling, connecting and filling caches.
  for (let n = 0; n < 50; n += 1) await them.answered(ask(n));
  const pending: PendingInteraction[] = [];
  const began = performance.now();
  // Sent when they are due, whether or not the earlier ones are answered: people do not wait for each other.
  while (pending.length < RATE * SECONDS) {
    const due = Math.min(RATE * SECONDS, Math.floor(((performance.now() - began) / 1_000) * RATE));
    while (pending.length < due) pending.push(ask(pending.length));
    await sleep(1);
  }
  await until(() => pending.every(({ response }) => response !== undefined), "every answer", 10_000).catch(
    () => {},
  );
  await bot.stop();
  await discord.close();
  const times = pending
    .flatMap(({ latency }) => (latency === undefined ? [] : [latency]))
    .sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    sent: pending.length,
    lost: pending.length - times.length,
    p50: at(0.5),
    p99: at(0.99),
    longest: at(1),
  };
}

const row = (name: string, { sent, lost, p50, p99, longest }: Figures): string =>
  `${name.padEnd(14)} sent ${sent}  lost ${lost}  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  longest ${longest.toFixed(1)} ms`;

describe("Discord", () => {
  bench(
    `${RATE} interactions a second, from event to callback`,
    async () => {
      const core = realAnswerer();
      const bare = await load(constant);
      const adapter = await load(isnad(known(core)));
      const whole = await load(isnad(core));
      const between = adapter.p50 - bare.p50;
      process.stdout.write(
        `\nDiscord, ${RATE} interactions/s for ${SECONDS} s, event to callback on loopback\n` +
          `${row("a constant", bare)}\n${row("the adapter", adapter)}\n${row("with the core", whole)}\n` +
          `between the first two medians: ${between.toFixed(1)} ms (allowed: ${ALLOWED})\n`,
      );
      // Not thrown: the runner would not report what a bench throws, and would wait for ever.
      if (adapter.lost > 0 || between > ALLOWED) process.exitCode = 1;
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
  );
});
