/** The bot from its first connection to its end. */
import { type Client, Events, type Interaction, type Message, PermissionsBitField, Status } from "discord.js";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { type Backoff, delayAfter, sleep } from "../service/backoff.ts";
import { type Meter, type MetricsSnapshot, UNCOUNTED } from "../service/metrics.ts";
import type { Readiness, ReadinessProbe } from "../service/readiness.ts";
import { createSparseLog } from "../service/sparse-log.ts";
import { createClient } from "./client.ts";
import { registerCommands } from "./command-registration.ts";
import { deferred } from "./deferred.ts";
import { classOf, described, expected, FatalError, fatalErrorOf, fatalErrorOfClose } from "./errors.ts";
import { createInFlight } from "./in-flight.ts";
import { logIn } from "./login.ts";

/** Events remembered, so that a gateway that sends one again after a resume gets no second answer. */
const REMEMBERED_EVENTS = 5_000;
/** ms. What is being answered when the end comes is waited for; the asker has 3 s, a slow REST call a little more. */
const DRAIN = 8_000;

export interface Handlers {
  interaction(interaction: Interaction): Promise<void>;
  message(message: Message): Promise<void>;
  /** A message that was changed after it came. */
  edited?(message: Message): Promise<void>;
}

/** ms between two tries to register the commands. */
const REGISTER = { first: 5_000, most: 600_000 };

export interface DiscordOptions {
  readonly token: string;
  /** REST root without the version. */
  readonly apiUrl?: string | undefined;
  /** Commands are registered for this server only. */
  readonly guildId?: string | undefined;
  readonly handlers: Handlers;
  /** Under the bot's name in the list of members. */
  readonly presence?: string | undefined;
  readonly log: Logger;
  readonly meter?: Meter;
  /** ms between two tries to register the commands. */
  readonly registerAgain?: Backoff;
}

export interface DiscordBot {
  /** Resolves when questions are taken and the commands are registered. */
  readonly ready: Promise<void>;
  /** Resolves after `stop`, rejects with `CannotGoOn` when somebody has to mend something first. */
  readonly ended: Promise<void>;
  readonly readiness: ReadinessProbe;
  /** Accepts no more events, answers those that have arrived, and disconnects. */
  stop(): Promise<void>;
  /** What the processes of its shards have counted. */
  metrics?(): Promise<MetricsSnapshot[]>;
  /** Has the processes of its shards read the corpus again. */
  reload?(): void;
}

/** What the bot needs in a server: nothing but to see channels, to read what it answers, and to answer (also in threads). */
const PERMISSIONS = new PermissionsBitField([
  "ViewChannel",
  "ReadMessageHistory",
  "SendMessages",
  "SendMessagesInThreads",
]);

/** Where whoever manages a server adds the bot to it (reference, topics/oauth2#bot-authorization-flow). */
function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: "bot applications.commands",
    permissions: String(PERMISSIONS.bitfield),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** Logs what the library tells of its connection, and counts what is lost of it. */
function logConnection(
  client: Client,
  { log, meter, sparse }: { log: Logger; meter: Meter; sparse: ReturnType<typeof createSparseLog> },
): void {
  client.on(Events.ShardError, (error, shard) =>
    sparse.say(`error ${shard}`, (keptBack) =>
      log.warn({ shard, keptBack, ...described(error) }, "gateway error"),
    ),
  );
  client.on(Events.ShardReconnecting, (shard) => {
    meter.reconnected("discord");
    sparse.say(`reconnecting ${shard}`, (keptBack) => log.info({ shard, keptBack }, "reconnecting"));
  });
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, "resumed"));
  client.on(Events.Warn, () => log.warn("discord.js warns"));
  client.rest.on("rateLimited", ({ route, timeToReset, scope }) =>
    log.warn({ route, timeToReset, scope }, "held back by a rate limit"),
  );
  client.rest.on("invalidRequestWarning", ({ count }) =>
    log.error({ count }, "refused requests pile up: at 10,000 in 10 minutes Discord bans the address"),
  );
}

