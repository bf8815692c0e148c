/** Discord, put together: from its settings to a bot that answers. */
import type { Logger } from "pino";
import type { Corpus } from "../../src/model/corpus.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { createClaims } from "../service/claims.ts";
import { type Meter, UNCOUNTED } from "../service/metrics.ts";
import { createScheduler, type Scheduler } from "../service/scheduler.ts";
import type { SharedState } from "../service/shared-state.ts";
import { answerQueue, type DiscordContext } from "./context.ts";
import { createInteractions } from "./interactions.ts";
import { type DiscordBot, startDiscord } from "./lifecycle.ts";
import { createMessages } from "./messages.ts";
import { createLimits, type LimitSettings } from "./rate-limit.ts";

export interface BotOptions {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly guildId?: string | undefined;
  /** Ids of the channels in which it may speak openly; all when there are none. */
  readonly channels: readonly string[];
  readonly limits: LimitSettings;
  /** State shared with the other shards and replicas: rate limits, and who answers what two processes of one shard both received. */
  readonly shared?: SharedState | undefined;
  /** Shared with the other surfaces. */
  readonly scheduler?: Scheduler | undefined;
  /** Made with `QUOTED_WIDTH`. */
  readonly conversation: Conversation;
  readonly log: Logger;
  readonly meter?: Meter;
}

/**
 * ms. If the answering process dies, another must take over while Discord still accepts a first response (3 s). Taking over from one that
 * was merely busy is harmless: Discord accepts one response to an interaction and one message per nonce. An interaction's token is valid
 * for 15 minutes.
 */
const CLAIMS = { lease: 1_500, look: 50, done: 15 * 60_000 };

/** The corpus's name, else its subject, in the language of its texts. */
function presenceOf({ documents, presentation }: Corpus): string | undefined {
  const own = presentation?.[documents[0]?.lang ?? "ar"] ?? presentation?.en;
  return own?.name ?? own?.subject;
}

export function startBot(options: BotOptions): DiscordBot {
  const {
    token,
    apiUrl,
    guildId,
    channels,
    limits,
    conversation,
    shared,
    scheduler = createScheduler(),
    log,
    meter = UNCOUNTED,
  } = options;
  // The part before the first point is the bot's id, which is no secret
  const name = `discord:${token.split(".")[0]}`;
  const claims = shared && createClaims({ name, ...shared, limits: CLAIMS });
  const desk: DiscordContext = {
    conversation,
    limits: createLimits(limits, shared?.redis),
    queue: answerQueue(scheduler, conversation),
    claims,
    channels: new Set(channels),
    log,
    meter,
  };
  const bot = startDiscord({
    token,
    apiUrl,
    guildId,
    log,
    meter,
    presence: presenceOf(conversation.answerer.corpus),
    handlers: { interaction: createInteractions(desk), ...createMessages(desk) },
  });
  const close = (): void => claims?.close();
  bot.ended.then(close, close);
  return bot;
}
