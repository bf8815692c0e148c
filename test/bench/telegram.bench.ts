import Fastify from "fastify";
import { bench, describe } from "vitest";
import { realAnswerer, startBot } from "../support/telegram-core.ts";
import { load, type Measured } from "../support/telegram-load.ts";
import { People, person } from "../support/telegram-people.ts";
import { TelegramServer } from "../support/telegram-server.ts";

/** Telegram allows some 30 messages a second; the pace is lifted here, to measure the bot and not the brake. */
const LIMITS = { pace: { overall: 1e6 }, calls: { deadline: 60_000 }, drain: 500 };
const LOAD = {
  rate: 200,
  seconds: 10,
  questions: [
    "ماذا قال بوتين عن سمك الحفش؟",
    "What did Putin say about the G7?",
    "Почему Алиева беспокоит Каспийское море?",
    "رئيسي",
    "Who won the football world cup?",
  ],
};
/** Once: it is the load that is measured, not the time that it takes. */
const ONCE = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };

function report(what: string, { sent, lost, repeated, p50, p99, most }: Measured): void {
  const times = `p50 ${p50} ms, p99 ${p99} ms, most ${most} ms`;
  console.log(
    `Telegram, ${what}: ${sent} updates at ${LOAD.rate}/s, ${lost} lost, ${repeated} repeated, ${times}`,
  );
}

/** One person's answer hangs for the whole run. */
function addSlowPerson(server: TelegramServer): void {
  const slow = person(5);
  const people = new People(server);
  people.privateChat(slow);
  server.fail({ method: "sendMessage", how: "hang", chat: slow.id, times: 99 });
  people.say(slow, "slow");
}

async function measure(what: string, webhook: boolean, slow: boolean): Promise<void> {
  const server = await TelegramServer.start();
  const { connection } = startBot(server, realAnswerer(), {
    limits: LIMITS,
    ...(webhook ? { webhookUrl: "https://isnad.example/telegram" } : {}),
  });
  const app = Fastify();
  if (connection.webhook) await app.register(connection.webhook);
  server.push.route(await app.listen({ port: 0, host: "127.0.0.1" }));
  await server.until(() => connection.healthy, "the connection");
  if (slow) addSlowPerson(server);
  report(what, await load(server, LOAD));
  await connection.stop();
  await app.close();
  await server.close();
}

describe("Telegram on loopback, from delivery to the call that replies", () => {
  for (const slow of [false, true]) {
    for (const mode of ["polling", "webhook"]) {
      const what = slow ? `${mode} beside a person whose answer hangs` : mode;
      bench(what, () => measure(what, mode === "webhook", slow), ONCE);
    }
  }
});
