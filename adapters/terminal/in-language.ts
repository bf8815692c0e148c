import type { Language } from "../../src/languages/codes.ts";
import type { Answer, LeaderLookup, Question } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import { createTranslator } from "../../src/translation.ts";

/** Wraps an answerer so that it answers in one language, whatever the question's: for callers who choose one. */
export function inLanguage(answerer: Answerer, lang: Language): Answerer {
  const { corpus } = answerer;
  const translator = createTranslator(corpus);
  const told = (answer: Answer): Answer => translator.beside({ ...untranslated(answer), lang });
  return {
    corpus,
    answer: (question: Question) => told(answerer.answer({ ...question, locale: lang })),
    leader: (lookup: LeaderLookup) => told(answerer.leader({ ...lookup, locale: lang })),
    complete: (typed) => answerer.complete(typed),
    verify: (request) => {
      const found = answerer.verify({ ...request, locale: lang });
      return { ...found, lang };
    },
    quotations: (message) => answerer.quotations(message),
    asksAboutQuotation: (message) => answerer.asksAboutQuotation(message),
  };
}

/** Without what stands beside the quotes in the question's own language. */
function untranslated(answer: Answer): Answer {
  const bare = <Q extends { readonly translation?: unknown }>(quotes: readonly Q[]) =>
    quotes.map(({ translation: _, ...quote }) => quote as Q);
  switch (answer.kind) {
    case "quotes":
    case "closest":
      return { ...answer, quotes: bare(answer.quotes) };
    case "leader":
      return {
        ...answer,
        mentions: bare(answer.mentions),
        statements: bare(answer.statements),
        about: bare(answer.about),
      };
    default:
      return answer;
  }
}
