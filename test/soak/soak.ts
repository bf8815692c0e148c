/**
 * `npm run soak [-- --minutes=5 --seed=1 | -- --asks --seconds=30 | -- --reload --passages=10000]`: what `npm start` starts, under questions and faults of both platforms for minutes. Every question
 * is answered once or its asker told; memory and handles stay flat; the end is clean. Exits 1 where they are not.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { STRINGS } from "../../src/strings/all.ts";
import { type People as DiscordPeople, people as discordPeople } from "../support/discord/people.ts";
import { type LoopbackDiscord, startDiscord } from "../support/discord/server.ts";
import type { PendingInteraction } from "../support/discord/server-state.ts";
import { LAUNCHED, launch, type Program } from "../support/service/program.ts";
import { People, person } from "../support/telegram/people.ts";
import { TelegramServer } from "../support/telegram/server.ts";
import { asks } from "./asks.ts";
import { reload } from "./reload.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    seed: { type: "string" },
    /** Load of one kind instead, see `asks.ts`. */
    asks: { type: "boolean" },
    seconds: { type: "string" },
    /** A change of a large corpus instead, see `reload.ts`. */
    reload: { type: "boolean" },
    passages: { type: "string" },
  },
});
const MINUTES = Number(values.minutes ?? 5);
const SEED = Number(values.seed ?? 1);
/** Questions a second on each platform, below Telegram's own pace of 30. */
const RATE = 8;
/** ms between two faults. */
const FAULT_EVERY = 1_500;
/** Of these faults, one is followed by a fault of the polls, which takes seconds to get over. */
const POLLS_EVERY = 10;
/** Share of questions that may stay without an answer and without a word. */
const MAX_SILENT = 0.003;
/** Share by which memory may grow over the last half: the collector leaves it that uneven. */
const MAX_GROWTH = 0.2;
/** ms. Telegram's are of eight seconds at most. */
const LONGEST_PAUSE = 12_000;
/** ms from SIGTERM to the end. */
const MAX_EXIT = 10_000;

/** mulberry32: the same faults and questions for the same seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = chance(SEED);
const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
const wait = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/** Waits until nothing has been called for longer than the longest of pauses before a call is made again. */
async function silence(calls: () => number): Promise<void> {
  let before = calls();
  for (let last = Date.now(); Date.now() - last < LONGEST_PAUSE; await wait(100)) {
    if (calls() === before) continue;
    before = calls();
    last = Date.now();
  }
}

const QUESTIONS = readFileSync(new URL("../questions/msa.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { question: string }).question);
const NOTICES = new Set(
  Object.values(STRINGS).flatMap(({ notice }) => [notice.busy, notice.mayBeLost, notice.failed]),
);

function harmTelegram(server: TelegramServer): void {
  const fault = pick([
    { method: "sendMessage", how: { code: 500 } },
    { method: "sendMessage", how: { code: 503 }, times: 2 },
    { method: "sendMessage", how: { code: 429, retryAfter: 1 } },
    { method: "sendMessage", how: "reset" },
    { method: "sendMessage", how: "reset", accepted: true },
    { method: "sendMessage", how: { code: 502 }, accepted: true },
  ] as const);
  server.fail(fault);
}

function harmPolls(server: TelegramServer): void {
  const fault = pick([
    { method: "getUpdates", how: "reset" },
    { method: "getUpdates", how: "hang" },
    { method: "getUpdates", how: { code: 502 }, times: 2 },
    { method: "getUpdates", how: "half", accepted: true },
  ] as const);
  server.fail(fault);
}

function harmDiscord({ faults, gateway }: LoopbackDiscord): void {
  const unavailable = { kind: "status", status: 503 } as const;
  pick([
    () => faults.next(/\/callback$/, unavailable, { times: 2 }),
    () => faults.next(/\/callback$/, { kind: "reset" }),
    () => faults.next(/\/callback$/, { kind: "hang" }),
    () => faults.next(/\/callback$/, { kind: "reset" }, { afterCarryingOut: true }),
    () => faults.next(/^POST \/channels/, unavailable, { times: 3 }),
    () => faults.next(/^POST \/channels/, { kind: "reset" }, { afterCarryingOut: true }),
    () => gateway.drop(),
  ])();
}

interface Health {
  readonly memory: number;
  readonly handles: number;
}

async function healthOf(address: string): Promise<Health> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1]);
  return { memory: read("process_resident_memory_bytes"), handles: read("process_open_fds") };
}

/** The least of a stretch: what is there after a collection. */
const least = (stretch: readonly Health[], of: keyof Health): number =>
  Math.min(...stretch.map((one) => one[of]));

