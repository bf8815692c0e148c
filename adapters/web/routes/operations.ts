import type { FastifyInstance } from "fastify";
import type { Answerer } from "../../../src/model/answerer.ts";
import type { Corpus } from "../../../src/model/corpus.ts";
import type { Metrics } from "../../service/metrics.ts";
import type { Readiness, ReadinessProbe } from "../../service/readiness.ts";

export interface OperationsOptions {
  readonly answerer: Pick<Answerer, "corpus">;
  readonly metrics: Metrics;
  /** The public address; without one, search engines are asked to index nothing. */
  readonly publicUrl: string | undefined;
  /** Its path, without a final slash. */
  readonly base: string;
  /** By the surface's name. Surfaces that are turned off are not in it and cannot be unready. */
  readonly probes: Readonly<Record<string, ReadinessProbe>>;
}

/** Liveness, readiness and metrics: for operators and orchestrators. */
export function operations(
  server: FastifyInstance,
  { answerer, metrics, publicUrl, base, probes }: OperationsOptions,
): void {
  server.get("/healthz", async (_request, reply) => {
    reply.header("cache-control", "no-store");
    return { alive: true };
  });

  server.get("/readyz", async (_request, reply) => {
    const surfaces: Record<string, Readiness> = { index: indexReadiness(answerer.corpus) };
    for (const [name, probe] of Object.entries(probes)) surfaces[name] = ask(probe);
    const ready = Object.values(surfaces).every((surface) => surface.ready);
    reply.header("cache-control", "no-store");
    return reply.code(ready ? 200 : 503).send({ ready, surfaces });
  });

  server.get("/robots.txt", async (_request, reply) =>
    reply.type("text/plain; charset=utf-8").send(robots(publicUrl, base)),
  );

  server.get("/metrics", async (_request, reply) => {
    const { contentType, text } = await metrics.exposition();
    return reply.header("cache-control", "no-store").type(contentType).send(text);
  });
}

/**
 * Search engines and link previews may read the pages, but neither the API nor the operations endpoints. Only read at the root of a host
 * (RFC 9309, 2.3).
 */
function robots(publicUrl: string | undefined, base: string): string {
  const closed = publicUrl === undefined ? ["/"] : ["/api/", "/healthz", "/metrics", "/readyz"];
  return `User-agent: *\n${closed.map((path) => `Disallow: ${base}${path}\n`).join("")}`;
}

function indexReadiness(corpus: Corpus): Readiness {
  const facts = {
    documents: corpus.documents.length,
    passages: corpus.passages.length,
    fingerprint: corpus.fingerprint.toString(16).padStart(6, "0"),
  };
  if (corpus.passages.length > 0) return { ready: true, facts };
  return { ready: false, reason: "there is no passage to quote", facts };
}

/** A probe that throws counts as not ready; its error's message may hold anything, so it is not repeated. */
function ask(probe: ReadinessProbe): Readiness {
  try {
    return probe();
  } catch {
    return { ready: false, reason: "its state cannot be told" };
  }
}
