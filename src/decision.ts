import { classifyAnswerability } from "./answerability/classifier.ts";
import type { Language } from "./languages/codes.ts";
import type { AnswerOf, Quote } from "./model/answer.ts";
import type { ParsedQuery } from "./query/query-parser.ts";
import { wholeQuote } from "./quote.ts";
import type { Ranked } from "./ranking/reranker.ts";
import type { SearchParts } from "./search.ts";

/** The place where a confidence becomes an answer, something near one, or none. */

const MAX_QUOTES = 10;
/** Share of the top score below which a passage shares only a common word with the question. */
const MIN_SCORE_SHARE = 0.5;

type Found = AnswerOf<"quotes" | "closest" | "nothing">;

export interface Decision {
  /** That the best passage answers, 0 to 1. */
  readonly confidence: number;
  readonly answer: Found;
}

/** Decides what to say from what was found, best first. */
export function decide(
  question: ParsedQuery,
  ranked: readonly Ranked[],
  parts: SearchParts,
  { threshold, suggestions }: { readonly threshold: number; readonly suggestions: readonly string[] },
): Decision {
  const { language: lang, readings } = question;
  const { confidence, near, missing, unmet } = classifyAnswerability(question, ranked, parts);
  const least = (ranked[0]?.score ?? 0) * MIN_SCORE_SHARE;
  const quotes = ranked
    .slice(0, MAX_QUOTES)
    .filter(({ score }) => score >= least)
    .map(toQuote);
  if (quotes.length === 0 || (confidence < threshold && !near))
    return { confidence, answer: { kind: "nothing", lang, missing, suggestions, readings } };
  const kind = confidence >= threshold ? "quotes" : "closest";
  return { confidence, answer: { kind, lang, quotes, missing, unmet, suggestions, readings } };
}

/** The answers to several questions as one. */
export function joined(found: readonly AnswerOf<"quotes">[], lang: Language): AnswerOf<"quotes"> {
  const all = (of: (answer: AnswerOf<"quotes">) => readonly string[]) => [...new Set(found.flatMap(of))];
  return {
    kind: "quotes",
    lang,
    quotes: interleaved(found.map(({ quotes }) => quotes)),
    missing: all(({ missing }) => missing),
    unmet: all(({ unmet }) => unmet),
    suggestions: [],
    readings: found.flatMap(({ readings }) => readings),
  };
}

/** The best of each list, then the second of each, and so on; no passage twice. */
function interleaved(lists: readonly (readonly Quote[])[]): Quote[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  const found: Quote[] = [];
  for (let at = 0; at < longest; at += 1)
    for (const quote of lists.flatMap((list) => list[at] ?? []))
      if (!found.some(({ doc, start }) => doc === quote.doc && start === quote.start)) found.push(quote);
  return found.slice(0, MAX_QUOTES);
}

function toQuote({ passage, best, highlights, score }: Ranked): Quote {
  return { ...wholeQuote(passage), best, highlights, score: Math.round(score * 1000) / 1000 };
}
