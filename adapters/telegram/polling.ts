import type { Logger } from "pino";
import { delayAfter, sleep } from "../service/backoff.ts";
import type { Lease } from "../service/lease.ts";
import { loggable } from "../service/loggable.ts";
import type { Meter } from "../service/metrics.ts";
import type { ApiClient, Outcome } from "./api-client.ts";
import type { TelegramFault } from "./errors.ts";
import { OffsetTracker } from "./offset-tracker.ts";
import { ALLOWED_UPDATES, idOf, Update } from "./update.ts";
import type { UpdateQueue } from "./update-queue.ts";

export interface PollLimits {
  /** Seconds for which Telegram keeps a poll open when there is nothing new. */
  readonly longPoll: number;
  /** Milliseconds beyond that until a poll is given up: a connection can die without a word. */
  readonly grace: number;
  /** Milliseconds between polls while updates are at work: those come again at once, a long poll is not possible. */
  readonly busy: readonly [least: number, most: number];
  /** Milliseconds for which an update at work may keep back the confirmation of those after it. */
  readonly hold: number;
  /** Milliseconds to wait after a failed poll, doubled each time up to the most. */
  readonly backoff: readonly [first: number, most: number];
  /** Milliseconds without a completed poll after which the watchdog speaks up and starts anew. */
  readonly deaf: number;
}

/** A connection that dies silently costs one poll and its grace period, so both are short; frequent polls cost nothing. */
const POLL_LIMITS: PollLimits = {
  longPoll: 6,
  grace: 3_000,
  busy: [50, 250],
  hold: 10_000,
  backoff: [1_000, 8_000],
  deaf: 60_000,
};

/** Most that getUpdates gives at once (https://core.telegram.org/bots/api#getupdates). */
const PAGE = 100;

interface Needs {
  readonly calls: ApiClient;
  readonly intake: UpdateQueue;
  readonly log: Logger;
  readonly meter: Meter;
  readonly limits?: Partial<PollLimits>;
  /** Who of several processes polls; without it this one does. */
  readonly lease?: Lease | undefined;
  /** Somebody else gets the updates. */
  readonly onConflict?: () => Promise<void>;
}

/**
 * A loop around getUpdates of our own. telegraf's ends at the first 409, waits for the slowest update of a batch before
 * it asks again, confirms before anything is handled, and hears nothing for 500 s when a connection hangs.
 */
export class Polling {
  readonly #calls: ApiClient;
  readonly #intake: UpdateQueue;
  readonly #log: Logger;
  readonly #meter: Meter;
  readonly #limits: PollLimits;
  readonly #updates: OffsetTracker;
  readonly #lease: Lease | undefined;
  readonly #stop = new AbortController();
  #poll = new AbortController();
  #completedAt = Date.now();
  #failures = 0;
  #conflict = false;
  readonly #onConflict: Needs["onConflict"];
  #busy: number;

