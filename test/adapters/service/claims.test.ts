/** Claims while the event loop is late: on a busy machine, or behind an answer that takes its time. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Claims, createClaims } from "../../../adapters/service/claims.ts";
import { RedisConnection } from "../../../adapters/service/redis-connection.ts";
import { logbook } from "../../support/discord/memory-log.ts";
import { hasRedis, TestRedis } from "../../support/redis.ts";

/** ms */
const LEASE = 400;

let server: TestRedis;
let connections: RedisConnection[];
let claims: Claims[];

async function claimsOf(self: string, lease = LEASE): Promise<Claims> {
  const redis = await RedisConnection.open({ url: server.url, log: logbook().log });
  connections.push(redis);
  const made = createClaims({ name: "test", redis, self, limits: { lease, look: 20 } });
  claims.push(made);
  return made;
}

const later = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));
function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** Work that goes on until it is told to end. */
function work() {
  let begun = 0;
  let end = (): void => {};
  const ended = new Promise<void>((go) => {
    end = go;
  });
  const go = async (): Promise<boolean> => {
    begun += 1;
    await ended;
    return true;
  };
  return { go, end: () => end(), begun: () => begun };
}

beforeEach(async () => {
  [connections, claims] = [[], []];
  if (hasRedis) server = await TestRedis.start();
});
afterEach(async () => {
  if (!hasRedis) return;
  for (const one of claims) one.close();
  for (const one of connections) await one.close();
  await server.close();
});

describe.skipIf(!hasRedis)("a claim", () => {
  it("that is gone is restored by its owner, unless another has taken it", async () => {
    const a = await claimsOf("a");
    const { go, end } = work();
    const both = [a.once("gone", go), a.once("taken", go)];
    await expect.poll(() => server.send("EXISTS isnad:test:gone isnad:test:taken")).toBe(":2");
    await server.send("SET isnad:test:taken another");
    await server.send("DEL isnad:test:gone");
    await expect.poll(() => server.send("STRLEN isnad:test:gone")).toBe(":1");
    expect(await server.send("STRLEN isnad:test:taken")).toBe(":7");
    end();
    await Promise.all(both);
  });

  it.each([
    ["that another has been looking at", 100],
    ["that another hears of only then", 0],
  ])(
    "%s stays its owner's when neither could do anything for longer than it stands",
    async (_what, before) => {
      const [a, b] = [await claimsOf("a"), await claimsOf("b")];
      const { go, end, begun } = work();
      const first = a.once("7", go);
      await expect.poll(begun).toBe(1);
      const second = before > 0 ? b.once("7", go) : undefined;
      await later(before);
      block(LEASE * 2);
      const third = second ?? b.once("7", go);
      await later(LEASE);
      expect(begun()).toBe(1);
      end();
      await Promise.all([first, third]);
      expect(begun()).toBe(1);
    },
  );

  it("of a dead process is taken soon after it has lapsed, even where every look is late", async () => {
    const [a, b] = [await claimsOf("a"), await claimsOf("b")];
    const { go, end, begun } = work();
    void a.once("7", go);
    await expect.poll(begun).toBe(1);
    a.close();
    const busy = setInterval(() => block(LEASE / 2), 5);
    const second = b.once("7", go);
    try {
      // A look in which it lapses, one that doubts, one that believes, each late by half a lease
      await expect.poll(begun, { timeout: LEASE * 20 }).toBe(2);
    } finally {
      clearInterval(busy);
      end();
    }
    await second;
  });
});

describe.skipIf(!hasRedis)("a connection to Redis", () => {
  it("is not given up for an answer that came while nobody could read it", async () => {
    const a = await claimsOf("a");
    const [redis] = connections;
    for (let i = 0; i < 3; i += 1) {
      const done = a.once(String(i), async () => true);
      block(400);
      await done;
      expect(redis?.up).toBe(true);
    }
  });
});
