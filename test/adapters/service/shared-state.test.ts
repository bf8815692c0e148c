import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Claims, createClaims } from "../../../adapters/service/claims.ts";
import { createLease, type Lease } from "../../../adapters/service/lease.ts";
import { createRateLimit } from "../../../adapters/service/rate-limit.ts";
import { RedisConnection } from "../../../adapters/service/redis-connection.ts";
import { hasRedis, TestRedis } from "../../support/redis.ts";

let server: TestRedis;
let connections: RedisConnection[];
let closing: (() => unknown)[];
let warnings: string[];
let up: boolean[];

const log = pino(
  { level: "info" },
  {
    write(line: string) {
      if ((JSON.parse(line) as { level: number }).level >= 40) warnings.push(line);
    },
  },
);

async function connection(url = server.url): Promise<RedisConnection> {
  const opened = await RedisConnection.open({ url, log, meter: { shared: (now) => up.push(now) } });
  connections.push(opened);
  return opened;
}

function claimsOf(redis: RedisConnection, self: string, lease = 600): Claims {
  const claims = createClaims({ name: "test", redis, self, limits: { lease, look: 20 } });
  closing.push(() => claims.close());
  return claims;
}

function leaseOf(redis: RedisConnection, self: string): Lease {
  const lease = createLease({ name: "polling", redis, self, limits: { length: 600, renewal: 100 } });
  closing.push(() => lease.release());
  return lease;
}

const later = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));
const never = new AbortController().signal;
const isUp = (redis: RedisConnection, wanted: boolean) => expect.poll(() => redis.up).toBe(wanted);

beforeEach(async () => {
  [connections, closing, warnings, up] = [[], [], [], []];
  if (hasRedis) server = await TestRedis.start();
});
afterEach(async () => {
  if (!hasRedis) return;
  for (const close of closing) await close();
  for (const opened of connections) await opened.close();
  await server.close();
});

describe.skipIf(!hasRedis)("what several processes share in Redis", () => {
  it("is one limit of a person for all of them, told once", async () => {
    const limits = [];
    for (let i = 0; i < 2; i += 1)
      limits.push(createRateLimit({ name: "asked", points: 3, seconds: 60, redis: await connection() }));
    const waits = [];
    for (let i = 0; i < 6; i += 1) waits.push(await limits[i % 2]?.take("anna"));
    expect(waits.map((wait) => wait?.first)).toEqual([undefined, undefined, undefined, true, false, false]);
    expect(waits[3]?.seconds).toBeGreaterThan(50);
    expect(await limits[0]?.take("boris")).toBeUndefined();
  });

  it("is work that is done once, by one of them, and waited for by the other", async () => {
    const [a, b] = [claimsOf(await connection(), "a"), claimsOf(await connection(), "b")];
    const done: string[] = [];
    const work = (who: string) => async () => {
      await later(150);
      done.push(who);
      return true;
    };
    const first = a.once("7", work("a"));
    await later(30);
    await b.once("7", work("b"));
    expect(done).toEqual(["a"]);
    await first;
    await b.once("7", work("b"));
    expect(done).toEqual(["a"]);
  });

  it("is work that is begun anew when it was not finished, and when its process died, but not when it is slow", async () => {
    const [a, b] = [claimsOf(await connection(), "a"), claimsOf(await connection(), "b")];
    const done: string[] = [];
    const work = (who: string) => async () => done.push(who) > 0;
    await a.once("cut short", async () => false);
    await b.once("cut short", work("b"));
    expect(done).toEqual(["b"]);

    // Longer than a claim stands without being renewed
    const slow = a.once("slow", async () => {
      await later(1_500);
      return work("a")();
    });
    await later(50);
    await b.once("slow", work("b again"));
    await slow;
    expect(done).toEqual(["b", "a"]);

    void a.once("killed", () => new Promise(() => {}));
    await later(50);
    a.close();
    await b.once("killed", work("b after a"));
    expect(done).toEqual(["b", "a", "b after a"]);
  });

  it("is a lease that one holds, and another takes when it is given up or its holder dies", async () => {
    const redis = await connection();
    const [a, b, c] = [leaseOf(redis, "a"), leaseOf(redis, "b"), leaseOf(await connection(), "c")];
    await a.held(never);
    await later(300);
    expect([a.mine, b.mine, c.mine]).toEqual([true, false, false]);
    await a.release();
    await expect.poll(() => [b.mine, c.mine].filter(Boolean).length).toBe(1);
    const [holder, next] = b.mine ? [b, c] : [c, b];
    let lost = false;
    holder.onLost(() => {
      lost = true;
    });
    // As if it had been paused for longer than the lease stands
    await server.send("DEL isnad:lease:polling");
    await server.send(`SET isnad:lease:polling ${next === b ? "b" : "c"}`);
    await expect.poll(() => [holder.mine, next.mine, lost]).toEqual([false, true, true]);
  });
});

describe.skipIf(!hasRedis)("while Redis is away", () => {
  const faults = {
    stopped: { begin: () => server.stop(), end: () => server.run() },
    frozen: { begin: async () => server.freeze(), end: async () => server.thaw() },
    full: { begin: () => server.full(true), end: () => server.full(false) },
  };

  it.each(Object.entries(faults))(
    "%s: memory serves, quickly, with one warning and a metric; and then it is shared again",
    async (_name, { begin, end }) => {
      const redis = await connection();
      const limit = createRateLimit({ name: "asked", points: 3, seconds: 60, redis });
      const claims = claimsOf(redis, "a");
      expect(up.at(-1)).toBe(true);
      await begin();
      const from = performance.now();
      const waits = [];
      for (let i = 0; i < 200; i += 1) waits.push(await limit.take("anna"));
      let worked = 0;
      for (let i = 0; i < 20; i += 1)
        await claims.once(String(i), async () => {
          worked += 1;
          return true;
        });
      // The first command waits for its time, no other does
      expect(performance.now() - from).toBeLessThan(3_000);
      expect(waits.filter((wait) => wait === undefined)).toHaveLength(3);
      expect(worked).toBe(20);
      await later(2_500);
      expect(up.at(-1)).toBe(false);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).not.toContain("127.0.0.1");

      await end();
      await isUp(redis, true);
      expect(up.at(-1)).toBe(true);
      // What was done meanwhile is told to the others
      await expect.poll(() => server.send("GET isnad:test:7").then((line) => line)).toBe("$4");
      expect(warnings).toHaveLength(1);
    },
  );

  it("from the start: it starts without, and finds Redis later", async () => {
    await server.stop();
    const redis = await connection();
    expect(redis.up).toBe(false);
    expect(warnings).toHaveLength(1);
    await server.run();
    await isUp(redis, true);
  });

  it("the holder of a lease goes on and comes first afterwards; who stands by stands by", async () => {
    const [a, b] = [leaseOf(await connection(), "a"), leaseOf(await connection(), "b")];
    await a.held(never);
    await later(200);
    await server.stop();
    await later(1_500);
    expect([a.mine, b.mine]).toEqual([true, false]);
    await server.run();
    for (const redis of connections) await isUp(redis, true);
    await later(500);
    expect([a.mine, b.mine]).toEqual([true, false]);
  });

  it("nobody's lease is taken by whoever asks for it", async () => {
    await server.stop();
    const lease = leaseOf(await connection(), "a");
    await lease.held(never);
    expect(lease.mine).toBe(true);
  });
});
