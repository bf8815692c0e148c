import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import type { Logger } from "pino";
import { loggable } from "../service/loggable.ts";
import { Update } from "./update.ts";
import type { UpdateQueue } from "./update-queue.ts";

/** https://core.telegram.org/bots/api#setwebhook */
const SECRET_HEADER = "x-telegram-bot-api-secret-token";

/** Bytes; an update with the longest texts and a replied-to message is a tenth of it. */
const BODY_LIMIT = 1_048_576;

/**
 * Milliseconds until a delivery is answered even though its update is still at work. Telegram holds back other updates
 * when many deliveries are open, and delivers again what is not answered within a minute.
 */
const HOLD = 10_000;

/** Where Telegram delivers: the given address, with a path of our own where it has none. */
export function webhookAddress(url: string): URL {
  const address = new URL(url);
  if (address.pathname === "/") address.pathname = "/telegram";
  return address;
}

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
}

interface Needs {
  readonly path: string;
  readonly secret: string;
  readonly intake: UpdateQueue;
  readonly log: Logger;
  readonly hold?: number;
}

/** Digests are of one length whatever was sent, so that the comparison tells nothing, not even the length. */
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The one route of the webhook, for the program's own HTTP server. Answers 2xx only for what was handled. */
export function webhookPlugin({ path, secret, intake, log, hold = HOLD }: Needs): FastifyPluginAsync {
  const expected = digest(secret);
  return async (app: FastifyInstance): Promise<void> => {
    // An update is JSON: what calls itself anything else is turned away (415), not read as a text and thrown away.
    app.removeContentTypeParser("text/plain");
    app.setErrorHandler((error, _request, reply) => {
      const { statusCode = 500 } = error as { statusCode?: number };
      if (statusCode >= 500) log.error(loggable(error), "a delivery could not be handled");
      return reply.code(statusCode).send();
    });
    app.route({
      method: "POST",
      url: path,
      bodyLimit: BODY_LIMIT,
      // The server's rate limit is for people: all updates come from a few addresses of Telegram's.
      config: { rateLimit: false },
      // Before the body is read: a stranger's is never parsed.
      onRequest: async (request, reply) => {
        const given = request.headers[SECRET_HEADER];
        if (typeof given === "string" && timingSafeEqual(digest(given), expected)) return;
        log.warn("a webhook request without the right secret");
        await reply.code(403).send();
      },
      handler: async (request, reply) => {
        // Telegram delivers it again, to this process or to the next.
        if (intake.full) return reply.code(503).send();
        const parsed = Update.safeParse(request.body);
        if (!parsed.success) {
          // 200, or it would be redelivered for days, no better than now.
          log.warn("ignored a malformed delivery");
          return reply.code(200).send();
        }
        await within(hold, intake.take(parsed.data).done);
        return reply.code(intake.abandoned ? 503 : 200).send();
      },
    });
  };
}

async function within(ms: number, done: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((end) => {
    timer = setTimeout(end, ms);
  });
  await Promise.race([done, late]);
  clearTimeout(timer);
}
