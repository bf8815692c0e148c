import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConnectionOptions } from "../../../adapters/telegram/lifecycle.ts";
import { connectEcho, QUICK, type Running } from "../../support/telegram/echo.ts";
import { People, person } from "../../support/telegram/people.ts";
import { TelegramServer } from "../../support/telegram/server.ts";

const ADDRESS = "https://isnad.example/hooks/telegram";
const PATH = "/hooks/telegram";
const SECRET = "a_secret-of-32-letters_0123456789";
const HEADER = "x-telegram-bot-api-secret-token";
const anna = person(11);

let server: TelegramServer;
let people: People;
let app: FastifyInstance;
let bot: Running;

/** The program's HTTP server, as bare as it can be, with the adapter's route on it. */
async function connect(options: Partial<ConnectionOptions> = {}): Promise<void> {
  bot = connectEcho(server, { webhook: { url: ADDRESS, secret: SECRET }, ...options });
  app = Fastify();
  if (bot.connection.webhook) await app.register(bot.connection.webhook);
  server.push.route(await app.listen({ port: 0, host: "127.0.0.1" }));
  await server.until(() => server.push.active && bot.connection.readiness.ready, "the webhook to be set");
}

const post = (body: string, headers: Record<string, string>): Promise<{ statusCode: number }> =>
  app.inject({
    method: "POST",
    url: PATH,
    headers: { "content-type": "application/json", ...headers },
    payload: body,
  });
const secret = (): Record<string, string> => ({ [HEADER]: SECRET });
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 300));

beforeEach(async () => {
  server = await TelegramServer.start();
  people = new People(server);
});

afterEach(async () => {
  await bot.connection.stop();
  server.push.stop();
  await app.close();
  await server.close();
  expect(server.complaints).toEqual([]);
});

describe("the webhook", () => {
  it("is set to its own path with a secret, and answers what is delivered", async () => {
    await connect();
    expect(server.push.url).toBe(ADDRESS);
    expect(server.push.secret).toBe(SECRET);
    expect(server.made("setWebhook")[0]?.body["allowed_updates"]).toHaveLength(5);
    expect(server.made("getUpdates")).toHaveLength(0);
    for (let i = 0; i < 3; i++) people.say(anna, `m${i}`);
    people.inline(anna, "q");
    await server.until(() => server.sent.length === 3, "three answers");
    await server.until(() => server.updates.pending.length === 0, "the deliveries to be answered");
    // Deliveries run side by side, and still a chat keeps the order in which its updates came.
    expect(server.sent.map((message) => message.text)).toEqual(["echo m0", "echo m1", "echo m2"]);
    expect(server.push.deliveries.every(({ status }) => status === 200)).toBe(true);
  });

  it("gets a path of its own when the address has none", async () => {
    await connect({ webhook: { url: "https://isnad.example", secret: SECRET } });
    expect(server.push.url).toBe("https://isnad.example/telegram");
    people.say(anna, "hello");
    await server.until(() => server.sent.length === 1, "the answer");
  });

  it.each([
    ["no secret", {}],
    ["an empty one", { [HEADER]: "" }],
    ["a wrong one of the same length", { [HEADER]: "0".repeat(SECRET.length) }],
    ["a beginning of it", { [HEADER]: SECRET.slice(0, -1) }],
    ["a much longer one", { [HEADER]: "x".repeat(8_000) }],
  ])("turns away %s before it reads the body", async (_, headers) => {
    await connect();
    expect(await post("{ not even JSON", headers)).toMatchObject({ statusCode: 403 });
    expect(
      await post(JSON.stringify({ update_id: 1, message: people.message(anna, "x") }), headers),
    ).toMatchObject({
      statusCode: 403,
    });
    await settle();
    expect(server.sent).toHaveLength(0);
  });

  it.each([
    ["null", "null", 200],
    ["a list", "[]", 200],
    ["no id", '{"message":{}}', 200],
    ["a message that is none", '{"update_id":1,"message":{"text":1}}', 200],
    ["an id beyond numbers", '{"update_id":1e400}', 200],
    ["no JSON", "{", 400],
    ["a poisoned prototype", '{"update_id":1,"__proto__":{"x":1}}', 400],
    ["two megabytes", JSON.stringify({ update_id: 1, x: "x".repeat(2_000_000) }), 413],
  ])("takes %s calmly", async (_, body, statusCode) => {
    await connect();
    expect(await post(body, secret())).toMatchObject({ statusCode });
    people.say(anna, "still there?");
    await server.until(() => server.sent.length === 1, "the answer to the next");
  });

  it("answers a repeated delivery once, also while the first is at work", async () => {
    await connect();
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 1 } });
    const update = JSON.stringify({ update_id: 77, message: people.message(anna, "once") });
    const [one, two] = await Promise.all([post(update, secret()), post(update, secret())]);
    const three = await post(update, secret());
    expect([one.statusCode, two.statusCode, three.statusCode]).toEqual([200, 200, 200]);
    expect(server.sent).toHaveLength(1);
  });

  it("is refused and repeated until we are ready: nothing is lost on the way up", async () => {
    server.push.set({ url: ADDRESS, secret_token: SECRET });
    server.fail({ method: "getMe", how: "hang" });
    bot = connectEcho(server, { webhook: { url: ADDRESS, secret: SECRET } });
    app = Fastify();
    if (bot.connection.webhook) await app.register(bot.connection.webhook);
    server.push.route(await app.listen({ port: 0, host: "127.0.0.1" }));
    people.say(anna, "early");
    await server.until(() => server.sent.length === 1, "the answer");
    expect(server.push.deliveries[0]?.status).toBe(503);
  });

  it("lets go of a delivery whose update takes long, and still answers it", async () => {
    await connect({ limits: { ...QUICK, webhookHold: 200 } });
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 2 } });
    people.say(anna, "slow");
    await server.until(() => server.push.deliveries.length === 1, "the delivery to be answered");
    expect(server.sent).toHaveLength(0);
    await server.until(() => server.sent.length === 1, "the answer");
  });

  it("ends when the token is revoked, with a message that says what to do", async () => {
    await connect();
    server.fail({ method: "sendMessage", how: { code: 401, description: "Unauthorized" } });
    people.say(anna, "hello");
    expect(await bot.ended).toMatchObject({ reason: "unauthorized" });
    expect(bot.lines.join("")).toContain("BotFather");
  });

  it("finishes what is at work when stopped, and leaves the rest to be delivered again", async () => {
    await connect();
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 1 } });
    people.say(anna, "at work");
    await server.until(() => server.made("sendMessage").length === 1, "it to be at work");
    const stopped = bot.connection.stop();
    people.say(person(12), "too late");
    await stopped;
    expect(server.sent.map((message) => message.text)).toEqual(["echo at work"]);
    await server.until(() => server.updates.pending.length === 1, "the first delivery to be answered");
    expect(server.push.deliveries.map(({ status }) => status)).toContain(503);
  });

  it("does not claim as done what stopping cut short", async () => {
    await connect({ limits: { ...QUICK, drain: 500, calls: { ...QUICK.calls, deadline: 60_000 } } });
    people.privateChat(anna);
    server.fail({ method: "sendMessage", how: "hang", times: 9 });
    people.say(anna, "cut short");
    await server.until(() => server.made("sendMessage").length === 1, "it to be at work");
    await bot.connection.stop();
    await server.until(() => server.push.deliveries.length > 0, "the delivery to be answered");
    expect(server.push.deliveries[0]?.status).toBe(503);
  });
});
