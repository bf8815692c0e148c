/**
 * `npm run soak -- --asks`: two hundred `/ask` a second on Discord, no two alike, for half a minute, asked of what `npm start` starts. Exits 1
 * where one is lost, is told to come back, or where one in a hundred waits for a second.
 */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { STRINGS } from "../../src/strings/all.ts";
import { people } from "../support/discord/people.ts";
import { startDiscord } from "../support/discord/server.ts";
import type { PendingInteraction } from "../support/discord/server-state.ts";
import { LAUNCHED, launch } from "../support/service/program.ts";

/** Interactions a second. */
const RATE = 200;
/** ms within which 99 of 100 are to be answered. */
const MAX_P99 = 1_000;
/** ms. Discord takes no answer after that. */
const WINDOW = 3_000;
/** Hz of the counters of processor time in /proc (sysconf(_SC_CLK_TCK), 100 on every Linux). */
const TICKS = 100;

const wait = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
const folder = (path: string): URL => new URL(`../../${path}/`, import.meta.url);

/** The questions with known answers first, then those that the seeds expect: more than a cache of a thousand answers holds. */
function distinctQuestions(): string[] {
  const known = readdirSync(folder("test/questions"))
    .filter((name) => name.endsWith(".jsonl") && name !== "verify.jsonl")
    .flatMap((name) => readFileSync(new URL(name, folder("test/questions")), "utf8").split("\n"))
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { question: string }).question);
  const expected = readdirSync(folder("seeds/questions"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder("seeds/questions")), "utf8").split("\n"))
    .map((line) => line.replace(/^-\s*/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  return [...new Set([...known, ...everyNth(expected)])].filter((text) => typeof text === "string");
}

/** From all of a list by turns, so that its languages are mixed. */
function everyNth<T>(list: readonly T[], step = 97): T[] {
  return Array.from({ length: step }, (_, from) => list.filter((_one, at) => at % step === from)).flat();
}

/** Seconds of processor time of a process and its threads. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Seconds that all processors together have worked for anybody. */
function allProcessorTime(): number {
  const [user = 0, nice = 0, system = 0] = readFileSync("/proc/stat", "utf8")
    .split(/\s+/)
    .slice(1, 4)
    .map(Number);
  return (user + nice + system) / TICKS;
}

export async function asks(seconds: number): Promise<string[]> {
  const discord = await startDiscord({ token: "a.token.for.a.soak.that.is.long", judged: false });
  const them = people(discord);
  const program = launch(LAUNCHED, {
    HTTP_PORT: "0",
    LOG_LEVEL: "error",
    ANSWERS_PER_MINUTE: "10000",
    DISCORD_TOKEN: discord.world.token,
    DISCORD_API_URL: discord.api,
  });
  await program.says(/page\s+on, (http\S+)/);
  const [, address = ""] = /page\s+on, (http\S+)/.exec(program.said()) ?? [];
  while ((await fetch(`${address}/readyz`)).status !== 200) await wait(100);

  const questions = distinctQuestions();
  const wanted = RATE * seconds;
  const warmUp = Math.min(RATE * 5, questions.length - wanted);
  if (warmUp < 0) throw new Error(`there are only ${questions.length} questions`);
  let next = 0;
  const ask = (): PendingInteraction =>
    them.command(
      "ask",
      { question: questions[next++] ?? "" },
      {
        by: { id: String(900_000_000_000_000_000n + BigInt(next)), locale: "en-US" },
      },
    );
  // Sent when they are due, whether or not those before are answered: people do not wait for each other
  async function load(count: number): Promise<PendingInteraction[]> {
    const sent: PendingInteraction[] = [];
    const began = performance.now();
    while (sent.length < count) {
      const due = Math.min(count, Math.floor(((performance.now() - began) / 1_000) * RATE));
      while (sent.length < due) sent.push(ask());
      await wait(2);
    }
    return sent;
  }
  // The compiler takes its time over the first of them, as it does once a start
  await load(warmUp);
  await wait(WINDOW);

  const { pid } = program.child;
  const before = { own: process.cpuUsage(), bot: processorTime(pid ?? 0), all: allProcessorTime() };
  const from = performance.now();
  const sent = await load(wanted);
  const lasted = (performance.now() - from) / 1_000;
  const used = {
    bot: processorTime(pid ?? 0) - before.bot,
    all: allProcessorTime() - before.all,
    own: (({ user, system }) => user + system)(process.cpuUsage(before.own)) / 1e6,
  };
  await wait(WINDOW);
  program.child.kill("SIGTERM");
  const code = await Promise.race([program.ended, wait(20_000).then(() => "hangs" as const)]);
  await program.kill();
  await discord.close();

  const times = sent.flatMap(({ latency }) => latency ?? []).sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  const busy = Object.values(STRINGS).map(({ notice }) => JSON.stringify(notice.busy).slice(1, -1));
  const lost = sent.length - times.length;
  const told = sent.filter(({ response }) => {
    const data = JSON.stringify(response?.data ?? {});
    return busy.some((words) => data.includes(words));
  }).length;
  const share = (one: number): number => Math.round((one / lasted) * 100) / 100;
  process.stdout.write(
    `${JSON.stringify({
      asked: sent.length,
      aSecond: Math.round(sent.length / lasted),
      lost,
      told,
      late: times.filter((time) => time > WINDOW).length,
      p50: at(0.5),
      p90: at(0.9),
      p99: at(0.99),
      longest: at(1),
      processors: {
        there: availableParallelism(),
        bot: share(used.bot),
        loopback: share(used.own),
        others: share(used.all - used.bot - used.own),
      },
      load: loadavg().map((one) => Math.round(one * 100) / 100),
      code,
    })}\n`,
  );
  return [
    lost > 0 ? `${lost} without an answer` : "",
    told > 0 ? `${told} told that it is too busy` : "",
    at(0.99) > MAX_P99 ? `one in a hundred waits ${at(0.99)} ms` : "",
    code !== 0 ? `ended with ${code}` : "",
  ].filter(Boolean);
}
