import type { FastifyInstance } from "fastify";
import { toRecord } from "../../../src/answer-record.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import type { Meter } from "../../service/metrics.ts";
import { timed } from "../../service/timing.ts";
import { lookUp } from "../ask.ts";
import { recordFailure, sendJsonFailure } from "../errors.ts";
import type { Library } from "../library.ts";
import { preferredLanguage } from "../locale.ts";
import openapi from "../openapi.json" with { type: "json" };
import { WORDS } from "../strings/all.ts";
import { API_QUERIES } from "./api-queries.ts";

export interface ApiOptions {
  readonly answerer: Answerer;
  readonly library: Library;
  readonly meter: Meter;
  /** The path under which the public reaches the server, without a final slash. */
  readonly base: string;
}

/** The answers as data, for programs: the same contract as the command line's. `openapi.json` describes it. */
export function api(server: FastifyInstance, { answerer, library, meter, base }: ApiOptions): void {
  server.setErrorHandler((error, request, reply) => {
    const failure = recordFailure(error, request, meter);
    return sendJsonFailure(reply, failure, WORDS.en.failures[failure]);
  });

  server.get<{ Querystring: { q: string; earlier?: string } }>(
    "/api/answer",
    { schema: { querystring: API_QUERIES["/api/answer"] } },
    async (request, reply) => {
      const locale = preferredLanguage(request.headers["accept-language"]);
      const { q, earlier } = request.query;
      const question = { text: q, locale, ...(earlier ? { earlier } : {}) };
      const answer = timed(meter, "api", () => answerer.answer(question));
      return reply
        .header("cache-control", "private, no-cache")
        .header("vary", "Accept-Language")
        .send(toRecord(answer));
    },
  );

  server.get<{ Querystring: { q: string; speaker?: string } }>(
    "/api/verify",
    { schema: { querystring: API_QUERIES["/api/verify"] } },
    async (request, reply) => {
      const locale = preferredLanguage(request.headers["accept-language"]);
      const { q, speaker } = request.query;
      const found = timed(meter, "api", () =>
        answerer.verify({ text: q, ...(speaker === undefined ? {} : { speaker }), locale }),
      );
      return reply
        .header("cache-control", "private, no-cache")
        .header("vary", "Accept-Language")
        .send(toRecord(found));
    },
  );

  server.get<{ Params: { id: string } }>("/api/leaders/:id", async (request, reply) => {
    const leader = library.leader(request.params.id);
    if (leader === undefined) return sendJsonFailure(reply, "not-found", "There is no leader of that id.");
    const lang = preferredLanguage(request.headers["accept-language"]);
    const answer = timed(meter, "api", () => lookUp({ answerer, library }, leader, lang));
    return reply
      .header("cache-control", "private, no-cache")
      .header("vary", "Accept-Language")
      .send(toRecord(answer));
  });

  server.get("/api/openapi.json", async () =>
    base === "" ? openapi : { ...openapi, servers: [{ url: base }] },
  );
}
