/** Two processes of the same shard: Discord sends each event to both. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClaims } from "../../../adapters/service/claims.ts";
import { type Meter, UNCOUNTED } from "../../../adapters/service/metrics.ts";
import { openSharedState, type SharedState } from "../../../adapters/service/shared-state.ts";
import { type Scene, scene } from "../../support/discord/bot.ts";
import { buttonsOf } from "../../support/discord/driver.ts";
import { logbook } from "../../support/discord/memory-log.ts";
import type { People } from "../../support/discord/people.ts";
import { type LoopbackDiscord, startDiscord } from "../../support/discord/server.ts";
import { textOf } from "../../support/discord/stage.ts";
import { until } from "../../support/discord/until.ts";
import { hasRedis, TestRedis } from "../../support/redis.ts";
import { standIn } from "../../support/web/stub-corpus.ts";

const STURGEON = "ماذا قال بوتين عن سمك الحفش؟";
/** ms after which the other replica would have answered as well. */
const QUIET = 400;

let redis: TestRedis;
let discord: LoopbackDiscord;
let replicas: Scene[];
let shared: SharedState[];
/** Where things happened: "0 answered" is an answer of the first replica. */
let counted: string[];
/** Every question that reached a core. */
let asked: string[];
let them: People;

const later = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

async function replica(limit = 1_000): Promise<void> {
  const number = replicas.length;
  const meter: Meter = {
    ...UNCOUNTED,
    failed: (_surface, kind) => counted.push(`error ${kind}`),
  };
  const state = await openSharedState(redis.url, logbook().log);
  if (state) shared.push(state);
  const one = await scene(
    {
      // Its answers take no time, so that what is measured is the sharing
      answerer: standIn(),
      limits: { questions: limit, seconds: 60 },
      meter,
      ...(state && { shared: state }),
      conversation: (real) => ({
        ...real,
        ask(question) {
          counted.push(`${number} answered`);
          asked.push(question.text);
          return real.ask(question);
        },
        press(button, question) {
          counted.push(`${number} pressed`);
          return real.press(button, question);
        },
      }),
    },
    discord,
  );
  replicas.push(one);
  them = one.them;
}

beforeEach(async () => {
  if (!hasRedis) return;
  [replicas, shared, counted, asked] = [[], [], [], []];
  redis = await TestRedis.start();
  discord = await startDiscord();
});

afterEach(async () => {
  if (!hasRedis) return;
  for (const { bot } of replicas) await bot.stop();
  const { violations } = discord.world;
  await discord.close();
  for (const { redis: connection } of shared) await connection.close();
  await redis.close();
  expect(violations).toEqual([]);
});

const repliesTo = (id: string) => [...discord.world.messages.values()].filter((m) => m.repliesTo === id);
const callbacks = () => discord.world.calls.filter(({ path }) => path.startsWith("/interactions/")).length;
const answers = () => counted.filter((what) => what.endsWith("answered"));

describe.skipIf(!hasRedis)("two processes of one shard, with Redis", () => {
  it("answer a command and a mention once, and count them once against the asker", async () => {
    await replica(3);
    await replica(3);
    expect(discord.gateway.connected).toBe(2);
    const first = await them.answered(them.command("ask", { question: STURGEON }));
    expect(textOf(first)).toContain("الحفش");
    const mention = them.say(`<@${discord.world.botId}> ${STURGEON}`);
    await until(() => repliesTo(mention).length > 0, "a reply");
    await later(QUIET);
    expect(repliesTo(mention)).toHaveLength(1);
    expect(callbacks()).toBe(1);
    expect(answers()).toHaveLength(2);
    // Two of three: the third is answered, the fourth is told to wait
    expect(textOf(await them.answered(them.command("ask", { question: STURGEON })))).toContain("الحفش");
    expect(textOf(await them.answered(them.command("ask", { question: STURGEON })))).not.toContain("الحفش");
    await later(QUIET);
    expect(callbacks()).toBe(3);
    expect(answers()).toHaveLength(3);
    expect(counted.filter((what) => what.startsWith("error"))).toEqual([]);
  });

  it("turn a page once", async () => {
    await replica();
    await replica();
    const message = await them.answered(them.command("ask", { question: STURGEON }));
    const [button] = message === undefined ? [] : buttonsOf(message.body);
    if (message === undefined || button === undefined) throw new Error("an answer has buttons");
    await them.answered(them.press(message, button.id));
    await later(QUIET);
    expect(callbacks()).toBe(2);
    expect(counted.filter((what) => what.endsWith("pressed"))).toHaveLength(1);
  });

  it("share a crowd's questions, each answered once", async () => {
    await replica();
    await replica();
    const crowd = Array.from({ length: 60 }, (_, n) =>
      them.command("ask", { question: `${STURGEON} ${n}` }, { by: { id: `8${n + 1000}`, locale: "ar" } }),
    );
    await until(() => crowd.every(({ response }) => response !== undefined), "all answers");
    await later(QUIET);
    expect(callbacks()).toBe(60);
    // On a machine that cannot answer all of them in time some are told so, and once as well
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  it("answer in time what one of them died at", async () => {
    await replica();
    await replica();
    // As a process that was killed in the middle leaves it: claimed, and nobody renews
    const id = discord.world.snowflake();
    discord.world.snowflake = () => id;
    const connection = (shared[0] as SharedState).redis;
    const dead = createClaims({
      name: "discord:token",
      redis: connection,
      self: "gone",
      limits: { lease: 1_500 },
    });
    void dead.once(id, () => new Promise(() => {}));
    dead.close();
    await expect.poll(() => redis.send(`EXISTS isnad:discord:token:${id}`)).toBe(":1");
    const asked = them.command("ask", { question: STURGEON });
    expect(textOf(await them.answered(asked))).toContain("الحفش");
    expect(asked.latency).toBeGreaterThan(500);
    expect(asked.latency).toBeLessThan(3_000);
    expect(answers()).toHaveLength(1);
  });

  it("go on where Redis is away, and Discord takes one answer of theirs", async () => {
    await replica();
    await replica();
    await redis.stop();
    const mention = them.say(`<@${discord.world.botId}> ${STURGEON}`);
    const command = them.command("ask", { question: STURGEON });
    expect(textOf(await them.answered(command))).toContain("الحفش");
    await until(() => repliesTo(mention).length > 0, "a reply");
    await later(QUIET);
    expect(repliesTo(mention)).toHaveLength(1);
  });
});
