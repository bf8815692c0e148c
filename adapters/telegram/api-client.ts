import { setMaxListeners } from "node:events";
import type { Logger } from "pino";
import type { Telegram } from "telegraf";
import { delayAfter, sleep } from "../service/backoff.ts";
import type { Meter } from "../service/metrics.ts";
import { afterSilence } from "../service/silence.ts";
import { faultOf, NoAnswer, type TelegramFault } from "./errors.ts";
import { SendQueue } from "./send-queue.ts";
import type { Throttler } from "./throttler.ts";

export type Outcome<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly fault: TelegramFault };

export interface CallLimits {
  /** Milliseconds until an attempt without an answer is given up. */
  readonly deadline: number;
  /** Attempts in all at a call that failed at Telegram, or may have, where a repetition is harmless. */
  readonly attempts: number;
  /** Milliseconds that all attempts and waits of a call may take together. */
  readonly patience: number;
  /** Milliseconds before the first repetition; doubled each time, with jitter. */
  readonly backoff: number;
}

/**
 * `patience` covers two whole minutes, after each of which a full group accepts messages again: forty people who ask at once are all
 * answered. Five attempts are spread over some ten seconds: what Telegram cannot do now it can in a moment.
 */
export const CALL_LIMITS: CallLimits = { deadline: 10_000, attempts: 5, patience: 150_000, backoff: 1_000 };

export type Payload = Readonly<Record<string, unknown>>;

export interface ApiClient {
  call<T>(method: string, payload: Payload, options?: CallOptions): Promise<Outcome<T>>;
  /** Resolves when no call is under way. */
  idle(): Promise<void>;
  /** Ends all that is under way and refuses what comes later. */
  abort(): void;
}

interface CallOptions {
  /** In place of the usual deadline (a long poll). */
  readonly deadline?: number;
  /** Ends this call. */
  readonly signal?: AbortSignal;
  /** One attempt only. */
  readonly once?: boolean;
  /** In place of the usual patience. */
  readonly patience?: number;
}

/** Milliseconds between two attempts to reach Telegram at most. */
const MAX_BACKOFF = 8_000;

/** Methods that may not be repeated unless it is certain that they took no effect. */
const ONCE = new Set(["sendMessage"]);

/** Methods that count towards Telegram's pace. */
const PACED = new Map([
  ["sendMessage", "send"],
  ["editMessageText", "edit"],
] as const);

/** Ends that are nothing to speak of. */
const NORMAL: ReadonlySet<TelegramFault["kind"]> = new Set(["unmodified", "stale", "stopped"]);

interface Needs {
  readonly telegram: Telegram;
  readonly pace: Throttler;
  readonly log: Logger;
  readonly meter: Meter;
  readonly limits?: Partial<CallLimits>;
  /** The token is no longer valid. */
  readonly onUnauthorized: (fault: TelegramFault) => void;
}

/**
 * Every call to the Bot API goes through here. telegraf itself waits 500 s for an answer, repeats nothing, and knows
 * no pace. A call never throws: what can go wrong is a value.
 */
