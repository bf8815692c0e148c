import type { FastifyRateLimitStore, RateLimitPluginOptions } from "@fastify/rate-limit";
import { createRateLimit } from "../service/rate-limit.ts";
import type { RedisConnection } from "../service/redis-connection.ts";

/** Seconds. */
const MINUTE = 60;

/** How often one address may request the routes that share this limit; counted across replicas where there is Redis. */
export function rateLimitOf(
  name: string,
  perMinute: number,
  redis: RedisConnection | undefined,
): RateLimitPluginOptions {
  const limit = createRateLimit({ name: `web:${name}`, points: perMinute, seconds: MINUTE, redis });
  class Store implements FastifyRateLimitStore {
    incr(
      address: string,
      then: (error: Error | null, result?: { current: number; ttl: number }) => void,
    ): void {
      limit.count(address).then(
        ({ taken, ms }) => then(null, { current: taken, ttl: ms }),
        (error: Error) => then(error),
      );
    }

    /** No route has a limit of its own. */
    child(): this {
      return this;
    }
  }
  return { max: perMinute, timeWindow: MINUTE * 1000, store: Store };
}
