/** Discord, put together: from its settings to a bot that answers. */
import type { Logger } from "pino";
import type { Corpus } from "../../src/model.ts";
import type { Conversation } from "../conversation/conversation.ts";
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
  /** Where the limits are counted together with the other shards. */
  readonly shared?: SharedState | undefined;
  /** Shared with the other surfaces. */
  readonly scheduler?: Scheduler | undefined;
  /** Made with `QUOTED_WIDTH`. */
  readonly conversation: Conversation;
  readonly log: Logger;
  readonly meter?: Meter;
}

/** What the corpus is called, else what it is about, in the language of its texts. */
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
  const desk: DiscordContext = {
    conversation,
    limits: createLimits(limits, shared?.redis),
    queue: answerQueue(scheduler, conversation),
    channels: new Set(channels),
    log,
    meter,
  };
  return startDiscord({
    token,
    apiUrl,
    guildId,
    log,
    meter,
    presence: presenceOf(conversation.answerer.corpus),
    handlers: { interaction: createInteractions(desk), ...createMessages(desk) },
  });
}
