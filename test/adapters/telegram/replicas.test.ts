import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hasRedis, TestRedis } from "../../support/redis.ts";
import { People, person } from "../../support/telegram/people.ts";
import { TelegramServer } from "../../support/telegram/server.ts";

const CHILD = fileURLToPath(new URL("../../support/telegram/load-child.ts", import.meta.url));
/**
 * ms before a kill within which a message may be sent that the killed process could not note any more: Telegram takes no mark by which
 * it would know a message again. Two commands on loopback, on a machine that may be busy.
 */
const BEING_SENT = 1_500;

interface Replica {
  readonly child: ChildProcess;
  readonly origin: string;
}

let redis: TestRedis;
let server: TelegramServer;
let people: People;
let replicas: Replica[];
let balancer: Server | undefined;

beforeEach(async () => {
  if (!hasRedis) return;
  redis = await TestRedis.start();
  server = await TelegramServer.start();
  people = new People(server);
  replicas = [];
});

afterEach(async () => {
  if (!hasRedis) return;
  for (const { child } of replicas) await kill(child);
  balancer?.closeAllConnections();
  balancer?.close();
  balancer = undefined;
  await server.close();
  await redis.close();
});

async function start(mode: "polling" | "webhook"): Promise<Replica> {
  const child = fork(CHILD, [server.url, server.token, mode, redis.url, "stand-in"], {
    execArgv: ["--import", "tsx"],
  });
  const [origin] = (await once(child, "message")) as [string];
  const replica = { child, origin };
  replicas.push(replica);
  return replica;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Gives deliveries to replicas: each to all of them, or each to the next one that takes it. */
async function balance(how: "to all" | "in turn"): Promise<void> {
  let turn = 0;
  balancer = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const deliver = ({ origin }: Replica) =>
      fetch(`${origin}${request.url}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-telegram-bot-api-secret-token": String(request.headers["x-telegram-bot-api-secret-token"]),
        },
        body: Buffer.concat(chunks),
      }).then(
        ({ status }) => status,
        () => 502,
      );
    turn += 1;
    const chosen = how === "to all" ? replicas : replicas.slice(turn % replicas.length).slice(0, 1);
    const statuses = await Promise.all(chosen.map(deliver));
    response.writeHead(Math.min(...statuses)).end();
  }).listen(0, "127.0.0.1");
  await once(balancer, "listening");
  server.push.route(`http://127.0.0.1:${(balancer.address() as { port: number }).port}`);
}

/** Somebody new asks, so many times a second, from now on; `at` is called when so many have asked. */
async function ask(count: number, rate: number, at: Readonly<Record<number, () => unknown>> = {}) {
  for (let i = 0; i < count; i += 1) {
    people.say(person(20_000 + i), "/help");
    await at[i]?.();
    await new Promise((wake) => setTimeout(wake, 1000 / rate));
  }
  const ids = Array.from({ length: count }, (_, i) => 20_000 + i);
  const answered = () => new Set(server.sent.map(({ chat }) => chat.id));
  await server.until(() => ids.every((id) => answered().has(id)), "an answer for everybody");
  await server.until(() => server.updates.pending.length === 0, "everything to be confirmed");
}

/** When each chat that got more than one answer got its first. */
function repeated(): number[] {
  const times = new Map<unknown, number[]>();
  for (const { method, body, at, outcome } of server.calls)
    if (method === "sendMessage" && outcome === "ok")
      times.set(body["chat_id"], [...(times.get(body["chat_id"]) ?? []), at]);
  return [...times.values()].filter((at) => at.length > 1).map(([first = 0]) => first);
}

describe.skipIf(!hasRedis)("two replicas", { timeout: 180_000 }, () => {
  it("that each get every update answer each update once, whichever of them is killed under load", async () => {
    await balance("to all");
    const [first] = [await start("webhook"), await start("webhook")];
    let killed = 0;
    await ask(150, 25, {
      75: () => {
        killed = Date.now();
        void kill((first as Replica).child);
      },
    });
    for (const at of repeated()) {
      expect(at).toBeGreaterThan(killed - BEING_SENT);
      expect(at).toBeLessThan(killed + BEING_SENT);
    }
  });

  it.each([
    ["stopped", () => redis.stop()],
    ["frozen", async () => redis.freeze()],
    ["full", () => redis.full(true)],
  ])("that get the updates in turn answer each once while Redis is %s in the middle", async (_how, begin) => {
    await balance("in turn");
    await start("webhook");
    await start("webhook");
    await ask(100, 50, { 40: begin });
    expect(repeated()).toEqual([]);
  });

  it("of which one polls: the other takes over within 30 s when it is killed, and at once when it stops", async () => {
    const first = await start("polling");
    people.say(person(7), "/help");
    await server.until(() => server.sent.length === 1, "the first to poll");
    const second = await start("polling");
    const polls = () => server.made("getUpdates").length;
    let killed = 0;
    await ask(60, 25, {
      30: () => {
        killed = Date.now();
        void kill(first.child);
      },
    });
    // No poll was ended by another process, but for the one that the dead process had open
    const conflicts = server.made("getUpdates").filter(({ outcome }) => outcome.startsWith("Conflict"));
    expect(conflicts.filter(({ at }) => at > killed)).toEqual([]);
    expect(conflicts.length).toBeLessThan(2);
    const taken = server.made("getUpdates").find(({ at }) => at > killed + BEING_SENT)?.at ?? Infinity;
    expect(taken - killed).toBeLessThan(30_000);
    for (const at of repeated()) expect(Math.abs(at - killed)).toBeLessThan(BEING_SENT);

    const third = await start("polling");
    await server.until(() => polls() > 0, "polls");
    const stopped = Date.now();
    second.child.kill("SIGTERM");
    people.say(person(8), "/help");
    await server.until(() => server.sent.some(({ chat }) => chat.id === 8), "an answer of the third");
    expect(third.child.exitCode).toBeNull();
    expect(Date.now() - stopped).toBeLessThan(15_000);
  });
});
