import { type Conversation, createConversation } from "../../../adapters/conversation/conversation.ts";
import { startBot } from "../../../adapters/discord/bot.ts";
import type { DiscordBot } from "../../../adapters/discord/lifecycle.ts";
import type { LimitSettings } from "../../../adapters/discord/rate-limit.ts";
import { QUOTED_WIDTH } from "../../../adapters/discord/render.ts";
import type { Meter } from "../../../adapters/service/metrics.ts";
import type { SharedState } from "../../../adapters/service/shared-state.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import { realAnswerer } from "../core.ts";
import { type Logbook, logbook } from "./memory-log.ts";
import { type People, people } from "./people.ts";
import { type LoopbackDiscord, startDiscord } from "./server.ts";

export interface Scene {
  readonly discord: LoopbackDiscord;
  readonly them: People;
  readonly book: Logbook;
  readonly bot: DiscordBot;
  /** The same Discord with another process of the bot in place of this one. */
  restart(circumstances?: Circumstances): Promise<Scene>;
  close(): Promise<void>;
}

export interface Circumstances {
  readonly answerer?: Answerer;
  readonly conversation?: (real: Conversation) => Conversation;
  readonly limits?: LimitSettings;
  readonly channels?: readonly string[];
  readonly publicUrl?: string;
  readonly meter?: Meter;
  readonly shared?: SharedState;
}

/** The real bot, on loopback, ready. */
export async function scene(circumstances: Circumstances = {}, on?: LoopbackDiscord): Promise<Scene> {
  const {
    answerer = realAnswerer(),
    limits = { questions: 1_000, seconds: 60 },
    channels = [],
  } = circumstances;
  const discord = on ?? (await startDiscord());
  const book = logbook();
  const real = createConversation({ answerer, width: QUOTED_WIDTH, publicUrl: circumstances.publicUrl });
  const bot = startBot({
    token: discord.world.token,
    apiUrl: discord.api,
    channels,
    limits,
    conversation: circumstances.conversation?.(real) ?? real,
    log: book.log,
    shared: circumstances.shared,
    ...(circumstances.meter && { meter: circumstances.meter }),
  });
  await bot.ready;
  return {
    discord,
    them: people(discord),
    book,
    bot,
    restart: async (other = circumstances) => {
      await bot.stop();
      return scene(other, discord);
    },
    close: async () => {
      await bot.stop();
      await discord.close();
    },
  };
}
