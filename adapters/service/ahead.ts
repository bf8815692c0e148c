import type { Answer, LeaderLookup, Question } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";

/** A call to the core, as it is sent to another thread. */
export type Asked =
  | { readonly kind: "answer"; readonly question: Question }
  | { readonly kind: "leader"; readonly lookup: LeaderLookup };

/** An answerer that can have an answer ready before it is asked for it. */
export interface AheadAnswerer extends Answerer {
  /**
   * Resolves when asking would take no time, as far as that can be had. Never rejects. `since`: when the question came, by the clock of
   * `performance.now()`, for whoever measures how long it waits.
   */
  think(asked: Asked, since?: number): Promise<void>;
}

/** Computes the answer away from the event loop. Undefined where that failed. */
export type Thinking = (asked: Asked) => Promise<Answer | undefined>;

/** Computes the answer ahead where the answerer can; otherwise it is computed when asked for. */
export async function thinkAhead(
  answerer: Answerer,
  asked: Asked | undefined,
  since?: number,
): Promise<void> {
  if (asked !== undefined && "think" in answerer) await (answerer as AheadAnswerer).think(asked, since);
}

/** Equal where the answer is. */
export const keyOf = (asked: Asked): string =>
  asked.kind === "answer"
    ? JSON.stringify(["answer", asked.question.text, asked.question.earlier, asked.question.locale])
    : JSON.stringify(["leader", asked.lookup.name, asked.lookup.topic, asked.lookup.locale]);