  constructor({ calls, intake, lease, log, meter, limits, onConflict }: Needs) {
    this.#onConflict = onConflict;
    this.#calls = calls;
    this.#intake = intake;
    this.#log = log;
    this.#meter = meter;
    this.#limits = { ...POLL_LIMITS, ...limits };
    this.#updates = new OffsetTracker(this.#limits.hold);
    this.#busy = this.#limits.busy[0];
    this.#lease = lease;
    lease?.onLost(() => this.#poll.abort());
  }

  /** Milliseconds since a poll was last completed. */
  get silence(): number {
    return Date.now() - this.#completedAt;
  }

  /** Another process polls. */
  get standby(): boolean {
    return this.#lease?.mine === false;
  }

  get deaf(): boolean {
    return this.silence > this.#limits.deaf;
  }

  /** The last poll was ended in favour of another program's, or of a webhook. */
  get conflict(): boolean {
    return this.#conflict;
  }

  /** Ends when stopped, or when the token is refused. */
  async run(): Promise<void> {
    this.#completedAt = Date.now();
    const watchdog = setInterval(() => this.#watch(), this.#limits.deaf / 4);
    try {
      let refused = false;
      while (!refused && !this.#stop.signal.aborted) {
        await this.#turn();
        refused = await this.#round();
      }
    } finally {
      clearInterval(watchdog);
    }
  }

  /** Waits until this is the process that polls. */
  async #turn(): Promise<void> {
    if (this.#lease === undefined || this.#lease.mine) return;
    this.#log.info("standing by: another process polls, or is about to");
    await this.#lease.held(this.#stop.signal);
    this.#completedAt = Date.now();
    this.#log.info("this process polls");
  }

  /** True when the token is refused: there is no use in another. */
  async #round(): Promise<boolean> {
    try {
      const offset = this.#updates.offset();
      const outcome = this.#intake.full ? undefined : await this.#ask(offset);
      if (!outcome) await sleep(this.#limits.busy[1], this.#stop.signal);
      else if (outcome.ok) {
        this.#updates.confirmed(offset);
        await this.#take(outcome.result);
      } else if (outcome.fault.kind === "unauthorized") return true;
      else await this.#rest(outcome.fault);
    } catch (error) {
      // A bug in one round must not end the loop.
      await this.#rest({ kind: "uncertain", says: loggable(error).error });
    }
    return false;
  }

  stop(): void {
    this.#stop.abort();
    this.#poll.abort();
  }

  /** Tells Telegram what is done, so that it does not come again after a restart. */
  async confirm(within: number): Promise<void> {
    const offset = this.#updates.offset();
    if (offset === undefined) return;
    const payload = { offset, limit: 1, timeout: 0, allowed_updates: ALLOWED_UPDATES };
    const outcome = await this.#calls.call("getUpdates", payload, { deadline: within, once: true });
    if (outcome.ok) this.#updates.confirmed(offset);
  }

  #ask(offset: number | undefined): Promise<Outcome<unknown>> {
    const timeout = this.#updates.waiting > 0 && offset === undefined ? 0 : this.#limits.longPoll;
    this.#poll = new AbortController();
    return this.#calls.call<unknown>(
      "getUpdates",
      { ...(offset === undefined ? {} : { offset }), limit: PAGE, timeout, allowed_updates: ALLOWED_UPDATES },
      { deadline: timeout * 1000 + this.#limits.grace, signal: this.#poll.signal, once: true },
    );
  }

  async #take(batch: unknown): Promise<void> {
    if (!Array.isArray(batch)) return this.#rest({ kind: "uncertain", says: "updates are not a list" });
    this.#completedAt = Date.now();
    this.#conflict = false;
    const fresh: Promise<void>[] = [];
    let unreadable = 0;
    for (const value of batch) {
      const parsed = Update.safeParse(value);
      const id = idOf(value);
      if (!parsed.success) this.#log.warn({ update: id }, "ignored a malformed update");
      if (id === undefined) unreadable += 1;
      else if (!this.#updates.has(id)) {
        const done = parsed.success ? this.#intake.take(parsed.data).done : Promise.resolve();
        this.#updates.add(id, done);
        fresh.push(done);
      }
    }
    if (unreadable > 0 && unreadable === batch.length) {
      return this.#rest({ kind: "uncertain", says: "updates without an id" });
    }
    this.#meter.polled("telegram");
    if (this.#failures > 0) this.#meter.reconnected("telegram");
    this.#failures = 0;
    if (fresh.length === 0 && batch.length === PAGE) this.#updates.giveUpOldest();
    await this.#pause(fresh);
  }

  /** Waits for the new updates to finish, but not long: others are waiting. */
  async #pause(fresh: readonly Promise<void>[]): Promise<void> {
    if (this.#updates.waiting === 0) return;
    const [least, most] = this.#limits.busy;
    this.#busy = fresh.length > 0 ? least : Math.min(this.#busy * 2, most);
    const waited = sleep(this.#busy, this.#stop.signal);
    await (fresh.length > 0 ? Promise.race([Promise.all(fresh), waited]) : waited);
  }

  async #rest(fault: TelegramFault): Promise<void> {
    if (fault.kind === "stopped") return;
    const [first, most] = this.#limits.backoff;
    this.#failures += 1;
    const backoff = delayAfter(this.#failures, { first, most });
    this.#conflict = fault.kind === "conflict";
    const wait = fault.kind === "flood" ? Math.max(fault.wait, backoff) : backoff;
    const wanted =
      fault.kind === "conflict"
        ? "another program polls with this token (or a webhook is set): only one may"
        : "polling goes on after a pause";
    this.#log.warn({ fault: fault.kind, failures: this.#failures, wait: Math.round(wait) }, wanted);
    if (this.#conflict) await this.#onConflict?.();
    await sleep(wait, this.#stop.signal);
  }

  #watch(): void {
    if (!this.deaf || this.standby) return;
    this.#log.error({ silence: this.silence }, "no poll has been completed for too long; starting anew");
    this.#poll.abort();
  }
}
