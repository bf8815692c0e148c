/** The metrics of shards, which are processes of their own, for the one place where they are read. */
import type { Shard } from "discord.js";
import { type MetricsSnapshot, sumOf } from "../service/metrics.ts";

/** ms between two looks at a shard: what it counted after the last one is lost when it is killed. */
const BETWEEN_LOOKS = 2_000;
/** ms that a shard has to report its metrics; for a busy one the last report is used. */
const MAX_ANSWER = 500;

/** discord.js keeps the messages that begin with an underscore to itself. */
interface Message {
  readonly isnad?: "tell metrics" | "metrics";
  readonly metrics?: MetricsSnapshot;
}

/** In the process of a shard: tells its metrics whenever the manager asks. */
export function tellMetrics(snapshot: () => Promise<MetricsSnapshot>): void {
  process.on("message", (message: Message) => {
    if (message?.isnad !== "tell metrics") return;
    snapshot().then(
      (metrics) => process.connected && process.send?.({ isnad: "metrics", metrics } satisfies Message),
      () => {},
    );
  });
}

/** In the manager's process. */
export class ShardMetrics {
  readonly #shards = new Set<Shard>();
  readonly #last = new Map<Shard, MetricsSnapshot>();
  readonly #told = new Map<Shard, Set<() => void>>();
  /** Counted by processes that are no more: a counter never goes back. */
  #past: MetricsSnapshot = [];
  readonly #timer = setInterval(() => void this.#look(), BETWEEN_LOOKS).unref();

  watch(shard: Shard): void {
    this.#shards.add(shard);
    shard.on("message", (message: Message) => {
      if (message?.isnad !== "metrics" || !message.metrics) return;
      this.#last.set(shard, message.metrics);
      for (const go of this.#told.get(shard) ?? []) go();
    });
    shard.on("death", () => void this.#bury(shard));
  }

  /** One snapshot a living shard, and one for all that have died. */
  async snapshots(): Promise<MetricsSnapshot[]> {
    await this.#look();
    return [this.#past, ...this.#last.values()];
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #bury(shard: Shard): Promise<void> {
    const last = this.#last.get(shard) ?? [];
    this.#last.delete(shard);
    const counted = last.filter(({ type }) => String(type) === "counter" || String(type) === "histogram");
    this.#past = await sumOf([this.#past, counted]);
  }

  async #look(): Promise<void> {
    await Promise.all([...this.#shards].map((shard) => this.#ask(shard)));
  }

  async #ask(shard: Shard): Promise<void> {
    if (!shard.process?.connected) return;
    const waiting = this.#told.get(shard) ?? new Set();
    this.#told.set(shard, waiting);
    await new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, MAX_ANSWER);
      waiting.add(go);
      shard.send({ isnad: "tell metrics" } satisfies Message).catch(go);
    });
  }
}
