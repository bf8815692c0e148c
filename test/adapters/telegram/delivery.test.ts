import { Agent, request } from "node:http";
import { connect as connectSocket } from "node:net";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { createMetrics } from "../../../adapters/service/metrics.ts";
import { closeWebServer } from "../../../adapters/web/lifecycle.ts";
import { createWebServer } from "../../../adapters/web/server.ts";
import { realAnswerer } from "../../support/core.ts";
import { QUICK } from "../../support/telegram/echo.ts";
import { answered, connect, people, server, setEchoStage } from "../../support/telegram/echo-stage.ts";
import { person } from "../../support/telegram/people.ts";

const SECRET = "a_secret-of-32-letters_0123456789";
const ADDRESS = "https://isnad.example/telegram";
const LIMITS = { ...QUICK, deliveryCheck: 100 };
const anna = person(11);

setEchoStage();

type Web = Awaited<ReturnType<typeof createWebServer>>;
let web: Web | undefined;

afterEach(async () => {
  if (web) await closeWebServer(web);
  web = undefined;
});

/** The program's own web server, with the webhook on it. */
async function serve(limits: Record<string, unknown> = LIMITS, slowestRequest?: number) {
  const running = connect({ webhook: { url: ADDRESS, secret: SECRET }, limits: { ...QUICK, ...limits } });
  web = await createWebServer({
    answerer: realAnswerer(),
    log: pino({ level: "silent" }),
    metrics: createMetrics({ process: false }),
    plugins: running.connection.webhook ? [running.connection.webhook] : [],
    ...(slowestRequest === undefined ? {} : { slowestRequest }),
  });
  const origin = await web.listen({ port: 0, host: "127.0.0.1" });
  server.push.route(origin);
  await server.until(() => server.push.active && running.connection.readiness.ready, "the webhook");
  return { ...running, origin };
}

const post = (origin: string, body: string, type: string): Promise<Response> =>
  fetch(`${origin}/telegram`, {
    method: "POST",
    headers: { "content-type": type, "x-telegram-bot-api-secret-token": SECRET },
    body,
  });

describe("a webhook", () => {
  it("that another program deletes is set again, with a line", async () => {
    const { lines } = await serve();
    server.push.stop();
    await server.until(() => server.push.url === ADDRESS, "the webhook to be set again");
    expect(lines.join("")).toContain("changed the webhook");
    people.say(anna, "heard?");
    await answered(1);
  });

  it("that another program takes for itself, and that cannot be set again, is no readiness", async () => {
    const { connection } = await serve();
    server.fail({ method: "setWebhook", how: { code: 400, description: "Bad Request: no" }, times: 1_000 });
    server.push.set({ url: "https://other.example/", secret_token: "x" });
    await server.until(() => !connection.readiness.ready, "unreadiness");
    expect(connection.readiness.reason).toContain("another program");
  });

  it("to which Telegram cannot deliver is no readiness while anything waits", async () => {
    const { connection } = await serve();
    server.push.route("http://127.0.0.1:1");
    people.say(anna, "lost on the way");
    await server.until(() => !connection.readiness.ready, "unreadiness");
    expect(connection.readiness.reason).toContain("cannot deliver");
  });

  it("that another program sets while we poll is removed, and until then nobody says that we hear", async () => {
    const { connection, lines } = connect({ limits: LIMITS });
    await server.until(() => connection.readiness.ready, "the connection");
    server.fail({ method: "deleteWebhook", how: { code: 500 }, times: 3 });
    server.push.set({ url: "https://other.example/", secret_token: "x" });
    server.updates.endPolls();
    await server.until(() => !connection.readiness.ready, "unreadiness");
    await server.until(() => connection.readiness.ready, "polls that are answered");
    expect(lines.join("")).toContain("has set a webhook");
    people.say(anna, "heard?");
    await answered(1);
  });
});

describe("a delivery", () => {
  it.each([
    ["as text", "text/plain", '{"update_id":1}', 415],
    ["of another kind", "application/octet-stream", '{"update_id":1}', 415],
    ["of two mebibytes", "application/json", `"${"x".repeat(2 * 1024 * 1024)}"`, 413],
    ["that is no JSON", "application/json", "{", 400],
    ["that is malformed", "application/json", '{"update_id":"x"}', 200],
  ])("%s is answered as what it is", async (_, type, body, status) => {
    const { origin } = await serve();
    expect((await post(origin, body, type)).status).toBe(status);
    people.say(anna, "still there?");
    await answered(1);
  });

  it("that never ends is cut at the configured time", async () => {
    const { origin } = await serve(LIMITS, 1_000);
    const { hostname, port } = new URL(origin);
    const since = Date.now();
    const ended = new Promise<number>((resolve) => {
      const socket = connectSocket(Number(port), hostname, () => {
        socket.write(
          `POST /telegram HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${SECRET}\r\n` +
            "content-type: application/json\r\ncontent-length: 1000\r\n\r\n",
        );
        const drip = setInterval(() => socket.write(" "), 200);
        socket.on("data", () => {});
        socket.on("error", () => {});
        socket.on("close", () => {
          clearInterval(drip);
          resolve(Date.now() - since);
        });
      });
    });
    expect(await ended).toBeLessThan(15_000);
  });
});

describe("stopping with a connection that is kept alive", () => {
  it("takes no longer than the last answer", async () => {
    const { connection, origin } = await serve();
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 2 } });
    const agent = new Agent({ keepAlive: true });
    const body = JSON.stringify({ update_id: 900, message: people.message(anna, "at work") });
    const delivered = new Promise<number | undefined>((resolve, reject) => {
      const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": SECRET };
      const sending = request(`${origin}/telegram`, { method: "POST", agent, headers }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode));
      });
      sending.on("error", reject);
      sending.end(body);
    });
    await server.until(() => server.made("sendMessage").length === 1, "it to be at work");
    const closed = connection.stop().then(() => closeWebServer(web as Web));
    expect(await delivered).toBe(200);
    const since = Date.now();
    await closed;
    web = undefined;
    expect(Date.now() - since).toBeLessThan(10_000);
    expect(server.sent).toHaveLength(1);
    agent.destroy();
  });
});
