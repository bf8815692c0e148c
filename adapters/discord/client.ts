/** The discord.js client as this bot needs it. */

import {
  ActivityType,
  Client,
  GatewayIntentBits,
  type MessageMentionOptions,
  Options,
  Partials,
  type RateLimitData,
} from "discord.js";
import { truncate } from "../../src/analysis/truncate.ts";
import { guardDispatch, SturdyShards } from "./gateway.ts";
import { createTransport, REQUEST_TIMEOUT } from "./transport.ts";

/** Pings nobody, whatever a message says. It is sent with every message and every edit: an edit without it pings. */
export const NO_MENTIONS: MessageMentionOptions = { parse: [], repliedUser: false };

/** Discord's own, without the version (https://discord.com/developers/docs/reference#http-api). */
const API = "https://discord.com/api";
/** ms. A longer ban is not waited for: the asker has gone, and what waits piles up. */
const MAX_RATE_LIMIT = 15_000;
/** ms. Everything waits for the guilds that were announced; an outage of one must not delay the others' questions. */
const GUILDS_WITHIN = 1_000;

export interface ClientSettings {
  /** REST root without the version, for a proxy or a server on loopback. */
  readonly apiUrl?: string | undefined;
  readonly report: (error: unknown) => void;
  /** Under the bot's name in the list of members. */
  readonly presence?: string | undefined;
}

/** Characters (reference, gateway-events#activity-object). */
const MAX_STATE = 128;

const activity = (text: string) => ({
  type: ActivityType.Custom,
  name: "custom",
  state: truncate(text, MAX_STATE),
});

export function createClient({ apiUrl, report, presence }: ClientSettings): Client {
  const client = new Client({
    // Mentions, replies that ping, direct messages and menus bring their text without the message content intent.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    ...(presence === undefined ? {} : { presence: { activities: [activity(presence)] } }),
    // Direct messages come from channels that were never announced; so do messages of threads.
    // A question that is edited may have left the cache long ago.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: NO_MENTIONS,
    failIfNotExists: false,
    waitGuildTimeout: GUILDS_WITHIN,
    // Nothing is looked up later but the message that a reply answers, which comes with the reply.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 10,
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
    }),
    rest: {
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
      timeout: REQUEST_TIMEOUT,
      // Tries are the transport's business; nonces and 40060 keep them from sending twice
      retries: 0,
      makeRequest: createTransport(apiUrl ?? API),
      rejectOnRateLimit: (limit: RateLimitData) =>
        Math.max(limit.retryAfter, limit.timeToReset) > MAX_RATE_LIMIT,
    },
    ws: { buildStrategy: (manager) => new SturdyShards(manager, report) },
  });
  guardDispatch(client, report);
  return client;
}
