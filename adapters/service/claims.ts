import { LRUCache } from "lru-cache";
import type { RedisConnection } from "./redis-connection.ts";

interface ClaimLimits {
  /** ms after which a claim lapses unless it is renewed: its process may be dead. */
  readonly lease: number;
  /** ms between two looks at what another process has claimed. */
  readonly look: number;
  /** ms for which finished work is remembered: as long as a platform may deliver it again. */
  readonly done: number;
}

/**
 * A busy process may renew seconds late, and a killed one should be replaced before Telegram gives up on a delivery. Telegram keeps an
 * update for 24 hours (https://core.telegram.org/bots/api#getupdates).
 */
const LIMITS: ClaimLimits = { lease: 10_000, look: 100, done: 24 * 3_600_000 };
/** Work done while Redis was away, to be recorded there when it is back. */
const MAX_UNTOLD = 10_000;

/** Work that must be done once, whichever of several processes receives it. */
export interface Claims {
  /**
   * Does the work unless it has been done. If another process is doing it, waits for that one, and takes over if it dies. The work returns
   * whether it finished; if not, another process may start it again.
   */
  once(id: string, work: () => Promise<boolean>): Promise<void>;
  close(): void;
}

/** A claim is kept for so many leases, so that whoever finds it lapsed knows that there was one. */
const KEPT_LEASES = 3;
/** Leases by which a look may be late. */
const MAX_LATE = 1 / 6;
/** Leases for which the event loop may keep being late before a lapse is believed all the same: a dead process must be replaced. */
const MAX_DOUBT = 1 / 2;

/**
 * KEYS[1]: the thing; ARGV: who asks, for how many ms it is kept, how many ms of those are left when it lapses, and "take" to take what
 * has lapsed. Gives "mine", "done", "busy" or "lapsed".
 */
const CLAIM = `
local held = redis.call('get', KEYS[1])
if held == 'done' then return 'done' end
if held and held ~= ARGV[1] then
  if redis.call('pttl', KEYS[1]) > tonumber(ARGV[3]) then return 'busy' end
  if ARGV[4] ~= 'take' then return 'lapsed' end
end
redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2])
return 'mine'`;
/** KEYS: things; ARGV: who holds them, for how many ms more. Restores a claim that is gone: who renews it is alive. */
const RENEW = `
for _, key in ipairs(KEYS) do
  local held = redis.call('get', key)
  if not held or held == ARGV[1] then redis.call('set', key, ARGV[1], 'px', ARGV[2]) end
end`;
const FINISH = `redis.call('set', KEYS[1], 'done', 'px', ARGV[1])`;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end`;

export interface ClaimsOptions {
  /** Whose things they are: `telegram:123456`. */
  readonly name: string;
  readonly redis: RedisConnection;
  /** Of this process, as no other has it. */
  readonly self: string;
  readonly limits?: Partial<ClaimLimits>;
}

/** Kept in Redis. While Redis is away each process claims everything it receives, and records afterwards what it did. */
export function createClaims({ name, redis, self, limits }: ClaimsOptions): Claims {
  const { lease, look, done } = { ...LIMITS, ...limits };
  const kept = String(lease * KEPT_LEASES);
  const lapsed = String(lease * (KEPT_LEASES - 1));
  const keyOf = (id: string) => `isnad:${name}:${id}`;
  const held = new Set<string>();
  const untold = new LRUCache<string, true>({ max: MAX_UNTOLD });
  const ask = (script: string, keys: string[], ...values: string[]) =>
    redis.run((client) => client.eval(script, { keys, arguments: values }));

  const renewal = setInterval(() => {
    if (held.size > 0) void ask(RENEW, [...held], self, kept);
  }, lease / 3).unref();

  async function finish(key: string): Promise<void> {
    const told = await ask(FINISH, [key], String(done));
    if (told === undefined) untold.set(key, true);
    else untold.delete(key);
  }
  redis.onReturn(() => {
    for (const key of untold.keys()) void finish(key);
  });

  /**
   * A lapse is believed when two looks in a row find it and the event loop was on time in between. What keeps this process from looking,
   * a busy machine or an answer of its own, may well keep the other from renewing.
   */
  async function claim(key: string): Promise<"mine" | "done"> {
    let busy = 0;
    let doubted: number | undefined;
    let punctual = false;
    for (;;) {
      const from = performance.now();
      const take = doubted !== undefined && (punctual || from - doubted > lease * MAX_DOUBT);
      const answer = (await ask(CLAIM, [key], self, kept, lapsed, take ? "take" : "look"))?.value;
      if (answer === "done") return "done";
      if (answer === "busy") busy = performance.now();
      else if (answer === "lapsed") busy = 0;
      else if (answer === "mine" || busy === 0) return "mine";
      // Redis went away while another was at it, who lives, as far as is known
      else if (performance.now() - busy > lease) return "done";
      doubted = answer === "lapsed" ? (doubted ?? from) : undefined;
      const slept = performance.now();
      await new Promise((wake) => setTimeout(wake, look));
      punctual = performance.now() - slept < look + lease * MAX_LATE;
    }
  }

  return {
    async once(id, work) {
      const key = keyOf(id);
      if (untold.has(key) || (await claim(key)) === "done") return;
      held.add(key);
      let finished = false;
      try {
        finished = await work();
      } finally {
        held.delete(key);
        if (finished) await finish(key);
        else await ask(RELEASE, [key], self);
      }
    },
    close: () => clearInterval(renewal),
  };
}
