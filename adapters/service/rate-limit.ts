/** How often one person may do something. */
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { RedisConnection } from "./redis-connection.ts";

export interface RateLimitOptions {
  /** Of its own for each kind of thing that is counted. */
  readonly name: string;
  /** How often. */
  readonly points: number;
  /** In how many seconds. */
  readonly seconds: number;
  /** Where the count is shared with other processes; alone without it, and while it is away. */
  readonly redis?: RedisConnection | undefined;
}

/** To be waited; `first` when this is the first refusal of its time. */
export interface Wait {
  readonly seconds: number;
  readonly first: boolean;
}

export interface RateLimit {
  /** Counts one. Undefined when it may be done. Never rejects. */
  take(person: string): Promise<Wait | undefined>;
}

/** Ids are kept until their time is over, and not longer. */
export function createRateLimit({ name, points, seconds, redis }: RateLimitOptions): RateLimit {
  const settings = { points, duration: seconds, keyPrefix: `isnad:limit:${name}` };
  const alone = new RateLimiterMemory(settings);
  if (redis === undefined) return { take: (person) => taken(alone, person, points) };
  // No insurance of the limiter's own: it would wait for a Redis that hangs, each time
  const shared = new RateLimiterRedis({
    ...settings,
    useRedisPackage: true,
    storeClient: {
      eval: async (script: string, options: { keys: string[]; arguments: string[] }) => {
        const result = await redis.run((client) => client.eval(script, options));
        if (result === undefined) throw new Error("Redis is away");
        return result.value;
      },
    },
  });
  return {
    async take(person) {
      if (!redis.up) return taken(alone, person, points);
      try {
        return await taken(shared, person, points);
      } catch {
        // Redis went away while it was asked
        return taken(alone, person, points);
      }
    },
  };
}

/** The limiters reject with their result, not with an error, when there is nothing left. */
async function taken(
  limiter: RateLimiterMemory | RateLimiterRedis,
  person: string,
  points: number,
): Promise<Wait | undefined> {
  try {
    await limiter.consume(person);
    return undefined;
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    const { msBeforeNext, consumedPoints } = result;
    return { seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)), first: consumedPoints === points + 1 };
  }
}
