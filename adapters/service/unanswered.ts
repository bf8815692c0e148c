import type { Answer } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { Verification } from "../../src/model/verification.ts";
import { type AheadAnswerer, thinkAhead } from "./ahead.ts";
import type { Surface } from "./metrics.ts";
import type { UnansweredLog } from "./unanswered-log.ts";

/**
 * Why a question has no answer: `unknown-words`, the sources lack a word of it; `unsure`, they have them all and still nothing answers;
 * `closest`, only the nearest passage was shown; `refused`, it was empty or too long.
 */
export type UnansweredReason = "unknown-words" | "unsure" | "closest" | "refused";

/** Undefined when it is answered, or was no question. */
export function whyUnanswered(answer: Answer | Verification): UnansweredReason | undefined {
  switch (answer.kind) {
    case "nothing":
      return answer.missing.length > 0 ? "unknown-words" : "unsure";
    case "closest":
    case "refused":
      return answer.kind;
    default:
      return undefined;
  }
}

/** Wraps an answerer so that the questions it could not answer are kept. */
export function keepingUnanswered(answerer: Answerer, surface: Surface, log: UnansweredLog): AheadAnswerer {
  return {
    get corpus() {
      return answerer.corpus;
    },
    answer(question) {
      const answer = answerer.answer(question);
      const reason = whyUnanswered(answer);
      if (reason !== undefined && reason !== "refused")
        log.add({ surface, lang: answer.lang, reason, question: question.text });
      return answer;
    },
    leader: (lookup) => answerer.leader(lookup),
    complete: (typed) => answerer.complete(typed),
    think: (asked, since) => thinkAhead(answerer, asked, since),
    verify: (request) => answerer.verify(request),
    quotations: (message) => answerer.quotations(message),
    asksAboutQuotation: (message) => answerer.asksAboutQuotation(message),
  };
}
