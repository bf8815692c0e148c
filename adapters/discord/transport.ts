/**
 * Sends requests to Discord's API. The library retries a 5xx three times within a third of a second, and lets a hanging request take five
 * seconds although an interaction has three. Here the tries are spread over the time available.
 */
import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { ProxyAgent } from "undici";
import { delayAfter } from "../service/backoff.ts";
import { proxyFor } from "../service/proxy.ts";
import { afterSilence } from "../service/silence.ts";

type MakeRequest = RESTOptions["makeRequest"];

interface Course {
  /** ms for one try. */
  readonly deadline: number;
  /** ms for all of them. */
  readonly budget: number;
  /** ms before the second try; doubled for each that follows. */
  readonly first: number;
  readonly most: number;
}

/** An interaction takes its first response within 3 s: a try that hangs leaves time for another two. */
const CALLBACK: Course = { deadline: 900, budget: 2_700, first: 150, most: 800 };
/** Nonces keep a message that is sent again from standing there twice; after ten seconds somebody has asked again, or gone. */
const OTHER: Course = { deadline: 4_000, budget: 12_000, first: 300, most: 4_000 };

/** ms. The library's own limit for a request, above all that is tried within it. */
export const REQUEST_TIMEOUT = OTHER.budget + OTHER.deadline;

const CALLBACK_PATH = /\/interactions\/\d+\/[^/]+\/callback(?:\?|$)/;

/** Sends a request, and again after a pause if it met a 5xx, a reset or silence. */
export function createTransport(
  apiUrl: string,
  make: MakeRequest = DefaultRestOptions.makeRequest,
): MakeRequest {
  const proxy = proxyFor(apiUrl);
  const dispatcher = proxy === undefined ? {} : { dispatcher: new ProxyAgent(proxy) };
  return async (url, init) => {
    const course = CALLBACK_PATH.test(url) ? CALLBACK : OTHER;
    const giveUpAt = performance.now() + course.budget;
    for (let failures = 1; ; failures += 1) {
      const last = (wait: number): boolean =>
        performance.now() + wait >= giveUpAt || init.signal?.aborted === true;
      const wait = delayAfter(failures, course);
      const deadline = Math.min(course.deadline, Math.max(giveUpAt - performance.now(), 100));
      try {
        const signal = either(init.signal ?? undefined, deadline);
        const response = await make(url, { ...init, ...dispatcher, signal } as typeof init);
        if (response.status < 500 || last(wait)) return response;
        // The connection is free for the next try only when its answer has been read
        await response.arrayBuffer().catch(() => {});
      } catch (error) {
        if (last(wait)) throw error;
      }
      await new Promise((wake) => setTimeout(wake, wait));
    }
  };
}

/** Also ends the reading of an answer's body, so it goes on after the headers have come. */
function either(signal: AbortSignal | undefined, ms: number): AbortSignal {
  const silent = new AbortController();
  afterSilence(ms, () => silent.abort(new DOMException("Discord said nothing", "TimeoutError")));
  return signal === undefined ? silent.signal : AbortSignal.any([signal, silent.signal]);
}
