import type { Token } from "../analysis/tokenizer.ts";
import { PROFILES } from "../languages/all.ts";
import type { AnswerType } from "../languages/profile.ts";
import type { Correction } from "../model/answer.ts";
import { answerTypesOfPatterns } from "./answer-type-patterns.ts";
import type { ArabiziReader } from "./arabizi.ts";
import type { Query } from "./query.ts";
import { withoutSmallTalk } from "./small-talk.ts";
import {
  correctWords,
  type QueryWord,
  splitAtZwnj,
  type TokenFilterParts,
  withoutQuestionPhrases,
} from "./token-filters.ts";

export interface QueryWordParts extends TokenFilterParts {
  readonly arabizi: Pick<ArabiziReader, "read">;
}

/** What is left of a question to look for, word by word. */
export interface QueryWords {
  /** The words as typed, without small talk. */
  readonly typed: readonly Token[];
  /** The same without the phrases that ask, each as it is read. */
  readonly words: readonly QueryWord[];
  /** What its wording asks for. */
  readonly answerTypes: ReadonlySet<AnswerType>;
  readonly readings: readonly Correction[];
}

/** Takes small talk and asking phrases off a question, and reads what is mistyped or in other letters. */
export function readWords({ tokens, language, typedIn }: Query, parts: QueryWordParts): QueryWords {
  const { apostropheEndings, joinedByZwnj } = PROFILES[language];
  const typed = withoutSmallTalk(apostropheEndings ? tokens.filter((token) => !token.suffix) : tokens);
  const whole = joinedByZwnj ? splitAtZwnj(typed, language, parts) : typed;
  const answerTypes = new Set(answerTypesOfPatterns(whole.map(({ folded }) => folded).join(" ")));
  const plain = withoutQuestionPhrases(whole, answerTypes);
  const readings: Correction[] = [];
  const words =
    typedIn === "arabizi"
      ? parts.arabizi.read(plain, readings).map((token) => ({ token, likeness: 1 }))
      : correctWords(plain, language, parts, readings);
  return { typed, words, answerTypes, readings };
}
