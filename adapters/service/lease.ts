import type { RedisConnection } from "./redis-connection.ts";

interface LeaseLimits {
  /** ms after which the lease lapses unless it is renewed: its holder is taken to be dead. */
  readonly length: number;
  /** ms between two renewals, or two attempts to get it. */
  readonly renewal: number;
}

/** A dead holder is replaced within 13 s. */
const LIMITS: LeaseLimits = { length: 10_000, renewal: 3_000 };

/** What only one of several processes may do at a time. */
export interface Lease {
  readonly mine: boolean;
  /** Resolves when it is this process's, or when the signal comes. */
  held(signal: AbortSignal): Promise<void>;
  /** Called each time that it went to another process. */
  onLost(then: () => void): void;
  /** Gives it to whoever is next, at once. */
  release(): Promise<void>;
}

/** KEYS[1]: the lease; ARGV: who asks, for how many ms. 1 when it is theirs now. */
const TAKE = `
local held = redis.call('get', KEYS[1])
if held and held ~= ARGV[1] then return 0 end
redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2])
return 1`;
const GIVE = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end`;

export interface LeaseOptions {
  readonly name: string;
  readonly redis: RedisConnection;
  /** Of this process, as no other has it. */
  readonly self: string;
  readonly limits?: Partial<LeaseLimits>;
}

/**
 * Kept in Redis. While Redis is away nothing changes hands: the holder goes on and the others stand by, since two holders would disturb
 * each other all that time. A process that has never heard of a holder takes the lease to be free.
 */
export function createLease({ name, redis, self, limits }: LeaseOptions): Lease {
  const { length, renewal } = { ...LIMITS, ...limits };
  const keys = [`isnad:lease:${name}`];
  const waiting = new Set<() => void>();
  const lost: (() => void)[] = [];
  let mine: boolean | undefined;
  let away = false;
  let released = false;

  function set(now: boolean): void {
    const before = mine;
    mine = now;
    if (now) for (const go of waiting) go();
    else if (before) for (const then of lost) then();
  }

  async function renew(): Promise<void> {
    if (released) return;
    const answer = await redis.run((client) =>
      client.eval(TAKE, { keys, arguments: [self, String(length)] }),
    );
    if (released) return;
    if (answer === undefined) {
      away = true;
      if (mine === undefined) set(true);
    } else set(answer.value === 1);
  }

  const timer = setInterval(() => {
    // Redis may have come back empty: whoever held the lease before is first to say so
    const yielding = away && mine === false && redis.up;
    if (redis.up) away = false;
    if (!yielding) void renew();
  }, renewal).unref();

  return {
    get mine() {
      return mine === true;
    },
    async held(signal) {
      if (mine === undefined) await renew();
      if (mine || signal.aborted) return;
      await new Promise<void>((resolve) => {
        const go = () => {
          waiting.delete(go);
          signal.removeEventListener("abort", go);
          resolve();
        };
        waiting.add(go);
        signal.addEventListener("abort", go);
      });
    },
    onLost: (then) => void lost.push(then),
    async release() {
      if (released) return;
      released = true;
      clearInterval(timer);
      if (mine) await redis.run((client) => client.eval(GIVE, { keys, arguments: [self] }));
    },
  };
}
