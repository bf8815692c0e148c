import type { IncomingMessage } from "node:http";
import rateLimit from "@fastify/rate-limit";
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  fastify,
  LogController,
} from "fastify";
import type { Answerer } from "../../src/model/answerer.ts";
import { cachedAnswerer } from "../service/answer-cache.ts";
import type { Metrics } from "../service/metrics.ts";
import type { ReadinessProbe } from "../service/readiness.ts";
import type { RedisConnection } from "../service/redis-connection.ts";
import { loadAssets } from "./assets.ts";
import { basePath, isRoute, withoutBase } from "./base-path.ts";
import { failureOf, recordFailure, sendJsonFailure } from "./errors.ts";
import { createLibrary } from "./library.ts";
import { rateLimitOf } from "./rate-limit.ts";
import { api } from "./routes/api.ts";
import { operations } from "./routes/operations.ts";
import { pages, sendFailure, viewOf } from "./routes/pages.ts";
import { verification } from "./routes/verification.ts";
import { secure } from "./security.ts";
import { WORDS } from "./strings/all.ts";

export interface WebServerOptions {
  readonly answerer: Answerer;
  readonly log: FastifyBaseLogger;
  readonly metrics: Metrics;
  /** One for each surface that is turned on, by its name. */
  readonly probes?: Readonly<Record<string, ReadinessProbe>>;
  /** Served beside the pages, without their limits: a platform that answers on a webhook. */
  readonly plugins?: readonly FastifyPluginAsync[];
  /** Where the outside world reaches this server. */
  readonly publicUrl?: string;
  /** A translation service with {text} in its address. */
  readonly translatorUrl?: string;
  /** Days for which questions without an answer are kept: the page says so. */
  readonly questionsKept?: number | undefined;
  /** Addresses and ranges whose `X-Forwarded-For` is believed. Default: this very machine. */
  readonly trustedProxies?: readonly string[];
  /** Questions and pages a minute for one address. */
  readonly perMinute?: number;
  /** Where the other replicas count with this one. */
  readonly redis?: RedisConnection | undefined;
  /** Milliseconds for a request to arrive. */
  readonly slowestRequest?: number;
}

/** A person reads a page in seconds; two a second for a whole minute is a program. */
const PER_MINUTE = 120;

/**
 * Bytes. 10,000 Arabic characters are 60,000 bytes in an address, and Node stops reading at 16,384 by default; they are to reach the
 * core, which refuses them politely.
 */
const MAX_HEAD_LENGTH = 128 * 1024;

/** Milliseconds for a request to arrive; Fastify has no limit of its own, and a slow sender would keep a connection for ever. */
const SLOWEST_REQUEST = 20_000;

/** Milliseconds between two looks for slow senders. */
const SLOWEST_CHECK = 1_000;

/** Characters of a document's name in an address; file systems stop at 255 bytes. */
const MAX_NAME_LENGTH = 512;

/** The web page, the source reader, the API and the operations endpoints, ready to listen. */
export async function createWebServer(options: WebServerOptions): Promise<FastifyInstance> {
  const { log, metrics, slowestRequest: slowest = SLOWEST_REQUEST } = options;
  const answerer = cachedAnswerer(options.answerer);
  const base = basePath(options.publicUrl);
  const server: FastifyInstance = fastify({
    loggerInstance: log,
    // Fastify's own lines hold the address, and with it the question.
    logController: new LogController({ disableRequestLogging: true }),
    // A proxy may pass the path on unchanged, or without the base path
    rewriteUrl: ({ url, method }: IncomingMessage) => withoutBase(base, url, isRoute(server, method)),
    routerOptions: { maxParamLength: MAX_NAME_LENGTH },
    http: {
      maxHeaderSize: MAX_HEAD_LENGTH,
      // By default Node checks for slow requests every 30 s, and not at all while the header timeout is longer than the request timeout
      connectionsCheckingInterval: SLOWEST_CHECK,
      headersTimeout: slowest,
    },
    requestTimeout: slowest,
    trustProxy: [...(options.trustedProxies ?? ["loopback"])],
    frameworkErrors: (error, _request, reply) => {
      const failure = failureOf(error);
      metrics.failed("web", failure);
      return sendJsonFailure(reply, failure, WORDS.en.failures[failure]);
    },
  });
  const library = createLibrary(() => answerer.corpus);
  const assets = loadAssets(base);
  const shared = {
    answerer,
    library,
    assets,
    meter: metrics,
    publicUrl: options.publicUrl,
    base,
    translatorUrl: options.translatorUrl,
    questionsKept: options.questionsKept,
  };

  server.setErrorHandler((error, request, reply) => {
    const failure = recordFailure(error, request, metrics);
    return sendJsonFailure(reply, failure, WORDS.en.failures[failure]);
  });
  server.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith("/api/"))
      return sendJsonFailure(reply, "not-found", WORDS.en.failures["not-found"]);
    return sendFailure(reply, "not-found", viewOf(request, shared));
  });

  await secure(server, options.publicUrl === undefined ? undefined : new URL(options.publicUrl));
  await assets.register(server);
  operations(server, {
    answerer,
    metrics,
    publicUrl: options.publicUrl,
    base,
    probes: options.probes ?? {},
  });
  for (const [name, routes] of Object.entries({ pages, verification, api })) {
    await server.register(async (scope) => {
      await scope.register(rateLimit, rateLimitOf(name, options.perMinute ?? PER_MINUTE, options.redis));
      routes(scope, shared);
    });
  }
  for (const plugin of options.plugins ?? []) await server.register(plugin);
  await server.ready();
  return server;
}
