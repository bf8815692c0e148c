import Fastify from "fastify";
import { expect, it } from "vitest";
import { connectEcho, QUICK } from "../../support/telegram/echo.ts";
import { load } from "../../support/telegram/load.ts";
import { People, person } from "../../support/telegram/people.ts";
import { TelegramServer } from "../../support/telegram/server.ts";

/** The times are for `npm run bench`; here it is only that nobody is forgotten and nobody is answered twice. */
it.each(["polling", "webhook"])(
  "two hundred updates a second by %s: none lost, none twice, one hanging",
  async (mode) => {
    const server = await TelegramServer.start();
    const { connection } = connectEcho(server, {
      limits: { ...QUICK, pace: { overall: 1e6 }, calls: { deadline: 60_000 }, drain: 500 },
      ...(mode === "webhook"
        ? { webhook: { url: "https://isnad.example", secret: "a_secret-of-32-letters_0123456789" } }
        : {}),
    });
    const app = Fastify();
    if (connection.webhook) await app.register(connection.webhook);
    server.push.route(await app.listen({ port: 0, host: "127.0.0.1" }));
    await server.until(() => connection.readiness.ready, "the connection");
    const slow = person(5);
    const people = new People(server);
    people.privateChat(slow);
    server.fail({ method: "sendMessage", how: "hang", chat: slow.id, times: 9 });
    people.say(slow, "hangs");
    const measured = await load(server, { rate: 200, seconds: 3, questions: ["?"] });
    expect(measured).toMatchObject({ sent: 600, lost: 0, repeated: 0 });
    await connection.stop();
    await app.close();
    await server.close();
  },
);
