import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { bench, describe } from "vitest";
import { load, type Measured } from "../support/telegram/load.ts";
import { People, person } from "../support/telegram/people.ts";
import { TelegramServer } from "../support/telegram/server.ts";

const CHILD = fileURLToPath(new URL("../support/telegram/load-child.ts", import.meta.url));

const LOAD = {
  rate: 200,
  seconds: 10,
  questions: [
    "ماذا قال بوتين عن سمك الحفش؟",
    "What did Putin say about Finland and Sweden?",
    "Почему Алиева беспокоит Каспийское море?",
    "رئيسي",
    "Who won the football world cup?",
  ],
};
/** Once: it is the load that is measured, not the time that it takes. */
const ONCE = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };

function report(what: string, { sent, lost, repeated, p50, p99, most }: Measured, processor: number): void {
  const each = (processor / sent).toFixed(1);
  const times = `p50 ${p50} ms, p99 ${p99} ms, most ${most} ms, ${each} ms of processor time each`;
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

/** The bot in a process of its own, so that it does not pay for the server's work. */
async function startChild(server: TelegramServer, webhook: boolean): Promise<ChildProcess> {
  const child = fork(CHILD, [server.url, server.token, webhook ? "webhook" : "polling"], {
    execArgv: ["--import", "tsx"],
    silent: true,
  });
  child.stderr?.pipe(process.stderr);
  const [origin] = (await once(child, "message")) as [string];
  server.push.route(origin);
  const ready = webhook ? "setWebhook" : "getUpdates";
  await server.until(() => server.made(ready).length > 0, "the connection");
  return child;
}

async function measure(what: string, webhook: boolean, slow: boolean): Promise<void> {
  const server = await TelegramServer.start(() => []);
  const child = await startChild(server, webhook);
  if (slow) addSlowPerson(server);
  const measured = await load(server, LOAD);
  const processor = once(child, "message");
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  report(what, measured, Number((await processor)[0]));
  await gone;
  await server.close();
}

describe("Telegram on loopback, from delivery to the call that replies", () => {
  for (const slow of [false, true]) {
    for (const mode of ["polling", "webhook"]) {
      const what = slow ? `${mode} beside a person whose answer hangs` : mode;
      let measured: Promise<void> | undefined;
      bench(
        what,
        () => {
          // The library runs even a single iteration several times.
          measured ??= measure(what, mode === "webhook", slow);
          return measured;
        },
        ONCE,
      );
    }
  }
});
