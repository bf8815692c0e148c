import { createRateLimit, type Wait } from "../service/rate-limit.ts";
import type { RedisConnection } from "../service/redis-connection.ts";

/** Answers that one person gets in a minute, unless it is said otherwise. */
const ANSWERS = 20;
/** Seconds. */
const MINUTE = 60;

/** How many of each make up one answer: an answer has many pages, and a search is a query for every few letters typed. */
const EACH = { answer: 1, press: 5, search: 10 } as const;
export type Service = keyof typeof EACH;

/** How often one person is served in a minute. */
export class RateLimit {
  readonly #limits: Readonly<Record<Service, ReturnType<typeof createRateLimit>>>;

  constructor(answers: number = ANSWERS, redis?: RedisConnection) {
    const limit = (service: Service) =>
      createRateLimit({
        name: `telegram:${service}`,
        points: answers * EACH[service],
        seconds: MINUTE,
        redis,
      });
    this.#limits = { answer: limit("answer"), press: limit("press"), search: limit("search") };
  }

  /** Undefined when the person may be served. */
  take(service: Service, person: number): Promise<Wait | undefined> {
    return this.#limits[service].take(String(person));
  }
}
