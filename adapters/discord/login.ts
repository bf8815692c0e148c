/** Logging in until it works. After that the library reconnects on its own; before, it gives up at the first fault. */
import type { Client } from "discord.js";
import { delayAfter } from "../service/backoff.ts";
import { type FatalError, fatalErrorOf, fatalErrorOfClose } from "./errors.ts";

/** ms between two tries. */
const LOG_IN = { first: 1_000, most: 60_000 };

/** ms to wait after the try of this number, the first being 0. */
export const delayAfterTry = (attempt: number): number => delayAfter(attempt + 1, LOG_IN);

export interface LoginOptions {
  /** A client that failed to log in cannot be used again. */
  readonly create: () => Client;
  readonly token: string;
  readonly signal: AbortSignal;
  /** Waits; rejects or resolves early when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly failed: (error: unknown, delay: number) => void;
}

/** The client that got through. Throws `CannotGoOn` when trying again is no use; undefined when told to stop. */
export async function logIn(options: LoginOptions): Promise<Client | undefined> {
  const { create, token, signal, sleep, failed } = options;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const client = create();
    let ending: FatalError | undefined;
    // Only the close code distinguishes a refused token from other faults: the error has no code of its own.
    client.on("shardDisconnect", ({ code }) => {
      ending ??= fatalErrorOfClose(code);
    });
    const stop = (): void => void client.destroy();
    signal.addEventListener("abort", stop, { once: true });
    try {
      await untilAborted(client.login(token), signal);
      return signal.aborted ? undefined : client;
    } catch (error) {
      if (signal.aborted) return undefined;
      await client.destroy();
      const final = ending ?? fatalErrorOf(error);
      if (final !== undefined) throw final;
      const delay = delayAfterTry(attempt);
      failed(error, delay);
      await sleep(delay, signal).catch(() => {});
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }
  return undefined;
}

/** Login waits without end while the gateway refuses connections; it must not keep the process from ending. */
async function untilAborted(login: Promise<unknown>, signal: AbortSignal): Promise<void> {
  let abort = (): void => {};
  const aborted = new Promise<void>((resolve) => {
    abort = resolve;
    signal.addEventListener("abort", abort, { once: true });
  });
  login.catch(() => {});
  await Promise.race([login, aborted]);
  signal.removeEventListener("abort", abort);
}
