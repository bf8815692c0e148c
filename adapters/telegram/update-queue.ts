import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { Journal } from "./journal.ts";
import type { Update } from "./update.ts";

export interface UpdateQueueLimits {
  /** Updates at work at the same time. */
  readonly atWork: number;
  /** Updates that may wait in one chat; more are dropped: it is a flood, and the pace would take minutes for them. */
  readonly waitingInChat: number;
  /** Updates taken in and not yet done, over all chats; beyond it no more are fetched. */
  readonly waiting: number;
  /** Milliseconds after which an update gives way to the next of its chat, finished or not. */
  readonly deadline: number;
  /** Ids of finished updates that are remembered. */
  readonly remembered: number;
}

/** `deadline` is above the patience of an outgoing call, so that it only ends what hangs for another reason. */
export const UPDATE_QUEUE_LIMITS: UpdateQueueLimits = {
  atWork: 128,
  waitingInChat: 20,
  waiting: 1_000,
  deadline: 90_000,
  remembered: 10_000,
};

export type Taken = { readonly fresh: boolean; readonly done: Promise<void> };

interface Needs {
  readonly handle: (update: Update) => Promise<void>;
  readonly log: Logger;
  readonly limits?: Partial<UpdateQueueLimits>;
  readonly journal?: Journal | undefined;
}

/**
 * Where updates come in, whether polled or pushed: each is handled once, those of one chat one after another, those of
 * different chats at the same time up to a bound.
 */
export class UpdateQueue {
  readonly #handle: Needs["handle"];
  readonly #log: Logger;
  readonly #limits: UpdateQueueLimits;
  readonly #finished: LRUCache<number, true>;
  readonly #unfinished = new Map<number, Promise<void>>();
  readonly #lanes = new Map<string, { last: Promise<void>; waiting: number }>();
  readonly #journal: Journal | undefined;
  #free: number;
  #open = false;
  #abandoned = false;
  readonly #queue: (() => void)[] = [];

  constructor({ handle, log, limits, journal }: Needs) {
    this.#handle = handle;
    this.#log = log;
    this.#limits = { ...UPDATE_QUEUE_LIMITS, ...limits };
    this.#finished = new LRUCache({ max: this.#limits.remembered });
    this.#free = this.#limits.atWork;
    this.#journal = journal;
    for (const id of journal?.finished ?? []) this.#finished.set(id, true);
  }

  /** No more may come in for now: not before it is known who we are, not while shutting down, not in a flood. */
  get full(): boolean {
    return !this.#open || this.#unfinished.size >= this.#limits.waiting;
  }

  /** What ends from now on was cut short, not done. */
  get abandoned(): boolean {
    return this.#abandoned;
  }

  open(): void {
    this.#open = true;
  }

  close(): void {
    this.#open = false;
  }

  abandon(): void {
    this.#abandoned = true;
  }

  /** `done` never rejects. */
  take(update: Update): Taken {
    const id = update.update_id;
    const known = this.#unfinished.get(id);
    if (known) return { fresh: false, done: known };
    if (this.#finished.has(id)) return { fresh: false, done: Promise.resolve() };

    const lane = this.#lane(update);
    if (lane.waiting >= this.#limits.waitingInChat) {
      this.#log.warn({ update: id }, "dropped an update: too many are waiting in its chat");
      this.#remember(id);
      return { fresh: true, done: Promise.resolve() };
    }
    lane.waiting += 1;
    const done = lane.last.then(() => this.#work(update)).finally(() => this.#finish(update, lane));
    lane.last = done;
    this.#unfinished.set(id, done);
    return { fresh: true, done };
  }

  /** Resolves when all that is unfinished now is done. */
  async idle(): Promise<void> {
    await Promise.all(this.#unfinished.values());
  }

  #remember(id: number): void {
    this.#finished.set(id, true);
    try {
      this.#journal?.add(id);
    } catch (error) {
      // A full disk costs a repeated answer after a crash, not the answer.
      this.#log.warn({ error: (error as NodeJS.ErrnoException).code }, "could not write the journal");
    }
  }

  #lane(update: Update): { last: Promise<void>; waiting: number } {
    const key = laneOf(update);
    const lane = this.#lanes.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    this.#lanes.set(key, lane);
    return lane;
  }

  async #work(update: Update): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((go) => this.#queue.push(go));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((end) => {
      timer = setTimeout(() => end("late"), this.#limits.deadline);
    });
    try {
      // telegraf may throw before its own error handler is in place, so this is the last resort.
      const ended = await Promise.race([this.#handle(update), late]);
      if (ended === "late") this.#log.error({ update: update.update_id }, "gave up waiting for an update");
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      this.#log.error({ update: update.update_id, error: name }, "an update could not be handled");
    } finally {
      clearTimeout(timer);
      const next = this.#queue.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #finish(update: Update, lane: { waiting: number }): void {
    this.#unfinished.delete(update.update_id);
    if (!this.#abandoned) this.#remember(update.update_id);
    lane.waiting -= 1;
    if (lane.waiting === 0) this.#lanes.delete(laneOf(update));
  }
}

/** What must keep its order: a chat; outside of chats (inline search) a person. */
function laneOf(update: Update): string {
  const chat = (update.message ?? update.callback_query?.message)?.chat?.id;
  if (chat !== undefined) return `chat ${chat}`;
  const person = update.inline_query?.from.id ?? update.callback_query?.from.id;
  return person === undefined ? `update ${update.update_id}` : `person ${person}`;
}
