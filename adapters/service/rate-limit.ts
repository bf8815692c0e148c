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

/** How long to wait; `first` marks the first refusal of the period. */
export interface Wait {
  readonly seconds: number;
  readonly first: boolean;
}

/** What has been counted of somebody. */
interface Count {
  /** Including this one; more than the points when it is refused. */
  readonly taken: number;
  /** Until it begins anew. */
  readonly ms: number;
}

export interface RateLimit {
  /** Counts one. Never rejects. */
  count(person: string): Promise<Count>;
  /** Counts one. Undefined when it may be done. Never rejects. */
  take(person: string): Promise<Wait | undefined>;
}

/** Ids are kept until their time is over, and not longer. */
export function createRateLimit({ name, points, seconds, redis }: RateLimitOptions): RateLimit {
  const settings = { points, duration: seconds, keyPrefix: `isnad:limit:${name}` };
  const alone = new RateLimiterMemory(settings);
  const shared = redis && sharedLimiter(settings, redis);

  async function count(person: string): Promise<Count> {
    if (!shared || !redis?.up) return counted(alone, person);
    try {
      return await counted(shared, person);
    } catch {
      // Redis went away while it was asked
      return counted(alone, person);
    }
  }

  return {
    count,
    async take(person) {
      const { taken, ms } = await count(person);
      if (taken <= points) return undefined;
      return { seconds: Math.max(1, Math.ceil(ms / 1000)), first: taken === points + 1 };
    },
  };
}

/** The limiter's own insurance is not used: it would wait for a hanging Redis each time. */
function sharedLimiter(
  settings: { points: number; duration: number; keyPrefix: string },
  redis: RedisConnection,
): RateLimiterRedis {
  return new RateLimiterRedis({
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
}

/** The limiters reject with their result, not with an error, when there is nothing left. */
async function counted(limiter: RateLimiterMemory | RateLimiterRedis, person: string): Promise<Count> {
  const result = await limiter.consume(person).catch((refused: unknown) => refused);
  if (!(result instanceof RateLimiterRes)) throw result;
  return { taken: result.consumedPoints, ms: result.msBeforeNext };
}
