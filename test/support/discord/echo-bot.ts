/** A bot of one word on the loopback Discord, for tests of what carries an answer and not of the answer. */
import { afterEach, beforeEach, expect } from "vitest";
import {
  type DiscordBot,
  type Handlers,
  startDiscord as startBot,
} from "../../../adapters/discord/lifecycle.ts";
import { createMetrics, type Metrics } from "../../../adapters/service/metrics.ts";
import { type Logbook, logbook } from "./memory-log.ts";
import { type People, people } from "./people.ts";
import { type LoopbackDiscord, startDiscord } from "./server.ts";
import { until } from "./until.ts";

export const PONG: Handlers = {
  interaction: async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply({ content: "pong" });
  },
  message: async (message) => {
    await message.reply({ content: "pong", nonce: message.id, enforceNonce: true });
  },
};

export interface Line {
  discord: LoopbackDiscord;
  them: People;
  book: Logbook;
  metrics: Metrics;
  bot: DiscordBot | undefined;
  start(handlers?: Handlers, token?: string): DiscordBot;
  /** It still answers: a command now, and its answer. */
  answers(): Promise<void>;
  answersAfterwards(): Promise<void>;
}

/** A new Discord for every test, in which nothing may be left unhandled. */
export function line(): Line {
  let unhandled: unknown[];
  const collect = (error: unknown): void => void unhandled.push(error);
  const here = {
    bot: undefined,
    start(handlers = PONG, token = "token.for.tests") {
      here.bot = startBot({
        token,
        apiUrl: here.discord.api,
        handlers,
        log: here.book.log,
        meter: here.metrics,
      });
      return here.bot;
    },
    async answers() {
      await here.them.answered(here.them.command("help"));
    },
    async answersAfterwards() {
      // A frame may have made it reconnect; an event of that moment comes with the resume.
      await until(() => here.discord.gateway.connected >= 1, "a connection");
      await here.answers();
    },
  } as Line;

  beforeEach(async () => {
    here.discord = await startDiscord();
    here.them = people(here.discord);
    here.book = logbook();
    here.metrics = createMetrics({ process: false });
    unhandled = [];
    // What would end the process, seen before the test runner's own listener makes it a failure without a name.
    process.on("unhandledRejection", collect);
    process.on("uncaughtException", collect);
  });

  afterEach(async () => {
    await here.bot?.stop();
    here.bot = undefined;
    await here.discord.close();
    process.off("unhandledRejection", collect);
    process.off("uncaughtException", collect);
    expect(unhandled).toEqual([]);
  });
  return here;
}
