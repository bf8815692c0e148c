import type { Answer, Leader, Quote } from "./model.ts";

/** An answer as the machine interface prints it: the union flattened, every field always there. */
export interface AnswerRecord {
  readonly kind: Answer["kind"];
  readonly lang: string;
  readonly quotes: readonly Quote[];
  readonly missing: readonly string[];
  readonly suggestions: readonly string[];
  readonly readings: readonly { readonly typed: string; readonly as: string }[];
  readonly leader?: Leader;
  readonly leaders: readonly Leader[];
  readonly mentions: readonly Quote[];
  readonly statements: readonly Quote[];
  readonly reason?: string;
  readonly topic?: string;
}

export function toRecord(answer: Answer): AnswerRecord {
  return {
    quotes: [],
    missing: [],
    suggestions: [],
    readings: [],
    leaders: [],
    mentions: [],
    statements: [],
    ...answer,
  };
}
