/** Discord as the settings want it: one connection in this process, or a process for each shard. */
import { join } from "node:path";
import type { Logger } from "pino";
import type { Answerer } from "../../src/model/answerer.ts";
import { createConversation } from "../conversation/conversation.ts";
import type { Config } from "../service/config.ts";
import { type Meter, UNCOUNTED } from "../service/metrics.ts";
import { packageRoot } from "../service/package-root.ts";
import type { Scheduler } from "../service/scheduler.ts";
import type { SharedState } from "../service/shared-state.ts";
import { startBot } from "./bot.ts";
import type { DiscordBot } from "./lifecycle.ts";
import { QUOTED_WIDTH } from "./render.ts";
import { startShards } from "./shards.ts";

export interface Parts {
  readonly config: Config & { readonly discord: NonNullable<Config["discord"]> };
  readonly answerer: Answerer;
  readonly log: Logger;
  readonly meter?: Meter;
  readonly shared?: SharedState | undefined;
  readonly scheduler?: Scheduler | undefined;
}

/** For the process that everything else runs in. */
export function runDiscord(parts: Parts): DiscordBot {
  const { token, shards, shardIds, apiUrl } = parts.config.discord;
  if (shards === undefined) return runShard(parts);
  return startShards({
    file: join(packageRoot(), "adapters/launch.mjs"),
    shardArgs: ["shard"],
    token,
    count: shards,
    ids: shardIds,
    apiUrl,
    execArgv: process.execArgv,
    log: parts.log,
  });
}

/** One connection: the only one, or that of the shard that discord.js finds in the process's environment. */
export function runShard({ config, answerer, log, shared, scheduler, meter = UNCOUNTED }: Parts): DiscordBot {
  const { token, apiUrl, guildId, channels } = config.discord;
  return startBot({
    token,
    apiUrl,
    guildId,
    channels,
    limits: { questions: config.answersPerMinute, seconds: 60 },
    conversation: createConversation({
      answerer,
      width: QUOTED_WIDTH,
      publicUrl: config.publicUrl,
      translatorUrl: config.translatorUrl,
      questionsKept: config.unanswered?.days,
      feedback: config.feedback,
      supportUrl: config.supportUrl,
    }),
    shared,
    scheduler,
    log,
    meter,
  });
}
