import { LRUCache } from "lru-cache";
import {
  AggregatorRegistry,
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  type MetricObject,
  Registry,
} from "prom-client";
import type { Language } from "../../src/languages/codes.ts";
import type { Answer } from "../../src/model/answer.ts";
import type { CorpusMeter } from "./live-answerer.ts";
import type { RedisMeter } from "./redis-connection.ts";
import type { UnansweredReason } from "./unanswered.ts";

/** Where a question came in. */
export type Surface = "discord" | "telegram" | "web" | "api" | "terminal";

/** What an adapter may count. None of it has room for text or for a user's id. */
export interface Meter {
  answered(answer: {
    surface: Surface;
    kind: Answer["kind"] | "verified";
    lang: Language;
    seconds: number;
  }): void;
  /** A question that got no answer. */
  unanswered(question: { surface: Surface; lang: Language; reason: UnansweredReason }): void;
  /** `key`: who voted on which message, kept in memory for a while so that nobody's vote is counted twice. */
  voted(vote: { surface: Surface; up: boolean; key: string }): void;
  /** `kind` is a class of errors (`rate-limited`, `DiscordAPIError.10062`), never a message. */
  failed(surface: Surface, kind: string): void;
  /** A request for updates that the platform answered. */
  polled(surface: Surface): void;
  /** A connection that was lost and is being made again. */
  reconnected(surface: Surface): void;
}

export interface Metrics extends Meter, CorpusMeter, RedisMeter {
  /** As it stands, to be sent to another process. */
  snapshot(): Promise<MetricsSnapshot>;
  /** Adds what other processes have counted to every exposition from now on. */
  include(others: () => Promise<readonly MetricsSnapshot[]>): void;
  /** All of it in Prometheus' text format, with the media type to send it under. */
  exposition(): Promise<{ contentType: string; text: string }>;
}

export type MetricsSnapshot = readonly MetricObject[];

/** Sums counters and histograms; gauges are combined as each one's `aggregator` says. */
export async function sumOf(snapshots: readonly MetricsSnapshot[]): Promise<MetricsSnapshot> {
  return aggregated(snapshots).getMetricsAsJSON() as unknown as Promise<MetricsSnapshot>;
}

const aggregated = (snapshots: readonly MetricsSnapshot[]): Registry =>
  AggregatorRegistry.aggregate(snapshots.filter((one) => one.length > 0) as unknown as MetricObject[]);

/** Counts nothing: for a platform that runs alone, and for tests that look at something else. */
export const UNCOUNTED: Meter = {
  answered() {},
  unanswered() {},
  voted() {},
  failed() {},
  polled() {},
  reconnected() {},
};

/**
 * Seconds. An answer takes about a millisecond; the upper ones are there to show when that stops being so: at Discord's 3 s a command is
 * lost, at 30 s a message.
 */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 30];

/** Votes remembered, so that pressing twice counts once. */
const MAX_VOTERS = 10_000;

/** An error class becomes a label, so anything that could be a sentence, a URL or a token is turned away here. */
const ERROR_CLASS = /^[A-Za-z][A-Za-z0-9_.:-]{0,47}$/;

export function createMetrics({ process = true }: { process?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (process) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const others: (() => Promise<readonly MetricsSnapshot[]>)[] = [];

  const counter = <Label extends string>(name: string, labelNames: Label[], help: string) =>
    new Counter({ name: `isnad_${name}_total`, help, labelNames, registers });
  const answers = counter(
    "answers",
    ["surface", "kind", "lang"],
    "Answers given, by what came of the question, the language it was answered in and where it was asked.",
  );
  const unanswered = counter(
    "unanswered",
    ["surface", "lang", "reason"],
    "Questions without an answer, by where they were asked, the language they were answered in, and why.",
  );
  const voters = new LRUCache<string, true>({ max: MAX_VOTERS });
  const votes = counter(
    "votes",
    ["surface", "vote"],
    "Votes on answers, up or down, by where they were given.",
  );
  const seconds = new Histogram({
    name: "isnad_answer_seconds",
    help: "Seconds from having a question to having its answer: in the queue and in thought, without the network.",
    labelNames: ["surface"] as const,
    buckets: BUCKETS,
    registers,
  });
  const errors = counter("errors", ["surface", "class"], "Errors, by class and by where they happened.");
  const polls = counter("polls", ["surface"], "Requests for updates that the platform answered.");
  const reconnects = counter("reconnects", ["surface"], "Connections lost and made again.");

  const reloads = counter(
    "corpus_reloads",
    ["outcome"],
    "Times that the corpus folder was read again, by what came of it.",
  );
  const documents = new Gauge({
    name: "isnad_corpus_documents",
    help: "Documents served.",
    aggregator: "max",
    registers,
  });
  const passages = new Gauge({
    name: "isnad_corpus_passages",
    help: "Passages served.",
    aggregator: "max",
    registers,
  });

  const redis = new Gauge({
    name: "isnad_shared_state_up",
    help: "1 while limits and answered updates are shared in Redis; 0 while REDIS_URL is set and it is away.",
    // A label, so that without REDIS_URL the metric has no value rather than 0
    labelNames: ["store"] as const,
    // Of several processes, the worst off
    aggregator: "min",
    registers,
  });

  return {
    answered(answer) {
      answers.inc({ surface: answer.surface, kind: answer.kind, lang: answer.lang });
      seconds.observe({ surface: answer.surface }, answer.seconds);
    },
    unanswered: ({ surface, lang, reason }) => unanswered.inc({ surface, lang, reason }),
    voted({ surface, up, key }) {
      const known = `${surface} ${key}`;
      if (voters.has(known)) return;
      voters.set(known, true);
      votes.inc({ surface, vote: up ? "up" : "down" });
    },
    failed: (surface, kind) => errors.inc({ surface, class: ERROR_CLASS.test(kind) ? kind : "other" }),
    polled: (surface) => polls.inc({ surface }),
    reconnected: (surface) => reconnects.inc({ surface }),
    reloaded: (outcome) => reloads.inc({ outcome }),
    shared: (up) => redis.set({ store: "redis" }, up ? 1 : 0),
    serving(corpus) {
      documents.set(corpus.documents);
      passages.set(corpus.passages);
    },
    snapshot: async () => (await registry.getMetricsAsJSON()) as unknown as MetricsSnapshot,
    include: (source) => void others.push(source),
    async exposition() {
      const { contentType } = registry;
      if (others.length === 0) return { contentType, text: await registry.metrics() };
      const elsewhere = (await Promise.all(others.map((source) => source()))).flat();
      const own = (await registry.getMetricsAsJSON()) as unknown as MetricsSnapshot;
      return { contentType, text: await aggregated([own, ...elsewhere]).metrics() };
    },
  };
}
