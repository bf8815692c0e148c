import { languageOf } from "./analysis/language-detector.ts";
import type { Token } from "./analysis/tokenizer.ts";
import { unspokenLanguage } from "./analysis/unspoken-language.ts";
import type { Seeds } from "./corpus/load.ts";
import { createDialogue } from "./dialogue.ts";
import { createLookup } from "./leader-lookup.ts";
import type { Answer, LeaderLookup, Question } from "./model/answer.ts";
import type { Answerer } from "./model/answerer.ts";
import type { Leader } from "./model/corpus.ts";
import type { Verification, VerificationRequest } from "./model/verification.ts";
import { createNamedDocuments } from "./named-documents.ts";
import { smallTalk } from "./query/small-talk.ts";
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
  const search = createSearch(seeds, options);
  const { parts, read } = search;
  const dialogue = createDialogue(search, threshold);
  const lookup = createLookup(parts);
  const namedDocuments = createNamedDocuments(seeds);
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
    const { earlier } = question;
    if (!earlier) return dialogue.alone(query);
    return dialogue.after(query, read(earlier.slice(0, MAX_QUESTION_LENGTH)));
  }

  /** For a question in a language that the bot does not speak. */
  function help(unspoken: string, tokens: readonly Token[], locale: string | undefined): Answer {
    const lang = languageOf(locale) ?? "en";
    const leaders = lookup.named(tokens);
    return {
      kind: "help",
      lang,
      topic: "language",
      unspoken,
      leaders,
      documents: namedDocuments(tokens, unspoken),
    };
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
