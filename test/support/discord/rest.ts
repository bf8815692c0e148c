/** The loopback REST API: the routes a bot like this may need, refusing what Discord refuses. */
import { commandSetFaults } from "./command-rules.ts";
import {
  change,
  createMessage,
  EMPTY,
  edit,
  error,
  ok,
  type Reply,
  refuse,
  store,
  wire,
} from "./rest-messages.ts";
import { EPHEMERAL, type Fault, messageFaults } from "./rules.ts";
import { schemaJudge } from "./schema.ts";
import type { JsonObject, PendingInteraction, World } from "./server-state.ts";

/** "You must respond within 3 seconds", "tokens are valid for 15 minutes": interactions/receiving-and-responding. */
const ACKNOWLEDGE_WITHIN = 3_000;
const TOKEN_LIVES = 15 * 60_000;
/** How much slower this machine may be than one that serves. What must be in time by the clock says so of its `latency`. */
const SLOWER = 10;

const NOT_FOUND = error(404, 0, "404: Not Found");

type Handler = (world: World, groups: Record<string, string>, body: unknown, url: URL) => Reply;

export interface RestOptions {
  readonly gatewayUrl: () => string;
  readonly shards: number;
  /** False leaves out the schema, which takes longer than the answer that is measured. */
  readonly judged: boolean;
}

export function createRest(world: World, options: RestOptions) {
  const routes: readonly (readonly [RegExp, Handler])[] = [
    [
      /^GET \/gateway\/bot$/,
      () =>
        ok({
          url: options.gatewayUrl(),
          shards: options.shards,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 60_000, max_concurrency: 16 },
        }),
    ],
    [/^GET \/applications\/\d+(\/guilds\/(?<guild>\d+))?\/commands$/, listCommands],
    [/^PUT \/applications\/\d+(\/guilds\/(?<guild>\d+))?\/commands$/, putCommands],
    [/^POST \/interactions\/(?<id>\d+)\/(?<token>[^/]+)\/callback$/, callback],
    [/^POST \/webhooks\/\d+\/(?<token>[^/]+)$/, followUp],
    [/^(?<method>GET|PATCH|DELETE) \/webhooks\/\d+\/(?<token>[^/]+)\/messages\/(?<message>[^/]+)$/, original],
    [/^POST \/channels\/(?<channel>\d+)\/messages$/, createMessage],
    [/^(?<method>GET|PATCH|DELETE) \/channels\/(?<channel>\d+)\/messages\/(?<message>\d+)$/, oneMessage],
  ];
  return (method: string, url: URL, authorization: string | undefined, body: unknown): Reply => {
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/, ""));
    const judge = schemaJudge();
    if (options.judged)
      for (const fault of judge.faults(method, path, body)) world.violations.push(`schema: ${fault}`);
    // Interaction callbacks and webhooks are authorised by the token in their path.
    const byToken = path.startsWith("/interactions/") || path.startsWith("/webhooks/");
    if (!byToken && authorization !== `Bot ${world.token}`) return error(401, 0, "401: Unauthorized");
    for (const [pattern, handle] of routes) {
      const match = pattern.exec(`${method} ${path}`);
      if (match !== null) return handle(world, match.groups ?? {}, body, url);
    }
    return NOT_FOUND;
  };
}

function listCommands(world: World, groups: Record<string, string>, _body: unknown, url: URL): Reply {
  const stored = world.commands.get(groups["guild"] ?? "") ?? [];
  if (url.searchParams.get("with_localizations") === "true") return ok(stored);
  // "Whether to include full localization dictionaries": without it they are left out, of options too.
  return ok(
    JSON.parse(
      JSON.stringify(stored, (key, value) => (key.endsWith("_localizations") ? undefined : value)),
    ) as unknown,
  );
}

function putCommands(world: World, groups: Record<string, string>, body: unknown): Reply {
  const commands = Array.isArray(body) ? (body as JsonObject[]) : [];
  const faults = commandSetFaults(commands);
  if (faults.length > 0) return refuse(world, faults);
  // As Discord returns them: with ids, versions and the defaults it fills in.
  const stored = commands.map((command) => ({
    id: world.snowflake(),
    application_id: world.applicationId,
    version: world.snowflake(),
    default_member_permissions: null,
    type: 1,
    description: "",
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...command,
    ...(groups["guild"] === undefined ? {} : { guild_id: groups["guild"] }),
  }));
  world.commands.set(groups["guild"] ?? "", stored);
  return ok(stored);
}

