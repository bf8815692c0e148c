/** Waiting before something is tried again. */

export interface Backoff {
  /** ms before the second try; doubled for each that follows. */
  readonly first: number;
  /** ms at most. */
  readonly most: number;
}

/** ms to wait after the given number of failures, at least 1: half to all of the backoff, so that many clients do not return at once. */
export function delayAfter(failures: number, { first, most }: Backoff): number {
  return jitter(Math.min(first * 2 ** Math.min(failures - 1, 30), most));
}

/** Between the half and the whole of `ms`. */
const jitter = (ms: number): number => Math.round(ms * (0.5 + Math.random() / 2));

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

/** Resolves after so many ms, without keeping the process alive. */
export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms).unref());