export function createApiClient({ telegram, pace, log, meter, onUnauthorized, ...rest }: Needs): ApiClient {
  const limits = { ...CALL_LIMITS, ...rest.limits };
  const stop = new AbortController();
  const queue = new SendQueue(pace, stop.signal);
  const underWay = new Set<Promise<unknown>>();
  // One listener per call under way: many, and no leak.
  setMaxListeners(0, stop.signal);
  const stopped: TelegramFault = { kind: "stopped", says: "shutting down" };

  async function attempt<T>(method: string, payload: Payload, options: CallOptions): Promise<Outcome<T>> {
    const abort = new AbortController();
    const end = (): void => abort.abort();
    const deadline = options.deadline ?? limits.deadline;
    const signals = [stop.signal, ...(options.signal ? [options.signal] : [])];
    if (signals.some((signal) => signal.aborted)) return { ok: false, fault: stopped };
    for (const signal of signals) signal.addEventListener("abort", end);
    let heard = (): void => {};
    // Raced, too: whatever the sockets do with the abort, the caller goes on in time.
    const late = new Promise<never>((_, reject) => {
      abort.signal.addEventListener("abort", () => reject(new NoAnswer("ended before an answer came")));
      heard = afterSilence(deadline, () => {
        reject(new NoAnswer(`no answer within ${deadline} ms`));
        end();
      });
    });
    try {
      const made = telegram.callApi(method as never, payload as never, { signal: abort.signal as never });
      return { ok: true, result: (await Promise.race([made, late])) as T };
    } catch (error) {
      if (signals.some((signal) => signal.aborted)) return { ok: false, fault: stopped };
      return { ok: false, fault: faultOf(error) };
    } finally {
      heard();
      for (const signal of signals) signal.removeEventListener("abort", end);
    }
  }

  async function make<T>(method: string, given: Payload, options: CallOptions): Promise<Outcome<T>> {
    const giveUpAt = Date.now() + (options.patience ?? limits.patience);
    let payload = given;
    let place: number | undefined;
    let failures = 0;
    for (let moved = false; ; ) {
      const kind = PACED.get(method as "sendMessage");
      const chat = Number(payload["chat_id"]);
      if (kind !== undefined && !Number.isNaN(chat)) {
        const key = kind === "edit" ? `${payload["message_id"]}` : undefined;
        const { turn, number } = await queue.turn({ chat, kind, key, giveUpAt }, place);
        place = number;
        if (turn === "stopped") return { ok: false, fault: stopped };
        if (turn === "late") return give(method, { kind: "flood", wait: 0, says: "over the pace" });
        if (turn === "replaced") return { ok: false, fault: { kind: "replaced", says: "a later change" } };
      }
      const outcome = await attempt<T>(method, payload, options);
      if (outcome.ok) return outcome;
      const { fault } = outcome;
      if (fault.kind === "unauthorized") onUnauthorized(fault);
      if (fault.kind === "moved" && !moved) {
        moved = true;
        payload = { ...payload, chat_id: fault.chat };
        continue;
      }
      // A 429 is not an attempt that failed: it counts against `patience` only
      if (fault.kind !== "flood") failures += 1;
      const wait = waitBefore(method, fault, failures, limits);
      const enough = failures >= limits.attempts && fault.kind !== "unreached";
      if (wait === undefined || options.once || enough) return give(method, fault);
      if (Date.now() + wait > giveUpAt) return give(method, fault);
      if (fault.kind === "flood" && kind !== undefined) pace.hold(chat, wait);
      else if (!(await sleep(wait, stop.signal))) return { ok: false, fault: stopped };
    }
  }

  async function call<T>(method: string, payload: Payload, options: CallOptions = {}): Promise<Outcome<T>> {
    const made = make<T>(method, payload, options);
    underWay.add(made);
    return made.finally(() => underWay.delete(made));
  }

  function give<T>(method: string, fault: TelegramFault): Outcome<T> {
    const normal = NORMAL.has(fault.kind);
    if (!normal) {
      log.warn({ method, fault: fault.kind, says: fault.says }, "a call to Telegram failed");
      meter.failed("telegram", fault.kind);
    }
    return { ok: false, fault };
  }

  const idle = async (): Promise<void> => void (await Promise.allSettled(underWay));
  return { call, idle, abort: () => stop.abort() };
}

/** Milliseconds before the call is made again; undefined when it must not be. */
function waitBefore(
  method: string,
  fault: TelegramFault,
  failures: number,
  { backoff }: CallLimits,
): number | undefined {
  switch (fault.kind) {
    case "flood":
      return fault.wait + Math.random() * 100;
    case "unreached":
      // Safe to repeat while `patience` lasts, so that an outage of a minute loses no answer.
      return delayAfter(failures, { first: backoff, most: MAX_BACKOFF });
    case "failed":
      return delayAfter(failures, { first: backoff, most: MAX_BACKOFF });
    case "uncertain":
      return ONCE.has(method) ? undefined : delayAfter(failures, { first: backoff, most: MAX_BACKOFF });
    default:
      return undefined;
  }
}
