import { createClient } from "redis";
import type { Log } from "./log.ts";
import { afterSilence } from "./silence.ts";

/**
 * ms that a command may take. Discord gives an interaction three seconds, and a Redis worth having answers in one millisecond: whoever
 * waits longer is better served from memory.
 */
const MAX_COMMAND = 250;
/** ms between two looks at whether Redis is back. */
const BETWEEN_PROBES = 1_000;
/** Probes without an answer after which the connection is made anew: a vanished host closes nothing. */
const MAX_SILENT_PROBES = 5;
/** ms between two attempts to connect. */
const MAX_RECONNECT_DELAY = 2_000;
/** ms that start-up waits for Redis; after that the bot answers while it goes on connecting. */
const FIRST_CONNECTION = 2_000;
/** ms between two warnings, so that a Redis that comes and goes does not fill the log. */
const BETWEEN_WARNINGS = 60_000;

/** The few commands that are used, as `redis` has them. */
export interface RedisCommands {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

export interface RedisMeter {
  /** Whether what is shared is in Redis (true) or, while that is away, in this process's memory. */
  shared(up: boolean): void;
}

export interface RedisOptions {
  readonly url: string;
  readonly log: Log;
  readonly meter?: RedisMeter | undefined;
}

/**
 * A connection to Redis that may be away: stopped, hung, full. A command is answered in time or not at all, and after one that was not
 * nobody waits again until a probe has found that Redis takes writes.
 */
export class RedisConnection {
  #up = false;
  #client: Client;
  #silent = 0;
  #warned = Number.NEGATIVE_INFINITY;
  #closed = false;
  readonly #timer: NodeJS.Timeout;
  readonly #returned: (() => void)[] = [];
  readonly #log: Log;
  readonly #meter: RedisMeter | undefined;
  readonly #url: string;

  private constructor({ url, log, meter }: RedisOptions) {
    this.#url = url;
    this.#log = log;
    this.#meter = meter;
    this.#client = this.#connect();
    this.#meter?.shared(false);
    this.#timer = setInterval(() => void this.#probe(), BETWEEN_PROBES).unref();
  }

  /** Connects, and goes on without when that takes too long. Never rejects. */
  static async open(options: RedisOptions): Promise<RedisConnection> {
    const connection = new RedisConnection(options);
    const until = Date.now() + FIRST_CONNECTION;
    while (!connection.#up && Date.now() < until) {
      await new Promise((wake) => setTimeout(wake, 25));
      if (connection.#client.isReady) await connection.#probe();
    }
    if (!connection.#up) connection.#lost("not reached");
    return connection;
  }

  get up(): boolean {
    return this.#up;
  }

  /** Called each time Redis comes back. */
  onReturn(then: () => void): void {
    this.#returned.push(then);
  }

  /** The command's result, or undefined when Redis is away: it may or may not have taken effect. */
  async run<T>(command: (redis: RedisCommands) => Promise<T>): Promise<{ readonly value: T } | undefined> {
    if (!this.#up) return undefined;
    try {
      return { value: await within(MAX_COMMAND, command(this.#client)) };
    } catch (error) {
      this.#lost(reasonOf(error));
      return undefined;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#up = false;
    clearInterval(this.#timer);
    await within(MAX_COMMAND, this.#client.close()).catch(() => this.#client.destroy());
  }

  #connect(): Client {
    const client = clientOf(this.#url);
    // An `error` event that nobody listens to ends the process
    client.on("error", (error: unknown) => {
      if (client === this.#client) this.#lost(reasonOf(error));
    });
    client.on("ready", () => void this.#probe());
    client.connect().catch(() => {});
    return client;
  }

  /** The probe writes, because a full Redis or a read-only replica still answers reads. */
  async #probe(): Promise<void> {
    if (this.#closed) return;
    const client = this.#client;
    try {
      if (!client.isReady) throw new Error("not connected");
      await within(MAX_COMMAND, client.set("isnad:probe", "1", { expiration: { type: "PX", value: 1_000 } }));
      this.#silent = 0;
      this.#found();
    } catch (error) {
      this.#lost(reasonOf(error));
      this.#silent += client.isReady ? 1 : 0;
      if (this.#silent < MAX_SILENT_PROBES || client !== this.#client) return;
      this.#silent = 0;
      this.#client = this.#connect();
      client.destroy();
    }
  }

  #found(): void {
    if (this.#up || this.#closed) return;
    this.#up = true;
    this.#meter?.shared(true);
    this.#log.info("Redis is there: limits and answered updates are shared");
    for (const then of this.#returned) then();
  }

  #lost(reason: string): void {
    const wasUp = this.#up;
    this.#up = false;
    this.#meter?.shared(false);
    if (this.#closed || (!wasUp && this.#warned > Number.NEGATIVE_INFINITY)) return;
    const now = performance.now();
    const level = now - this.#warned > BETWEEN_WARNINGS ? "warn" : "debug";
    this.#warned = now;
    this.#log[level]({ reason }, "Redis (REDIS_URL) is away: each process goes by its own memory meanwhile");
  }
}

type Client = ReturnType<typeof clientOf>;

const clientOf = (url: string) =>
  createClient({
    url,
    // A queued command would be sent when nobody needs it any more
    disableOfflineQueue: true,
    socket: {
      connectTimeout: MAX_RECONNECT_DELAY,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, MAX_RECONNECT_DELAY),
    },
  });

/** A class of errors, never a message: that may hold an address with a password. */
function reasonOf(error: unknown): string {
  const { code, message = "" } = error as NodeJS.ErrnoException;
  // Redis begins its errors with a word in capitals: OOM, READONLY, NOAUTH
  return code ?? /^[A-Z]{2,20}\b/.exec(message)?.[0] ?? (error instanceof Error ? error.name : "unknown");
}

/** Rejects when the time is over. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let end = (): void => {};
  const late = new Promise<never>((_resolve, reject) => {
    end = afterSilence(ms, () => reject(Object.assign(new Error("too slow"), { code: "SLOW" })));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    end();
    // What comes after its time is nobody's
    promise.catch(() => {});
  }
}
