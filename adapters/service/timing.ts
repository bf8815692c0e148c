import type { Answer } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { Verification } from "../../src/model/verification.ts";
import { type AheadAnswerer, type Asked, keyOf, thinkAhead } from "./ahead.ts";
import type { Meter, Surface } from "./metrics.ts";
import { whyUnanswered } from "./unanswered.ts";

/** Asks, counts and times, from now or from when the question came. */
export function timed<A extends Answer | Verification>(
  meter: Meter,
  surface: Surface,
  ask: () => A,
  from: number = performance.now(),
): A {
  const answer = ask();
  const seconds = (performance.now() - from) / 1000;
  const { kind, lang } = answer;
  meter.answered({ surface, kind, lang, seconds });
  const reason = whyUnanswered(answer);
  if (reason !== undefined) meter.unanswered({ surface, lang, reason });
  return answer;
}

/**
 * Wraps an answerer so that one surface's answers are counted and timed without the platform knowing. Answers computed ahead have spent
 * their time in the queue and in a thread by then; that is included.
 */
export function timedAnswerer(answerer: Answerer, surface: Surface, meter: Meter): AheadAnswerer {
  /** When the questions arrived that have just been answered ahead; several people may have asked the same. */
  const came = new Map<string, number[]>();
  const from = (asked: Asked): number | undefined => came.get(keyOf(asked))?.shift();
  return {
    get corpus() {
      return answerer.corpus;
    },
    answer: (question) =>
      timed(meter, surface, () => answerer.answer(question), from({ kind: "answer", question })),
    leader: (lookup) =>
      timed(meter, surface, () => answerer.leader(lookup), from({ kind: "leader", lookup })),
    complete: (typed) => answerer.complete(typed),
    async think(asked, since = performance.now()) {
      await thinkAhead(answerer, asked, since);
      const key = keyOf(asked);
      came.set(key, [...(came.get(key) ?? []), since]);
      // It is asked for in this turn of the event loop, or never: a button may lead elsewhere
      setImmediate(() => came.delete(key));
    },
    verify: (request) => timed(meter, surface, () => answerer.verify(request)),
    quotations: (message) => answerer.quotations(message),
    asksAboutQuotation: (message) => answerer.asksAboutQuotation(message),
  };
}