export function startDiscord(options: DiscordOptions): DiscordBot {
  const { token, apiUrl, guildId, handlers, presence, log, meter = UNCOUNTED } = options;
  const stopping = new AbortController();
  const seen = new LRUCache<string, true>({ max: REMEMBERED_EVENTS });
  const ready = deferred();
  const ended = deferred();
  /** Resolves whether registration succeeded or not: questions are answered meanwhile. */
  const firstRegistration = deferred();
  let current: Client | undefined;

  const report = (error: unknown): void => {
    meter.failed("discord", classOf(error));
    const normal = expected(error);
    if (normal !== undefined) log.debug({ outcome: normal, ...described(error) }, "too late to matter");
    else log.error(described(error), "an update of Discord failed");
    const ending = fatalErrorOf(error);
    if (ending !== undefined) void end(ending);
  };
  const work = createInFlight(report);
  const sparse = createSparseLog();

  const once = (id: string): boolean => {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  };

  const create = (): Client => {
    const client = createClient({ apiUrl, report, presence });
    client.on(Events.InteractionCreate, (interaction) => {
      if (once(interaction.id)) work.begin(() => handlers.interaction(interaction));
    });
    client.on(Events.MessageCreate, (message) => {
      if (once(message.id)) work.begin(() => handlers.message(message));
    });
    client.on(Events.MessageUpdate, (_before, message) => {
      if (handlers.edited && !message.partial) work.begin(async () => handlers.edited?.(message));
    });
    // An `error` event that nobody listens to ends the process.
    client.on(Events.Error, report);
    logConnection(client, { log, meter, sparse });
    return client;
  };

  async function run(): Promise<void> {
    const client = await logIn({
      create,
      token,
      signal: stopping.signal,
      sleep,
      failed: (error, delay) => log.warn({ ...described(error), delay }, "could not log in"),
    });
    if (client === undefined) return;
    current = client;
    client.on(
      Events.ShardDisconnect,
      ({ code }) => void end(fatalErrorOfClose(code) ?? new FatalError(`closed: ${code}`)),
    );
    void registerUntilDone(client);
    await firstRegistration.promise;
    const { application } = client;
    log.info(
      { shards: client.ws.shards.size, ...(application && { invite: inviteLink(application.id) }) },
      "Discord is connected; the link of `invite` adds it to a server",
    );
    ready.resolve();
  }

  /** Failing to register is no reason not to answer: the commands of the last start are still there. */
  async function register(client: Client, applicationId: string): Promise<boolean> {
    try {
      const { written, alsoGlobal } = await registerCommands({ rest: client.rest, applicationId, guildId });
      log.info({ written }, written ? "commands registered" : "commands are as they should be");
      if (alsoGlobal)
        log.warn(
          "there are commands for every server too, so that this one shows them twice: unset DISCORD_GUILD_ID",
        );
      return true;
    } catch (error) {
      log.error({ guildId, ...described(error) }, "could not register the commands");
      const ending = fatalErrorOf(error);
      if (ending !== undefined) void end(ending);
      return ending !== undefined;
    }
  }

  async function registerUntilDone(client: Client): Promise<void> {
    const applicationId = client.application?.id;
    if (applicationId !== undefined && client.ws.shards.has(0)) {
      for (let failures = 1; !(await register(client, applicationId)); failures += 1) {
        firstRegistration.resolve();
        if (!(await sleep(delayAfter(failures, options.registerAgain ?? REGISTER), stopping.signal))) break;
      }
    }
    firstRegistration.resolve();
  }

  let ending: Promise<void> | undefined;
  function end(reason?: FatalError): Promise<void> {
    ending ??= (async () => {
      const left = await work.finish(DRAIN);
      if (left > 0) log.warn({ left }, "left unanswered");
      stopping.abort();
      await current?.destroy().catch(report);
      if (reason === undefined) ended.resolve();
      else ended.reject(reason);
      ready.reject(reason ?? new Error("stopped before it was ready"));
    })();
    return ending;
  }

  run().catch((error: unknown) => end(error instanceof FatalError ? error : new FatalError(String(error))));
  const readiness = (): Readiness => {
    const connected = current?.ws.shards.every(({ status }) => status === Status.Ready) ?? false;
    if (ending !== undefined) return { ready: false, reason: "it is going" };
    return connected ? { ready: true } : { ready: false, reason: "no connection to Discord" };
  };

  return { ready: ready.promise, ended: ended.promise, readiness, stop: () => end() };
}
