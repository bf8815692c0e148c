import { type Json, Refusal } from "./rules.ts";
import type { Update, UpdateQueue } from "./updates.ts";

/** Telegram's side of a webhook: several deliveries at once, each repeated until it is answered with 2xx. */
export class WebhookPush {
  #webhook: { url: string; secret: string; connections: number } | undefined;
  #outside: string | undefined;
  #failedAt: number | undefined;
  readonly #busy = new Set<number>();
  readonly #queue: UpdateQueue;
  /** Status of every delivery, or "lost" when the connection failed. */
  readonly deliveries: { id: number; status: number | "lost" }[] = [];

  constructor(queue: UpdateQueue) {
    this.#queue = queue;
    queue.onAdded(() => this.#fill());
  }

  get active(): boolean {
    return this.#webhook !== undefined;
  }

  get url(): string | undefined {
    return this.#webhook?.url;
  }

  get secret(): string | undefined {
    return this.#webhook?.secret;
  }

  /** https://core.telegram.org/bots/api#webhookinfo */
  get info(): Json {
    return {
      url: this.#webhook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: this.#queue.pending.length,
      ...(this.#failedAt === undefined
        ? {}
        : { last_error_date: Math.floor(this.#failedAt / 1000), last_error_message: "Connection refused" }),
    };
  }

  /** Where the public address leads to in this test. */
  route(origin: string): void {
    this.#outside = origin;
  }

  set(call: Json): void {
    const url = String(call["url"] ?? "");
    const secret = String(call["secret_token"] ?? "");
    if (!url.startsWith("https://"))
      throw new Refusal("bad webhook: An HTTPS URL must be provided for webhook");
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(secret))
      throw new Refusal("secret token contains unallowed characters");
    this.#queue.allow(call["allowed_updates"] as string[] | undefined);
    this.#webhook = { url, secret, connections: Number(call["max_connections"] ?? 40) };
    this.#fill();
  }

  stop(): void {
    this.#webhook = undefined;
  }

  #fill(): void {
    for (const update of this.#queue.pending) {
      if (!this.#webhook || this.#busy.size >= this.#webhook.connections) return;
      if (!update || this.#busy.has(update.update_id)) continue;
      if (!this.#queue.allows(update)) {
        this.#queue.confirm(update.update_id);
        continue;
      }
      this.#busy.add(update.update_id);
      void this.#deliver(update);
    }
  }

  async #deliver(update: Update): Promise<void> {
    const id = update.update_id;
    for (let attempt = 0; this.#webhook; attempt++) {
      const { pathname } = new URL(this.#webhook.url);
      if (!this.#queue.deliveredAt.has(id)) this.#queue.deliveredAt.set(id, Date.now());
      const status = await fetch(`${this.#outside}${pathname}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-telegram-bot-api-secret-token": this.#webhook.secret,
        },
        body: JSON.stringify(update),
      }).then(
        async (response) => {
          await response.arrayBuffer();
          return response.status;
        },
        () => "lost" as const,
      );
      this.deliveries.push({ id, status });
      if (status === "lost" || status >= 300) this.#failedAt = Date.now();
      if (status !== "lost" && status >= 200 && status < 300) break;
      await new Promise((wake) => setTimeout(wake, Math.min(20 * 2 ** attempt, 500)));
    }
    this.#queue.confirm(id);
    this.#busy.delete(id);
    this.#fill();
  }
}
