import type { Answer, Answerer, LeaderLookup, Question } from "../../src/model.ts";

/** What the core is asked, as it is sent to another thread. */
export type Asked =
  | { readonly kind: "answer"; readonly question: Question }
  | { readonly kind: "leader"; readonly lookup: LeaderLookup };

/** An answerer that can have an answer ready before it is asked for it. */
export interface AheadAnswerer extends Answerer {
  /** Resolves when asking would take no time, as far as that can be had. Never rejects. */
  think(asked: Asked): Promise<void>;
}

/** Thinks away from the event loop. Undefined where it could not. */
export type Thinking = (asked: Asked) => Promise<Answer | undefined>;

/** Thinks ahead where the answerer can; where it cannot, it thinks when it is asked. */
export async function thinkAhead(answerer: Answerer, asked: Asked | undefined): Promise<void> {
  if (asked !== undefined && "think" in answerer) await (answerer as AheadAnswerer).think(asked);
}
