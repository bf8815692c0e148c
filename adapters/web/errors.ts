import type { FastifyReply, FastifyRequest } from "fastify";
import { classOf, loggable } from "../service/loggable.ts";
import type { Meter } from "../service/metrics.ts";

export type Failure = "bad-request" | "not-found" | "too-many" | "broken";

export const STATUS: Readonly<Record<Failure, number>> = {
  "bad-request": 400,
  "not-found": 404,
  "too-many": 429,
  broken: 500,
};

/** The kind of failure, from the error's status: a 4xx is the client's fault, anything else this program's. */
export function failureOf(error: unknown): Failure {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (status === 404) return "not-found";
  if (status === 429) return "too-many";
  if (typeof status === "number" && status >= 400 && status < 500) return "bad-request";
  return "broken";
}

/**
 * Counts a failure, and logs it when it is this program's. The address is not logged, as a question may be in it; the route's pattern is.
 */
export function recordFailure(error: unknown, request: FastifyRequest, meter: Meter): Failure {
  const failure = failureOf(error);
  meter.failed("web", failure === "broken" ? classOf(error) : failure);
  if (failure === "broken")
    request.log.error(
      { route: request.routeOptions.url, ...loggable(error) },
      "A request could not be answered.",
    );
  return failure;
}

export function sendJsonFailure(reply: FastifyReply, failure: Failure, message: string): FastifyReply {
  return reply
    .code(STATUS[failure])
    .type("application/json; charset=utf-8")
    .send({ error: failure, message });
}
