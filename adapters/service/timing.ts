import type { Answer, Answerer, Verification } from "../../src/model.ts";
import type { Meter, Surface } from "./metrics.ts";

/** The same answerer, counted and timed for one surface, so that no platform need know that it is. */
export function timedAnswerer(answerer: Answerer, surface: Surface, meter: Meter): Answerer {
  const counting = <A extends Answer | Verification>(ask: () => A): A => {
    const from = process.hrtime.bigint();
    const answer = ask();
    const seconds = Number(process.hrtime.bigint() - from) / 1e9;
    meter.answered({ surface, kind: answer.kind, lang: answer.lang, seconds });
    return answer;
  };
  return {
    get corpus() {
      return answerer.corpus;
    },
    answer: (question) => counting(() => answerer.answer(question)),
    leader: (lookup) => counting(() => answerer.leader(lookup)),
    complete: (typed) => answerer.complete(typed),
    verify: (request) => counting(() => answerer.verify(request)),
    quotations: (message) => answerer.quotations(message),
    asksAboutQuotation: (message) => answerer.asksAboutQuotation(message),
  };
}
