/** A bot under load in a process of its own: `load-child.ts API_ROOT TOKEN polling|webhook [REDIS_URL|- [stand-in]]`; sends its
 * origin, and at the end the milliseconds of processor time that it took. With a stand-in for the core it starts in half the time. */
import Fastify from "fastify";
import { destination, pino } from "pino";
import { openSharedState } from "../../../adapters/service/shared-state.ts";
import { realAnswerer } from "../core.ts";
import { standIn } from "../web/stub-corpus.ts";
import { startBot } from "./bot.ts";
import type { TelegramServer } from "./server.ts";

/** Telegram allows some 30 messages a second; the pace is lifted here, to measure the bot and not the brake. */
const LIMITS = { pace: { overall: 1e6 }, calls: { deadline: 60_000 }, polls: {}, drain: 500 };

const [url = "", token = "", mode, redisUrl = "-", core] = process.argv.slice(2);
const shared = await openSharedState(redisUrl === "-" ? undefined : redisUrl, pino(destination(2)));
const answerer = core === "stand-in" ? standIn() : realAnswerer();
const { connection, ended } = startBot({ url, token } as TelegramServer, answerer, {
  limits: LIMITS,
  shared,
  ...(mode === "webhook"
    ? { webhook: { url: "https://isnad.example/telegram", secret: "a_secret-of-32-letters_0123456789" } }
    : {}),
});
const app = Fastify();
if (connection.webhook) await app.register(connection.webhook);
const origin = await app.listen({ port: 0, host: "127.0.0.1" });
process.send?.(origin);
const before = process.cpuUsage();
process.once("SIGTERM", () => void connection.stop());
await ended;
await app.close();
const { user, system } = process.cpuUsage(before);
process.send?.((user + system) / 1000, () => process.disconnect());
