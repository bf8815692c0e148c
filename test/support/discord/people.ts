/** People on the loopback Discord: they type commands, mention, reply and press, and see what comes of it. */
import { wire } from "./rest-messages.ts";
import type { LoopbackDiscord } from "./server.ts";
import type { JsonObject, PendingInteraction, StoredMessage } from "./server-state.ts";
import { until } from "./until.ts";

export interface Person {
  readonly id: string;
  readonly locale: string;
}

export const ALICE: Person = { id: "800000000000000001", locale: "en-US" };
export const BORIS: Person = { id: "800000000000000002", locale: "ru" };

const ROBOT: Person = { id: "800000000000000009", locale: "en-US" };

export type Place = "guild" | "dm" | "thread" | "elsewhere" | "abroad";

const PLACES = {
  guild: { type: 0, id: "700000000000000020" },
  /** A channel of the same server that is not in an allow-list of `guild`. */
  elsewhere: { type: 0, id: "700000000000000021" },
  /** A server that has not added the bot: a person has, for themselves. */
  abroad: { type: 0, id: "700000000000000040" },
  thread: { type: 11, id: "700000000000000022" },
  dm: { type: 1, id: "700000000000000030" },
} as const;

export interface Circumstances {
  readonly by?: Person;
  readonly at?: Place;
}

export interface Said extends Circumstances {
  readonly replyTo?: StoredMessage;
  /** Without it a reply does not notify, and its text is not shown to a bot without the privileged intent. */
  readonly ping?: boolean;
  readonly bot?: boolean;
  readonly webhook?: boolean;
  /** Laid over the event as it is sent. */
  readonly event?: JsonObject;
}

