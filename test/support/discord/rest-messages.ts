/** Messages of the loopback REST API: created, edited, deleted, and as they are returned. */
import { notified } from "./mentions.ts";
import { type Fault, invalidFormBody, messageFaults } from "./rules.ts";
import type { JsonObject, StoredMessage, World } from "./server-state.ts";

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const EMPTY: Reply = { status: 204 };
export const error = (status: number, code: number, message: string): Reply => ({
  status,
  body: { code, message },
});

export function refuse(world: World, faults: readonly Fault[]): Reply {
  for (const fault of faults) world.violations.push(`${fault.path} ${fault.code} ${fault.message}`);
  return { status: 400, body: invalidFormBody(faults) };
}

export function change(world: World, message: StoredMessage | undefined, method = "", body: unknown): Reply {
  if (message === undefined || message.deleted) return error(404, 10008, "Unknown Message");
  if (method === "GET") return ok(wire(world, message));
  if (message.authorId !== world.botId) return error(403, 50005, "Cannot edit a message by another user");
  if (method === "DELETE") {
    message.deleted = true;
    return EMPTY;
  }
  const faults = messageFaults(body as JsonObject, message.body);
  if (faults.length > 0) return refuse(world, faults);
  edit(world, message, body as JsonObject);
  return ok(wire(world, message));
}

export function createMessage(world: World, groups: Record<string, string>, body: unknown): Reply {
  const data = body as JsonObject;
  const faults = messageFaults(data);
  const nonce = data["nonce"];
  if (nonce !== undefined && String(nonce).length > 25)
    faults.push({ path: "nonce", code: "NONCE_TYPE_TOO_LONG", message: "Nonce is too long (maximum: 25)." });
  if (faults.length > 0) return refuse(world, faults);
  // "If another message was created by the same author with the same nonce, that message will be returned."
  if (data["enforce_nonce"] === true && nonce !== undefined)
    for (const earlier of world.messages.values())
      if (earlier.via === "channel" && earlier.body["nonce"] === nonce) return ok(wire(world, earlier));
  const reference = (data["message_reference"] as JsonObject | undefined)?.["message_id"];
  const message = store(world, {
    channelId: groups["channel"] ?? "",
    via: "channel",
    body: data,
    ephemeral: false,
    ...(typeof reference === "string" ? { repliesTo: reference } : {}),
  });
  return ok(wire(world, message));
}

export function store(
  world: World,
  message: Omit<StoredMessage, "id" | "edits" | "deleted" | "pings" | "authorId">,
): StoredMessage {
  const stored: StoredMessage = {
    ...message,
    id: world.snowflake(),
    authorId: world.botId,
    edits: 0,
    deleted: false,
    pings: notified(world, message.body, message.repliesTo),
  };
  world.messages.set(stored.id, stored);
  return stored;
}

export function edit(world: World, message: StoredMessage, body: JsonObject): void {
  message.body = { ...message.body, ...body };
  message.edits += 1;
  message.pings.push(...notified(world, body, undefined));
}

/** A message as the API returns it. */
export function wire(world: World, message: StoredMessage): JsonObject {
  const { body } = message;
  return {
    id: message.id,
    channel_id: message.channelId,
    author: {
      id: message.authorId,
      username: message.authorId,
      discriminator: "0000",
      avatar: null,
      bot: message.authorId === world.botId,
    },
    content: body["content"] ?? "",
    embeds: body["embeds"] ?? [],
    components: body["components"] ?? [],
    flags: body["flags"] ?? 0,
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    type: message.repliesTo === undefined ? 0 : 19,
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    ...(message.repliesTo === undefined
      ? {}
      : { message_reference: { message_id: message.repliesTo, channel_id: message.channelId } }),
  };
}