function callback(world: World, groups: Record<string, string>, body: unknown, url: URL): Reply {
  const pending = world.interactions.get(groups["token"] ?? "");
  if (pending === undefined || pending.id !== groups["id"]) return error(404, 10062, "Unknown interaction");
  if (pending.acknowledged) return error(400, 40060, "Interaction has already been acknowledged.");
  if (ageOf(world, pending) > ACKNOWLEDGE_WITHIN) return error(404, 10062, "Unknown interaction");
  const { type, data = {} } = body as { type: number; data?: JsonObject };
  const faults = callbackFaults(world, pending, type, data);
  if (faults.length > 0) return refuse(world, faults);
  pending.acknowledged = true;
  pending.response = { type, data };
  pending.latency = performance.now() - pending.dispatchedAt;
  if (type === 4 || type === 5)
    pending.replyId = store(world, {
      channelId: pending.channelId,
      via: "interaction",
      interactionId: pending.id,
      body: data,
      ephemeral: (Number(data["flags"] ?? 0) & EPHEMERAL) !== 0,
    }).id;
  const pressed = world.messages.get(pending.messageId ?? "");
  if (type === 7 && pressed !== undefined) edit(world, pressed, data);
  if (url.searchParams.get("with_response") !== "true") return EMPTY;
  const message = world.messages.get(pending.replyId ?? pending.messageId ?? "");
  return ok({
    interaction: { id: pending.id, type: 2 },
    resource: message && { type, message: wire(world, message) },
  });
}

/** ms by the clock that the tests advance, of which what has really passed is the slower machine's. */
function ageOf(world: World, { createdAt, dispatchedAt }: PendingInteraction): number {
  const passed = performance.now() - dispatchedAt;
  return world.now() - createdAt - passed + passed / SLOWER;
}

function callbackFaults(world: World, pending: PendingInteraction, type: number, data: JsonObject): Fault[] {
  if (pending.kind === "autocomplete") {
    if (type !== 8) return [{ path: "type", code: "BASE_TYPE_CHOICES", message: "Must be 8." }];
    return choiceFaults(data["choices"]);
  }
  if (type === 8 || ((type === 6 || type === 7) && pending.kind !== "component"))
    return [{ path: "type", code: "BASE_TYPE_CHOICES", message: "Not for this interaction." }];
  if (type === 4) return messageFaults(data);
  if (type === 7) return messageFaults(data, world.messages.get(pending.messageId ?? "")?.body);
  return [];
}

function choiceFaults(choices: unknown): Fault[] {
  const given = Array.isArray(choices) ? (choices as { name?: unknown; value?: unknown }[]) : [];
  const faults: Fault[] = [];
  if (!Array.isArray(choices) || given.length > 25)
    faults.push({ path: "data.choices", code: "BASE_TYPE_BAD_LENGTH", message: "Must be 25 or fewer." });
  for (const [i, choice] of given.entries())
    for (const field of ["name", "value"] as const) {
      const length = typeof choice[field] === "string" ? [...choice[field]].length : 0;
      if (length < 1 || length > 100)
        faults.push({
          path: `data.choices.${i}.${field}`,
          code: "BASE_TYPE_BAD_LENGTH",
          message: "Must be between 1 and 100 in length.",
        });
    }
  return faults;
}

/** A webhook token that has expired is answered like this, and must not be taken for a lost bot token. */
const EXPIRED = error(401, 50027, "Invalid Webhook Token");

function alive(world: World, token: string | undefined): PendingInteraction | undefined {
  const pending = world.interactions.get(token ?? "");
  return pending !== undefined && world.now() - pending.createdAt <= TOKEN_LIVES ? pending : undefined;
}

function followUp(world: World, groups: Record<string, string>, body: unknown): Reply {
  const pending = alive(world, groups["token"]);
  if (pending === undefined) return EXPIRED;
  if (!pending.acknowledged) return error(404, 10015, "Unknown Webhook");
  const data = body as JsonObject;
  const faults = messageFaults(data);
  if (faults.length > 0) return refuse(world, faults);
  const message = store(world, {
    channelId: pending.channelId,
    via: "followup",
    interactionId: pending.id,
    body: data,
    ephemeral: (Number(data["flags"] ?? 0) & EPHEMERAL) !== 0,
  });
  return ok(wire(world, message));
}

function original(world: World, groups: Record<string, string>, body: unknown): Reply {
  const pending = alive(world, groups["token"]);
  if (pending === undefined) return EXPIRED;
  const id = groups["message"] === "@original" ? (pending.replyId ?? pending.messageId) : groups["message"];
  return change(world, world.messages.get(id ?? ""), groups["method"], body);
}

function oneMessage(world: World, groups: Record<string, string>, body: unknown): Reply {
  return change(world, world.messages.get(groups["message"] ?? ""), groups["method"], body);
}
