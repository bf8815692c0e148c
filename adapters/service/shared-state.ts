import { randomUUID } from "node:crypto";
import type { Log } from "./log.ts";
import type { RedisConnection, RedisMeter } from "./redis-connection.ts";

/** What several processes of one bot hold in common. Without it each goes by its own memory. */
export interface SharedState {
  readonly redis: RedisConnection;
  /** This process, as no other is called. */
  readonly self: string;
}

/** Undefined without an address. Never rejects: the bot answers while Redis is away. */
export async function openSharedState(
  url: string | undefined,
  log: Log,
  meter?: RedisMeter,
): Promise<SharedState | undefined> {
  if (url === undefined) return undefined;
  const { RedisConnection: Connection } = await import("./redis-connection.ts");
  return { redis: await Connection.open({ url, log, meter }), self: randomUUID() };
}
