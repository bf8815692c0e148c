import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { loggable } from "../service/loggable.ts";
import type { Journal } from "./journal.ts";
import { personOf, type Update } from "./update.ts";

export interface UpdateQueueLimits {
  /** Updates at work at the same time. */
  readonly atWork: number;
  /** Updates of one person that may wait in one chat; more are dropped: it is a flood. */
  readonly waitingOfPerson: number;
  /** Updates that may wait in one chat; the pace would take many minutes for more. */
  readonly waitingInChat: number;
  /** Updates taken in and not yet done, over all chats; beyond it no more are fetched. */
  readonly waiting: number;
  /** Milliseconds after which an update gives way to the next of its chat, finished or not. */
  readonly deadline: number;
  /** Ids of finished updates that are remembered. */
  readonly remembered: number;
}

/**
 * As many may be at work as may wait: most of them wait for the pace of their chat, and no other chat is to wait for that. `deadline` is
 * above the patience of an outgoing call, so that it only ends what hangs for another reason.
 */
const UPDATE_QUEUE_LIMITS: UpdateQueueLimits = {
  atWork: 1_000,
  waitingOfPerson: 20,
  waitingInChat: 150,
  waiting: 1_000,
  deadline: 180_000,
  remembered: 10_000,
};

export type Taken = { readonly fresh: boolean; readonly done: Promise<void> };

interface Lane {
  readonly chat: string;
  last: Promise<void>;
  waiting: number;
  /** The press that has not been begun. */
  press?: { readonly update: Update; replaced: boolean } | undefined;
}

interface Needs {
  readonly handle: (update: Update) => Promise<void>;
  /** Called when there is no room for an update: its sender should be told. */
  readonly dropped?: (update: Update) => void;
  /** A press in whose place a later one of the same person on the same message is looked at. */
  readonly replaced?: (update: Update) => void;
  readonly log: Logger;
  readonly limits?: Partial<UpdateQueueLimits>;
  readonly journal?: Journal | undefined;
}

/**
 * Where updates come in, whether polled or pushed: each is handled once, those of one person in one chat one after another, all
 * others at the same time up to a bound. What people press has a way of its own: a button is not to wait for an answer.
 */
export class UpdateQueue {
  readonly #needs: Pick<Needs, "handle" | "dropped" | "replaced">;
  readonly #log: Logger;
  readonly #limits: UpdateQueueLimits;
  readonly #finished: LRUCache<number, true>;
  readonly #unfinished = new Map<number, Promise<void>>();
  readonly #lanes = new Map<string, Lane>();
  readonly #waitingIn = new Map<string, number>();
  readonly #journal: Journal | undefined;
  #free: number;
  #open = false;
  #abandoned = false;
  readonly #queue: (() => void)[] = [];

  constructor({ log, limits, journal, ...needs }: Needs) {
    this.#needs = needs;
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

  /** Work that ends from now on was cut short, not finished. */
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
    const inChat = this.#waitingIn.get(lane.chat) ?? 0;
    if (lane.waiting >= this.#limits.waitingOfPerson || inChat >= this.#limits.waitingInChat) {
      this.#log.warn({ update: id }, "dropped an update: too many are waiting in its chat");
      this.#remember(id);
      this.#needs.dropped?.(update);
      return { fresh: true, done: Promise.resolve() };
    }
    lane.waiting += 1;
    this.#waitingIn.set(lane.chat, inChat + 1);
    const press = update.callback_query && { update, replaced: false };
    if (press && lane.press) {
      lane.press.replaced = true;
      this.#needs.replaced?.(lane.press.update);
    }
    lane.press = press;
    const begin = (): Promise<void> => {
      if (press && lane.press === press) lane.press = undefined;
      return press?.replaced ? Promise.resolve() : this.#work(update);
    };
    const done = lane.last.then(begin).finally(() => this.#finish(update, lane));
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
      this.#log.warn(loggable(error), "could not write the journal");
    }
  }

  #lane(update: Update): Lane {
    const { key, chat } = laneOf(update);
    const lane = this.#lanes.get(key) ?? { chat, last: Promise.resolve(), waiting: 0 };
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
      // Telegraf may throw before its own error handler is in place, so this is the last resort.
      const ended = await Promise.race([this.#needs.handle(update), late]);
      if (ended === "late") this.#log.error({ update: update.update_id }, "gave up waiting for an update");
    } catch (error) {
      this.#log.error({ update: update.update_id, ...loggable(error) }, "an update could not be handled");
    } finally {
      clearTimeout(timer);
      const next = this.#queue.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #finish(update: Update, lane: Lane): void {
    this.#unfinished.delete(update.update_id);
    if (!this.#abandoned) this.#remember(update.update_id);
    lane.waiting -= 1;
    if (lane.waiting === 0) this.#lanes.delete(laneOf(update).key);
    const inChat = (this.#waitingIn.get(lane.chat) ?? 1) - 1;
    if (inChat > 0) this.#waitingIn.set(lane.chat, inChat);
    else this.#waitingIn.delete(lane.chat);
  }
}

/** What must keep its order: a person in a chat, apart from what is pressed under a message; outside of chats (inline search) a person. */
function laneOf(update: Update): { key: string; chat: string } {
  const { callback_query: press, inline_query: search } = update;
  const message = update.message ?? update.edited_message;
  if (message) {
    const chat = `chat ${message.chat.id}`;
    return { key: `${chat} person ${personOf(message)}`, chat };
  }
  const person = `person ${press?.from.id ?? search?.from.id ?? `of ${update.update_id}`}`;
  if (!press) return { key: person, chat: person };
  const { message: pressed } = press;
  const chat = pressed ? `chat ${pressed.chat.id}` : person;
  return { key: `${chat} ${person} press ${pressed?.message_id ?? press.inline_message_id}`, chat };
}
