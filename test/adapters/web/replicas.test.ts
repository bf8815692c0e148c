/** Two replicas behind one balancer, which share a Redis. */
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RedisConnection } from "../../../adapters/service/redis-connection.ts";
import { hasRedis, TestRedis } from "../../support/redis.ts";
import { runningHere } from "../../support/web/running.ts";

let server: TestRedis;
let connections: RedisConnection[];

beforeEach(async () => {
  connections = [];
  if (hasRedis) server = await TestRedis.start();
});
afterEach(async () => {
  if (!hasRedis) return;
  for (const opened of connections) await opened.close();
  await server.close();
});

async function replica(perMinute: number): Promise<string> {
  const redis = await RedisConnection.open({ url: server.url, log: pino({ level: "silent" }) });
  connections.push(redis);
  return (await runningHere({ perMinute, redis })).url;
}

describe.skipIf(!hasRedis)("the page's limit of an address, with Redis", () => {
  it("is one for all replicas, and another for each address and for the API", async () => {
    const replicas = [await replica(4), await replica(4)];
    const ask = async (at: number, path: string, from = "203.0.113.7") => {
      const response = await fetch(`${replicas[at % 2]}${path}`, { headers: { "x-forwarded-for": from } });
      return [response.status, response.headers.get("x-ratelimit-remaining")];
    };
    const statuses = [];
    for (let at = 0; at < 6; at += 1) statuses.push(await ask(at, "/"));
    expect(statuses).toEqual([
      [200, "3"],
      [200, "2"],
      [200, "1"],
      [200, "0"],
      [429, "0"],
      [429, "0"],
    ]);
    expect((await ask(0, "/", "203.0.113.8"))[0]).toBe(200);
    expect((await ask(1, "/api/answer?q=hello"))[0]).toBe(200);
    const late = await fetch(`${replicas[0]}/`, { headers: { "x-forwarded-for": "203.0.113.7" } });
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(30);
  });

  it("is each one's own while Redis is away, and nobody waits for it", async () => {
    const replicas = [await replica(2), await replica(2)];
    await server.stop();
    const from = performance.now();
    const statuses = [];
    for (let at = 0; at < 6; at += 1) statuses.push((await fetch(`${replicas[at % 2]}/`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});
