import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Fault, Faults, inflict } from "./faults.ts";
import { type Json, Refusal } from "./rules.ts";
import { type Judge, loadJudge } from "./scrape.ts";
import { answerCall, BotState, type SentMessage } from "./server-state.ts";
import { UpdateQueue } from "./updates.ts";
import { WebhookPush } from "./webhook-push.ts";

export interface Call {
  readonly method: string;
  readonly body: Json;
  readonly at: number;
  /** What came of it: "ok", the description of a refusal, or the fault it met. */
  outcome: string;
}

/** A Bot API server on loopback that is as strict as Telegram, or stricter, and can be told to fail. */
export class TelegramServer {
  readonly token: string;
  readonly calls: Call[] = [];
  /** What the published description of the API says against our calls. Tests want it empty. */
  readonly complaints: string[] = [];
  readonly faults = new Faults();
  /** Milliseconds that `until` waits: less than a test may take, so that what was waited for is named. */
  patience = 60_000;
  readonly state = new BotState();
  readonly updates = new UpdateQueue();
  readonly push = new WebhookPush(this.updates);
  readonly #judge: Judge | undefined;
  readonly #http: Server;
  #watchers: (() => void)[] = [];

  private constructor(token: string, judge: Judge | undefined) {
    this.token = token;
    this.#judge = judge;
    this.#http = createServer((request, response) => void this.#serve(request, response));
    this.#http.keepAliveTimeout = 60_000;
  }

  /** The second judge is left out where time is measured: it costs as much as the bot. */
  static async start(judge: Judge | undefined = loadJudge()): Promise<TelegramServer> {
    const server = new TelegramServer("123456:TEST-token_of-a-test-bot", judge);
    await new Promise<void>((done) => server.#http.listen(0, "127.0.0.1", done));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  get sent(): readonly SentMessage[] {
    return this.state.sent;
  }

  fail(fault: Fault): void {
    this.faults.add(fault);
  }

  made(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Waits until `ready` holds; it is asked after every call. */
  async until(ready: () => boolean, what: string, within = this.patience): Promise<void> {
    const late = Date.now() + within;
    while (!ready()) {
      if (Date.now() > late) throw new Error(`waited in vain for ${what}`);
      await new Promise<void>((wake) => {
        const timer = setTimeout(wake, 25);
        this.#watchers.push(() => {
          clearTimeout(timer);
          wake();
        });
      });
    }
  }

  /** The server is gone: connections are refused. Returns what brings it back at the same address. */
  async vanish(): Promise<() => Promise<void>> {
    const { port } = this.#http.address() as AddressInfo;
    await this.#shut();
    return () => new Promise<void>((done) => this.#http.listen(port, "127.0.0.1", done));
  }

  async close(): Promise<void> {
    this.push.stop();
    await this.#shut();
  }

  #shut(): Promise<void> {
    this.updates.endPolls();
    return new Promise<void>((done) => {
      this.#http.close(() => done());
      this.#http.closeAllConnections();
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on("error", () => {});
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, token, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
    if (token !== this.token)
      return reply(response, 401, { ok: false, error_code: 401, description: "Unauthorized" });

    const body = (chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString("utf8")) : {}) as Json;
    const call: Call = { method, body, at: Date.now(), outcome: "pending" };
    this.calls.push(call);
    if (this.#judge) this.complaints.push(...this.#judge(method, body));

    const fault = this.faults.take(method, body["chat_id"]);
    if (fault && !fault.accepted) {
      call.outcome = JSON.stringify(fault.how);
      inflict(fault, response);
    } else {
      const answer = await this.#answer(method, body);
      call.outcome = answer.ok === true ? "ok" : String(answer.description);
      if (fault) inflict(fault, response);
      else reply(response, answer.ok === true ? 200 : Number(answer.error_code), answer);
    }
    this.#wake();
  }

  async #answer(method: string, body: Json): Promise<Answer> {
    try {
      if (method === "getUpdates") return await this.#poll(body);
      if (method === "setWebhook") this.push.set(body);
      if (method === "deleteWebhook") this.push.stop();
      if (method === "getWebhookInfo") return { ok: true, result: this.push.info };
      return { ok: true, result: answerCall(this.state, method, body) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const blocked = error.message.startsWith("Forbidden");
      const description = blocked ? error.message : `Bad Request: ${error.message}`;
      return { ok: false, error_code: blocked ? 403 : 400, description };
    }
  }

  async #poll(body: Json): Promise<Answer> {
    if (this.push.active) {
      const description =
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first";
      return { ok: false, error_code: 409, description };
    }
    const updates = await this.updates.poll({
      offset: Number(body["offset"] ?? 0),
      limit: Number(body["limit"] ?? 100),
      timeout: Number(body["timeout"] ?? 0),
      allowed: body["allowed_updates"] as string[] | undefined,
    });
    if (updates) return { ok: true, result: updates };
    const description =
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    return { ok: false, error_code: 409, description };
  }

  #wake(): void {
    const watchers = this.#watchers;
    this.#watchers = [];
    for (const watcher of watchers) watcher();
  }
}

interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
}

function reply(response: ServerResponse, status: number, body: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
