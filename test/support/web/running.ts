import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { createMetrics } from "../../../adapters/service/metrics.ts";
import { createWebServer, type WebServerOptions } from "../../../adapters/web/server.ts";
import { standIn } from "./stub-corpus.ts";

export interface Running {
  readonly url: string;
  readonly server: FastifyInstance;
  /** What has been logged so far. */
  readonly logged: () => string;
}

/** The server as in production, listening on a free port of the loopback address. */
export async function running(
  options: Partial<WebServerOptions> = {},
): Promise<Running & { close(): Promise<void> }> {
  let lines = "";
  const log = pino(
    { level: "trace" },
    {
      write(line: string) {
        lines += line;
      },
    },
  );
  const server = await createWebServer({
    answerer: standIn(),
    log,
    metrics: createMetrics({ process: false }),
    perMinute: 100_000,
    ...options,
  });
  const url = await server.listen({ host: "127.0.0.1", port: 0 });
  return { url, server, logged: () => lines, close: () => server.close() };
}

/** The same, closed when the test is over. */
export async function runningHere(options: Partial<WebServerOptions> = {}): Promise<Running> {
  const started = await running(options);
  onTestFinished(() => started.close());
  return started;
}
