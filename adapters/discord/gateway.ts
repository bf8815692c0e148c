/**
 * The stock gateway ends the process on a frame of the wrong shape (the promise of `onMessage` is dropped by its
 * caller), reconnects for ever when it is destroyed while it waits to reconnect, and knocks twice a second for as long as the gateway
 * is away. All three are mended here, around the library's own strategy, so that everything else stays as it is.
 */
import { type Client, SimpleShardingStrategy, type WebSocketShard } from "discord.js";
import { delayAfter, sleep } from "../service/backoff.ts";

/** The shard's own methods that nobody awaits; what they throw would be an unhandled rejection. */
const UNAWAITED = ["onMessage", "onClose", "internalConnect", "heartbeat"] as const;

/** discord.js exports a class of the same name, so it is not to be had by its name. */
type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];
type Unawaited = Record<(typeof UNAWAITED)[number], (...args: unknown[]) => Promise<unknown>>;
type Inner = Unawaited & {
  connection: { terminate(): void } | null;
  on(event: "ready" | "resumed", listener: () => void): void;
};

/** ms between two tries to connect; the first comes at once. */
const RECONNECT = { first: 500, most: 30_000 };

export class SturdyShards extends SimpleShardingStrategy {
  readonly #report: (error: unknown) => void;
  /** For the current shards: the library also destroys the old ones before it spawns new ones. */
  #ending = new AbortController();
  #mine: Inner[] = [];

  constructor(manager: Manager, report: (error: unknown) => void) {
    super(manager);
    this.#report = report;
  }

  override async spawn(shardIds: number[]): Promise<void> {
    this.#ending = new AbortController();
    await super.spawn(shardIds);
    this.#mine = [...this["shards"].values()].map((shard) => this.#guarded(shard as unknown as Inner));
  }

  override async destroy(options?: Parameters<SimpleShardingStrategy["destroy"]>[0]): Promise<void> {
    this.#ending.abort();
    const ended = this.#mine;
    for (const shard of ended) shard.internalConnect = async () => {};
    await super.destroy(options);
    // A socket that was still connecting is let go by the library, and would open later with nobody to close it.
    for (const shard of ended) shard.connection?.terminate();
  }

  #guarded(shard: Inner): Inner {
    for (const name of UNAWAITED) {
      const original = shard[name].bind(shard);
      shard[name] = (...args) => original(...args).catch((error: unknown) => this.#report(error));
    }
    const { signal } = this.#ending;
    let tries = 0;
    for (const event of ["ready", "resumed"] as const)
      shard.on(event, () => {
        tries = 0;
      });
    const connect = shard.internalConnect;
    shard.internalConnect = async (...args) => {
      tries += 1;
      const wait = tries < 3 ? 0 : delayAfter(tries - 2, RECONNECT);
      if (await sleep(wait, signal)) return connect(...args);
    };
    return shard;
  }
}

/**
 * Events that come before the client is ready are handled later, in a bare `setImmediate`: what they throw would end
 * the process as well.
 */
export function guardDispatch(client: Client, report: (error: unknown) => void): void {
  const ws = client.ws as unknown as { handlePacket(packet?: unknown, shard?: WebSocketShard): boolean };
  const original = ws.handlePacket.bind(ws);
  ws.handlePacket = (packet, shard) => {
    try {
      return original(packet, shard);
    } catch (error) {
      report(error);
      return false;
    }
  };
}