async function run(): Promise<string[]> {
  const telegram = await TelegramServer.start(undefined);
  const discord = await startDiscord({ token: "a.token.for.a.soak.that.is.long", judged: false });
  const program: Program = launch(LAUNCHED, {
    HTTP_PORT: "0",
    LOG_LEVEL: "warn",
    ANSWERS_PER_MINUTE: "10000",
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    DISCORD_TOKEN: discord.world.token,
    DISCORD_API_URL: discord.api,
  });
  await program.says(/page\s+on, (http\S+)/);
  const [, address = ""] = /page\s+on, (http\S+)/.exec(program.said()) ?? [];
  while ((await fetch(`${address}/readyz`)).status !== 200) await wait(100);
  // The commands are registered and the tables are built: from now on it is as it is for months
  await wait(3_000);

  const onTelegram = new People(telegram);
  const onDiscord: DiscordPeople = discordPeople(discord);
  const asked = { chats: [] as number[], commands: [] as PendingInteraction[], mentions: [] as string[] };
  const health: Health[] = [];
  const until = Date.now() + MINUTES * 60_000;
  let nextFault = Date.now() + FAULT_EVERY;
  let harmed = 0;
  for (let i = 0; Date.now() < until; i++) {
    const who = person(1_000_000 + i);
    asked.chats.push(who.id);
    onTelegram.say(who, pick(QUESTIONS));
    const by = { id: String(900_000_000_000_000_000n + BigInt(i)), locale: "en-US" };
    if (i % 3 === 0)
      asked.mentions.push(onDiscord.say(`<@${discord.world.botId}> ${pick(QUESTIONS)}`, { by }));
    else asked.commands.push(onDiscord.command("ask", { question: pick(QUESTIONS) }, { by }));
    if (Date.now() > nextFault) {
      nextFault += FAULT_EVERY;
      harmTelegram(telegram);
      if (++harmed % POLLS_EVERY === 0) harmPolls(telegram);
      harmDiscord(discord);
    }
    if (i % (RATE * 2) === 0) health.push(await healthOf(address));
    await wait(1000 / RATE);
  }
  telegram.faults.clear();
  discord.faults.clear();
  const answering = () => telegram.calls.filter(({ method }) => method !== "getUpdates").length;
  await silence(() => answering() + discord.world.calls.length);
  const since = Date.now();
  program.child.kill("SIGTERM");
  const code = await Promise.race([program.ended, wait(30_000).then(() => "hangs" as const)]);
  const exit = Date.now() - since;
  await program.kill();

  const texts = new Map<number, string[]>();
  for (const { chat, text } of telegram.sent) texts.set(chat.id, [...(texts.get(chat.id) ?? []), text]);
  const answers = (chat: number): number =>
    (texts.get(chat) ?? []).filter((text) => !NOTICES.has(text)).length;
  const replies = new Map<string, number>();
  for (const { repliesTo } of discord.world.messages.values())
    if (repliesTo) replies.set(repliesTo, (replies.get(repliesTo) ?? 0) + 1);

  const silent = {
    telegram: asked.chats.filter((chat) => !texts.has(chat)).length,
    commands: asked.commands.filter(({ response }) => response === undefined).length,
    mentions: asked.mentions.filter((id) => !replies.has(id)).length,
  };
  const twice =
    asked.chats.filter((chat) => answers(chat) > 1).length +
    [...replies.values()].filter((n) => n > 1).length;
  const told = asked.chats.filter((chat) => answers(chat) === 0 && texts.has(chat)).length;
  const total = asked.chats.length + asked.commands.length + asked.mentions.length;
  const share = (silent.telegram + silent.commands + silent.mentions) / total;
  const half = health.slice(Math.floor(health.length / 2));
  const [before, after] = [half.slice(0, half.length / 2), half.slice(half.length / 2)];
  const growth = least(after, "memory") / least(before, "memory") - 1;
  const handles = least(after, "handles") - least(before, "handles");
  process.stdout.write(
    `${JSON.stringify({ seed: SEED, minutes: MINUTES, total, silent, share, told, twice, growth, handles, exit, code })}\n`,
  );
  await telegram.close();
  await discord.close();
  return [
    share > MAX_SILENT ? `${(share * 100).toFixed(2)} % without a word` : "",
    twice > 0 ? `${twice} answered twice` : "",
    growth > MAX_GROWTH ? `memory grew by ${(growth * 100).toFixed(0)} %` : "",
    handles > 10 ? `${handles} more handles` : "",
    code !== 0 || exit > MAX_EXIT ? `ended with ${code} after ${exit} ms` : "",
  ].filter(Boolean);
}

const problems = values.asks
  ? await asks(Number(values.seconds ?? 30))
  : values.reload
    ? await reload(Number(values.passages ?? 10_000))
    : await run();
for (const problem of problems) process.stderr.write(`soak: ${problem}\n`);
process.exit(problems.length > 0 ? 1 : 0);
