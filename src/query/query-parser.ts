import type { Token } from "../analysis/tokenizer.ts";
import type { QuestionLanguage } from "../corpus/questions.ts";
import type { Language } from "../languages/codes.ts";
import type { AnswerType } from "../languages/profile.ts";
import type { Correction } from "../model/answer.ts";
import { answerTypeOfWord } from "./answer-type.ts";
import { takeArticles } from "./article-clauses.ts";
import type { Clause } from "./clause.ts";
import { ClauseDraft } from "./clause-draft.ts";
import { type PersonClauseParts, takePeople } from "./person-clauses.ts";
import { takePhrases } from "./phrase-clauses.ts";
import type { Query } from "./query.ts";
import { type QueryWordParts, readWords } from "./query-words.ts";
import { addWords } from "./word-clauses.ts";

/** A question as the search reads it. */
export interface ParsedQuery {
  readonly language: Language;
  /** The language of the words as typed: Arabic may be typed in Latin letters. */
  readonly typedIn: QuestionLanguage;
  /** The words without small talk. */
  readonly tokens: readonly Token[];
  /** Those of the question before, where this one leans on it. */
  readonly earlier: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly answerTypes: ReadonlySet<AnswerType>;
  /** The one of `clauses` behind "how many". */
  readonly counted: Clause | undefined;
  /** Leaders whom the question names. */
  readonly people: readonly string[];
  /** Whether a verb of saying asks for somebody's words ("what did Lavrov say"). */
  readonly says: boolean;
  readonly readings: readonly Correction[];
}

export type QueryParserParts = QueryWordParts & PersonClauseParts;

/** Reads a question: the answer types that it asks for, and the clauses that a passage must meet. Never throws. */
export function parseQuery(query: Query, parts: QueryParserParts): ParsedQuery {
  const { language, typedIn } = query;
  const read = readWords(query, parts);
  const answerTypes = new Set(read.answerTypes);
  const draft = new ClauseDraft(query.text, read.words, language);
  const people = takePeople(draft, parts);
  const countsFrom = takeAskingWords(draft, answerTypes);
  takeArticles(draft, parts);
  takePhrases(draft, parts);
  addWords(draft, parts);
  const clauses = draft.clauses();
  const counted = countsFrom === undefined ? undefined : draft.wordFrom(countsFrom);
  return {
    language,
    typedIn,
    tokens: read.typed,
    earlier: [],
    clauses,
    answerTypes,
    counted: counted && clauses.includes(counted) ? counted : undefined,
    people,
    says: clauses.some((clause) => clause.kind === "say") && !answerTypes.has("who"),
    readings: read.readings,
  };
}

/** Takes the words that ask, and returns where what is counted may begin, if anything is. */
function takeAskingWords(draft: ClauseDraft, answerTypes: Set<AnswerType>): number | undefined {
  let countsFrom: number | undefined;
  draft.tokens.forEach(({ folded }, at) => {
    const type = draft.isTaken(at) ? undefined : answerTypeOfWord(folded, draft.language);
    if (!type) return;
    answerTypes.add(type);
    if (type === "how-many") countsFrom = at;
    draft.take(at);
  });
  return countsFrom ?? (answerTypes.has("how-many") ? 0 : undefined);
}
