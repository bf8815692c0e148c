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

/** Pings nobody, whatever the message says. Sent with every message and every edit, as an edit without it would ping. */
export const NO_MENTIONS: MessageMentionOptions = { parse: [], repliedUser: false };

/** Discord's own, without the version (https://discord.com/developers/docs/reference#http-api). */
const API = "https://discord.com/api";
/** ms. Longer rate limits are not waited out: the asker is gone by then, and requests would pile up. */
const MAX_RATE_LIMIT = 15_000;
/** ms. Start-up waits for the announced guilds; an outage of one must not delay questions from the others. */
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
    // Direct messages and thread messages come from channels that were never announced.
    // A question that is edited may have left the cache long ago.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: NO_MENTIONS,
    failIfNotExists: false,
    waitGuildTimeout: GUILDS_WITHIN,
    // The only message looked up later is the one that a reply refers to, and it arrives with the reply.
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
      // The transport retries; nonces and error 40060 keep a retry from sending twice
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
