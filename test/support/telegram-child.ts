/** A bot in a process of its own, to be killed: `node --import tsx telegram-child.ts API_ROOT TOKEN [JOURNAL]`. */
import { openJournal } from "../../adapters/telegram/journal.ts";
import { connectEcho } from "./telegram-echo.ts";
import type { TelegramServer } from "./telegram-server.ts";

const [url = "", token = "", journal] = process.argv.slice(2);
const { connection, ended } = connectEcho({ url, token } as TelegramServer, {
  ...(journal ? { journal: openJournal(journal) } : {}),
});
process.once("SIGTERM", () => void connection.stop());
await ended;
