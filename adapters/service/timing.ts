import type { Answer, Answerer, Verification } from "../../src/model.ts";
import { type AheadAnswerer, thinkAhead } from "./ahead.ts";
import type { Meter, Surface } from "./metrics.ts";
import { whyUnanswered } from "./unanswered.ts";

/** Asks, counts and times. */
export function timed<A extends Answer | Verification>(meter: Meter, surface: Surface, ask: () => A): A {
  const from = performance.now();
  const answer = ask();
  const seconds = (performance.now() - from) / 1000;
  const { kind, lang } = answer;
  meter.answered({ surface, kind, lang, seconds });
  const reason = whyUnanswered(answer);
  if (reason !== undefined) meter.unanswered({ surface, lang, reason });
  return answer;
}

/** The same answerer, counted and timed for one surface, so that no platform need know that it is. */
export function timedAnswerer(answerer: Answerer, surface: Surface, meter: Meter): AheadAnswerer {
  return {
    get corpus() {
      return answerer.corpus;
    },
    answer: (question) => timed(meter, surface, () => answerer.answer(question)),
    leader: (lookup) => timed(meter, surface, () => answerer.leader(lookup)),
    complete: (typed) => answerer.complete(typed),
    think: (asked) => thinkAhead(answerer, asked),
    verify: (request) => timed(meter, surface, () => answerer.verify(request)),
    quotations: (message) => answerer.quotations(message),
    asksAboutQuotation: (message) => answerer.asksAboutQuotation(message),
  };
}
