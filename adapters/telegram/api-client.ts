import { setMaxListeners } from "node:events";
import type { Logger } from "pino";
import type { Telegram } from "telegraf";
import type { Meter } from "../service/metrics.ts";
import { faultOf, type TelegramFault } from "./errors.ts";
import type { Throttler } from "./throttler.ts";

export type Outcome<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly fault: TelegramFault };

export interface CallLimits {
  /** Milliseconds until an attempt without an answer is given up. */
  readonly deadline: number;
  /** Attempts in all at a call that reached Telegram, where a repetition is harmless. */
  readonly attempts: number;
  /** Milliseconds that all attempts and waits of a call may take together. */
  readonly patience: number;
  /** Milliseconds before the first repetition; doubled each time, with jitter. */
  readonly backoff: number;
}

/** `patience` covers a whole minute, the time after which a full group accepts messages again. */
export const CALL_LIMITS: CallLimits = { deadline: 10_000, attempts: 4, patience: 75_000, backoff: 300 };

export type Payload = Readonly<Record<string, unknown>>;

export interface ApiClient {
  call<T>(method: string, payload: Payload, options?: CallOptions): Promise<Outcome<T>>;
  /** Ends all that is under way and refuses what comes later. */
  abort(): void;
}

export interface CallOptions {
  /** In place of the usual deadline (a long poll). */
  readonly deadline?: number;
  /** Ends this call. */
  readonly signal?: AbortSignal;
  /** One attempt only. */
  readonly once?: boolean;
}

/** Milliseconds between two attempts to reach Telegram at most. */
const MOST_BACKOFF = 5_000;

/** Methods that may not be repeated unless it is certain that they took no effect. */
const ONCE = new Set(["sendMessage"]);

/** Methods that count towards Telegram's pace. */
const PACED = new Set(["sendMessage", "editMessageText"]);

interface Needs {
  readonly telegram: Telegram;
  readonly token: string;
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
export function createApiClient({
  telegram,
  token,
  pace,
  log,
  meter,
  onUnauthorized,
  ...rest
}: Needs): ApiClient {
  const limits = { ...CALL_LIMITS, ...rest.limits };
  const stop = new AbortController();
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
    let timer: NodeJS.Timeout | undefined;
    // Raced, too: whatever the sockets do with the abort, the caller goes on in time.
    const late = new Promise<never>((_, reject) => {
      abort.signal.addEventListener("abort", () => reject(new Error("ended before an answer came")));
      timer = setTimeout(() => {
        reject(new Error(`no answer within ${deadline} ms`));
        end();
      }, deadline);
    });
    try {
      const made = telegram.callApi(method as never, payload as never, { signal: abort.signal as never });
      return { ok: true, result: (await Promise.race([made, late])) as T };
    } catch (error) {
      if (signals.some((signal) => signal.aborted)) return { ok: false, fault: stopped };
      return { ok: false, fault: faultOf(error, token) };
    } finally {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", end);
    }
  }

  async function call<T>(method: string, given: Payload, options: CallOptions = {}): Promise<Outcome<T>> {
    const giveUpAt = Date.now() + limits.patience;
    let payload = given;
    for (let made = 1; ; made++) {
      const chat = PACED.has(method) ? Number(payload["chat_id"]) : Number.NaN;
      if (!Number.isNaN(chat)) {
        const wait = pace.reserve(chat);
        if (Date.now() + wait > giveUpAt) return give(method, { kind: "flood", wait, says: "over the pace" });
        if (!(await sleep(wait, stop.signal))) return { ok: false, fault: stopped };
      }
      const outcome = await attempt<T>(method, payload, options);
      if (outcome.ok) return outcome;
      const { fault } = outcome;
      if (fault.kind === "unauthorized") onUnauthorized(fault);
      if (fault.kind === "moved" && made === 1) {
        payload = { ...payload, chat_id: fault.chat };
        continue;
      }
      const wait = waitBefore(method, fault, made, limits);
      const enough = made >= limits.attempts && fault.kind !== "unreached";
      if (wait === undefined || options.once || enough) return give(method, fault);
      if (Date.now() + wait > giveUpAt) return give(method, fault);
      if (fault.kind === "flood" && !Number.isNaN(chat)) pace.hold(chat, wait);
      else if (!(await sleep(wait, stop.signal))) return { ok: false, fault: stopped };
    }
  }

  function give<T>(method: string, fault: TelegramFault): Outcome<T> {
    const normal = fault.kind === "unmodified" || fault.kind === "stale" || fault.kind === "stopped";
    if (!normal) {
      log.warn({ method, fault: fault.kind, says: fault.says }, "a call to Telegram failed");
      meter.failed("telegram", fault.kind);
    }
    return { ok: false, fault };
  }

  return { call, abort: () => stop.abort() };
}

/** Milliseconds before the call is made again; undefined when it must not be. */
function waitBefore(
  method: string,
  fault: TelegramFault,
  made: number,
  { backoff }: CallLimits,
): number | undefined {
  switch (fault.kind) {
    case "flood":
      return fault.wait + Math.random() * 100;
    case "unreached":
      // Harmless, so as long as patience lasts: an outage of a minute loses no answer.
      return jitter(Math.min(backoff * 2 ** (made - 1), MOST_BACKOFF));
    case "uncertain":
      return ONCE.has(method) ? undefined : jitter(backoff * 2 ** (made - 1));
    default:
      return undefined;
  }
}

/** Between the half and the whole of `ms`, so that many do not come back at once. */
export const jitter = (ms: number): number => ms * (0.5 + Math.random() / 2);

/** False when it was cut short. */
export function sleep(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  if (ms <= 0) return Promise.resolve(true);
  return new Promise((done) => {
    const wake = (slept: boolean) => (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cut);
      done(slept);
    };
    const cut = wake(false);
    const timer = setTimeout(wake(true), ms);
    signal.addEventListener("abort", cut);
  });
}
