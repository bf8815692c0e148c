import { languageOf } from "./analysis/language-detector.ts";
import type { Token } from "./analysis/tokenizer.ts";
import { unspokenLanguage } from "./analysis/unspoken-language.ts";
import type { Seeds } from "./corpus/load.ts";
import { type Decision, decide, joined } from "./decision.ts";
import { createLookup } from "./leader-lookup.ts";
import type { Answer, Correction, LeaderLookup, Question } from "./model/answer.ts";
import type { Answerer } from "./model/answerer.ts";
import type { Leader } from "./model/corpus.ts";
import type { Verification, VerificationRequest } from "./model/verification.ts";
import { isContent } from "./query/clause.ts";
import { carryOver, isFragment } from "./query/follow-up.ts";
import type { Query } from "./query/query.ts";
import type { ParsedQuery } from "./query/query-parser.ts";
import { smallTalk } from "./query/small-talk.ts";
import { splitQuestions } from "./query/split-questions.ts";
import { createSearch, type SearchOptions } from "./search.ts";
import { createTranslator } from "./translation.ts";
import { createVerifier } from "./verification/verifier.ts";

/** UTF-16 units. The longest thing that any platform lets people type is 4096; more is not a question. */
export const MAX_QUESTION_LENGTH = 4000;
/** Confidence from which the best passage is said to answer; `npm run score` prints what other values would cost. */
export const ANSWER_THRESHOLD = 0.5;

export interface AnswererOptions extends SearchOptions {
  readonly seeds: Seeds;
  readonly threshold?: number;
}

/** Builds the core over one corpus. Indexing takes its time; after that each call takes a few milliseconds. */
export function createAnswerer({
  seeds,
  threshold = ANSWER_THRESHOLD,
  ...options
}: AnswererOptions): Answerer {
  const { corpus } = seeds;
  const { parts, read, parse, rank } = createSearch(seeds, options);
  const lookup = createLookup(parts);
  const translator = createTranslator(corpus);
  const verifier = createVerifier({ ...parts, peopleOf: (name) => lookup.ids(name) });

  function answer(question: Question): Answer {
    const query = read(question.text.slice(0, MAX_QUESTION_LENGTH + 1), question.locale);
    const { text, tokens, language } = query;
    if (tokens.length === 0) return { kind: "refused", lang: language, reason: "empty" };
    if (question.text.length > MAX_QUESTION_LENGTH)
      return { kind: "refused", lang: language, reason: "too-long" };
    const talk = smallTalk(tokens);
    if (talk) return { kind: "help", lang: language, topic: talk };
    const unspoken = unspokenLanguage(text, tokens);
    // A bare name is a name in any language
    if (unspoken !== undefined && lookup.ids(text).length === 0)
      return help(unspoken, tokens, question.locale);
    const itself = parse(query);
    const suggestions = respelled(text, itself.readings);
    const { earlier } = question;
    if (!earlier) return severally(query) ?? judge(itself, suggestions).answer;
    const both = carryOver(itself, parse(read(earlier.slice(0, MAX_QUESTION_LENGTH))));
    // A question that is merely repeated is not a follow-up
    if (both.clauses.length === itself.clauses.length) return judge(itself, suggestions).answer;
    const together = judge(both, suggestions);
    const follows: Answer = { ...together.answer, follows: earlier };
    if (isFragment(itself)) return follows;
    // Whether it goes on from the question before need not be said in words: the surer reading is taken
    const alone = judge(itself, suggestions);
    return alone.confidence > together.confidence ? alone.answer : follows;
  }

  /** For a question in a language that the bot does not speak. */
  function help(unspoken: string, tokens: readonly Token[], locale: string | undefined): Answer {
    const lang = languageOf(locale) ?? "en";
    return { kind: "help", lang, topic: "language", unspoken, leaders: lookup.named(tokens) };
  }

  /** Each question of a message that asks several by itself; undefined where it asks one, or where one of them is not answered. */
  function severally(query: Query): Answer | undefined {
    const asked = splitQuestions(query).map((part) => parse(read(part)));
    if (asked.length < 2 || !asked.every(({ clauses }) => clauses.some(isContent))) return undefined;
    return joined(
      asked.map((one) => judge(one, []).answer),
      query.language,
    );
  }

  function judge(question: ParsedQuery, suggestions: readonly string[]): Decision {
    return decide(question, rank(question), parts, { threshold, suggestions });
  }

  return {
    corpus,
    answer: (question: Question) => translator.beside(answer(question)),
    leader: (lookupOf: LeaderLookup) => translator.beside(lookup.leader(lookupOf)),
    complete: (typed: string): readonly Leader[] => lookup.complete(typed),
    verify: (request: VerificationRequest): Verification => translator.beside(verifier.verify(request)),
    quotations: (text: string) => verifier.quotations(text),
    asksAboutQuotation: (text: string) => verifier.asksAboutQuotation(text),
  };
}

/** The question with its corrections applied, to ask again or to notice the slip; empty if nothing was corrected. */
function respelled(text: string, readings: readonly Correction[]): string[] {
  if (readings.length === 0) return [];
  return [readings.reduce((question, { typed, as }) => question.replace(typed, () => as), text)];
}