export function people(discord: LoopbackDiscord) {
  const { world, gateway } = discord;

  const user = (person: Person, bot = false): JsonObject => ({
    id: person.id,
    username: `user${person.id.slice(-3)}`,
    discriminator: "0",
    avatar: null,
    bot,
    global_name: null,
  });

  /** The event of an interaction, and the promise of what is answered. */
  function interact(
    kind: PendingInteraction["kind"],
    type: number,
    data: JsonObject,
    { by = ALICE, at = "guild" }: Circumstances,
    more: JsonObject = {},
  ): PendingInteraction {
    const id = world.snowflake();
    const place = PLACES[at];
    const member = { user: user(by), roles: [], joined_at: "2020-01-01T00:00:00Z", deaf: false, mute: false };
    const pressed = (more["message"] as JsonObject | undefined)?.["id"];
    const pending: PendingInteraction = {
      id,
      token: `interaction.${id}`,
      kind,
      channelId: place.id,
      createdAt: world.now(),
      dispatchedAt: performance.now(),
      acknowledged: false,
      ...(typeof pressed === "string" ? { messageId: pressed } : {}),
    };
    world.interactions.set(pending.token, pending);
    gateway.dispatch("INTERACTION_CREATE", {
      id,
      token: pending.token,
      application_id: world.applicationId,
      version: 1,
      type,
      data,
      channel_id: place.id,
      channel: { id: place.id, type: place.type },
      locale: by.locale,
      app_permissions: "0",
      entitlements: [],
      authorizing_integration_owners: at === "abroad" ? { "1": by.id } : { "0": world.guildId },
      context: at === "dm" ? 1 : 0,
      attachment_size_limit: 1,
      ...(at === "dm"
        ? { user: user(by) }
        : {
            guild_id: at === "abroad" ? "700000000000000099" : world.guildId,
            guild_locale: "en-US",
            member: { ...member, permissions: "0" },
          }),
      ...more,
    });
    return pending;
  }

  const options = (given: JsonObject, focused?: string): JsonObject[] =>
    Object.entries(given).map(([name, value]) => ({
      name,
      value,
      type: typeof value === "boolean" ? 5 : typeof value === "number" ? 4 : 3,
      ...(name === focused ? { focused: true } : {}),
    }));

  return {
    command: (name: string, given: JsonObject = {}, circumstances: Circumstances = {}) =>
      interact("command", 2, { id: "1", name, type: 1, options: options(given) }, circumstances),

    complete: (name: string, focused: string, given: JsonObject, circumstances: Circumstances = {}) =>
      interact(
        "autocomplete",
        4,
        { id: "1", name, type: 1, options: options(given, focused) },
        circumstances,
      ),

    menu: (name: string, content: string, circumstances: Circumstances = {}) => {
      const id = world.snowflake();
      const target = {
        id,
        channel_id: PLACES[circumstances.at ?? "guild"].id,
        author: user(BORIS),
        content,
        timestamp: new Date(world.now()).toISOString(),
        edited_timestamp: null,
        attachments: [],
        embeds: [],
        mentions: [],
        mention_roles: [],
        mention_everyone: false,
        pinned: false,
        tts: false,
        type: 0,
      };
      const data = { id: "1", name, type: 3, target_id: id, resolved: { messages: { [id]: target } } };
      return interact("command", 2, data, circumstances);
    },

    press: (message: StoredMessage, customId: string, circumstances: Circumstances = {}) =>
      interact("component", 3, { component_type: 2, custom_id: customId }, circumstances, {
        message: wire(world, message),
      }),

    select: (message: StoredMessage, customId: string, values: string[], circumstances: Circumstances = {}) =>
      interact("component", 3, { component_type: 3, custom_id: customId, values }, circumstances, {
        message: wire(world, message),
      }),

    /** Says something where the bot can hear it; returns the id of the message. */
    say(
      text: string,
      { by = ALICE, at = "guild", replyTo, ping = true, bot, webhook, event }: Said = {},
    ): string {
      const place = PLACES[at];
      const id = world.snowflake();
      const mentionsBot =
        new RegExp(`<@!?${world.botId}>`).test(text) ||
        (replyTo !== undefined && ping && replyTo.authorId === world.botId);
      // What Discord shows to an application without the message content intent.
      const content = at === "dm" || mentionsBot ? text : "";
      world.messages.set(id, {
        id,
        channelId: place.id,
        via: "channel",
        authorId: by.id,
        body: { content: text },
        ephemeral: false,
        edits: 0,
        deleted: false,
        pings: [],
      });
      gateway.dispatch("MESSAGE_CREATE", {
        id,
        channel_id: place.id,
        channel_type: place.type,
        ...(at === "dm" ? {} : { guild_id: world.guildId }),
        // Nobody is a person now and a bot later.
        author: bot === true ? user(ROBOT, true) : user(by),
        content,
        timestamp: new Date(world.now()).toISOString(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: mentionsBot ? [{ ...user({ id: world.botId, locale: "" }, true) }] : [],
        mention_roles: [],
        attachments: [],
        embeds: [],
        pinned: false,
        type: replyTo === undefined ? 0 : 19,
        ...(webhook === true ? { webhook_id: "9" } : {}),
        ...(replyTo === undefined
          ? {}
          : {
              message_reference: { message_id: replyTo.id, channel_id: place.id, guild_id: world.guildId },
              referenced_message: wire(world, replyTo),
            }),
        ...event,
      });
      return id;
    },

    edit(id: string, content: string): void {
      const message = world.messages.get(id);
      gateway.dispatch("MESSAGE_UPDATE", {
        ...(message === undefined ? { id } : wire(world, message)),
        guild_id: world.guildId,
        content,
        edited_timestamp: new Date(world.now()).toISOString(),
        mentions: [{ ...user({ id: world.botId, locale: "" }, true) }],
      });
    },

    /** Waits for the callback of an interaction, and gives the message it made or changed, if any. */
    async answered(pending: PendingInteraction): Promise<StoredMessage | undefined> {
      await until(() => pending.response !== undefined, "an acknowledged interaction");
      return world.messages.get(pending.replyId ?? pending.messageId ?? "");
    },

    /** The bot's messages in reply to a message, once there is one. */
    async repliesTo(id: string): Promise<StoredMessage[]> {
      const replies = (): StoredMessage[] => [...world.messages.values()].filter((m) => m.repliesTo === id);
      await until(() => replies().length > 0, "a reply");
      return replies();
    },

    /** Everything that the bot has sent. */
    sent: (): StoredMessage[] => [...world.messages.values()].filter((m) => m.authorId === world.botId),
  };
}

export type People = ReturnType<typeof people>;
