import type { Answer, LeaderLookup, Question } from "./answer.ts";
import type { Corpus, Leader } from "./corpus.ts";
import type { Verification, VerificationRequest } from "./verification.ts";

/** The core as adapters see it. */
export interface Answerer {
  readonly corpus: Corpus;
  /** Never throws; pure; a few milliseconds. */
  answer(question: Question): Answer;
  /** kind `leader`, `leaders`, `nothing` (nobody of that name) or `refused`. */
  leader(lookup: LeaderLookup): Answer;
  /** For autocomplete: the leaders that the input so far may mean, likeliest first; all of them for empty input. */
  complete(typed: string): readonly Leader[];
  /** Checks whether these are the sources' words. Never throws; pure; a few milliseconds. */
  verify(request: VerificationRequest): Verification;
  /** Splits a pasted message into what to check, one by one: the message itself, or each quotation in it. */
  quotations(message: string): readonly VerificationRequest[];
  /** Whether a question asks about a quotation: a person, a verb of saying, and words in quotation marks. */
  asksAboutQuotation(message: string): boolean;
}
