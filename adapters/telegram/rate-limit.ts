import { LRUCache } from "lru-cache";

/** Answers that one person gets in a minute, unless it is said otherwise. */
const ANSWERS = 20;
const MINUTE = 60_000;
/** People remembered; the one forgotten first is the one who was quiet for the longest. */
const PEOPLE = 50_000;

/** How many of each make up one answer: an answer has many pages, and a search is a query for every few letters typed. */
const EACH = { answer: 1, press: 5, search: 10 } as const;
export type Service = keyof typeof EACH;

/** To be waited; `first` when this is the first refusal of its minute. */
export interface Wait {
  readonly seconds: number;
  readonly first: boolean;
}

/** How often one person is served in a minute. Ids live in memory only, and not longer than that. */
export class RateLimit {
  readonly #answers: number;
  readonly #now: () => number;
  readonly #used: LRUCache<string, { readonly since: number; count: number }>;

  constructor(answers: number = ANSWERS, now: () => number = Date.now) {
    this.#answers = answers;
    this.#now = now;
    this.#used = new LRUCache({ max: PEOPLE });
  }

  /** Undefined when the person may be served. */
  take(service: Service, person: number): Wait | undefined {
    const now = this.#now();
    const key = `${service} ${person}`;
    const known = this.#used.get(key);
    const used = known && now - known.since < MINUTE ? known : { since: now, count: 0 };
    used.count += 1;
    this.#used.set(key, used);
    const allowed = this.#answers * EACH[service];
    if (used.count <= allowed) return undefined;
    return { seconds: Math.ceil((used.since + MINUTE - now) / 1000), first: used.count === allowed + 1 };
  }
}
