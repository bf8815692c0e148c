/** What the loopback Discord knows: one application, its messages, interactions and commands. No network here. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** What was answered; 0 when the connection was cut or left hanging. */
  readonly status: number;
  readonly code?: number;
  readonly at: number;
}

export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  readonly via: "interaction" | "channel" | "followup";
  readonly interactionId?: string;
  readonly authorId: string;
  /** The interaction's or message's own body, newest version. */
  body: JsonObject;
  readonly ephemeral: boolean;
  readonly repliesTo?: string;
  edits: number;
  deleted: boolean;
  /** Everyone whom any version of the message notified, as Discord reads `allowed_mentions`. */
  readonly pings: string[];
}

export interface PendingInteraction {
  readonly id: string;
  readonly token: string;
  readonly kind: "command" | "autocomplete" | "component";
  readonly channelId: string;
  readonly createdAt: number;
  /** The message whose button was pressed. */
  readonly messageId?: string;
  acknowledged: boolean;
  /** Callback type and data as they came. */
  response?: { readonly type: number; readonly data: JsonObject };
  replyId?: string;
  /** Milliseconds of the real clock from dispatch to the accepted callback. */
  latency?: number;
  readonly dispatchedAt: number;
}

export interface World {
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly calls: Call[];
  readonly messages: Map<string, StoredMessage>;
  readonly interactions: Map<string, PendingInteraction>;
  /** Keyed by guild id, `""` for the global ones. */
  readonly commands: Map<string, JsonObject[]>;
  /** Every body that one of the two judges refused, in words. */
  readonly violations: string[];
  /** Milliseconds; may be moved forward so that 3 s and 15 min pass without waiting. */
  now(): number;
  advance(ms: number): void;
  snowflake(): string;
}

const DISCORD_EPOCH = 1420070400000n;

export function createWorld(token: string): World {
  let ahead = 0;
  let counter = 0n;
  return {
    token,
    applicationId: "700000000000000001",
    botId: "700000000000000001",
    guildId: "700000000000000010",
    channelId: "700000000000000020",
    calls: [],
    messages: new Map(),
    interactions: new Map(),
    commands: new Map(),
    violations: [],
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
    snowflake: () => {
      counter += 1n;
      return String(((BigInt(Date.now()) - DISCORD_EPOCH) << 22n) + counter);
    },
  };
}
