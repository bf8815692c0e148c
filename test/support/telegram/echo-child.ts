/** A bot in a process of its own, to be killed: `node --import tsx child.ts API_ROOT TOKEN [JOURNAL]`. */

import { standIn } from "../web/stub-corpus.ts";
import { startBot } from "./bot.ts";
import type { TelegramServer } from "./server.ts";

const [url = "", token = "", journal] = process.argv.slice(2);
const server = { url, token } as TelegramServer;
const { connection, ended } = startBot(server, standIn(), journal ? { journal } : {});
process.once("SIGTERM", () => void connection.stop());
await ended;
