import type { Seeds } from "./corpus/load.ts";
import { createLookup } from "./leader-lookup.ts";
import type { Answer, Answerer, Leader, LeaderLookup, Question, Quote, Reading } from "./model.ts";
import { ArabiziReader } from "./query/arabizi.ts";
import { carryOver, leansOn } from "./query/follow-up.ts";
import { judge } from "./answerability/classifier.ts";
import { PassageIndex } from "./index/passage-index.ts";
import { type Ranked, rank } from "./ranking/reranker.ts";
import { Speller } from "./query/spell-checker.ts";
import { type Understanding, understand } from "./query/query-parser.ts";
import { WEIGHTS, type Weights } from "./ranking/weights.ts";
import { clean } from "./query/sanitize.ts";
import { detectLanguage } from "./analysis/language-detector.ts";
import { smallTalk } from "./query/small-talk.ts";
import { tokenise } from "./analysis/tokenizer.ts";
import { wholeQuote } from "./whole-quote.ts";

/** UTF-16 units. The longest thing that any platform lets people type is 4096; more is not a question. */
export const LONGEST_QUESTION = 4000;
const MOST_QUOTES = 10;
/** Confidence from which the best passage is said to answer; `npm run score` prints what other values would cost. */
export const SURE = 0.5;

export interface AnswererOptions {
  readonly seeds: Seeds;
  /** For measuring what each part buys. */
  readonly weights?: Partial<Weights>;
  readonly spelling?: boolean;
  readonly sure?: number;
}

/** Puts the core together over one corpus. Costs the time to index it; after that every call is a few milliseconds. */
export function createAnswerer({
  seeds,
  weights: given,
  spelling = true,
  sure = SURE,
}: AnswererOptions): Answerer {
  const { corpus, leaders, lexicon } = seeds;
  const weights = { ...WEIGHTS, ...given };
  const index = new PassageIndex(corpus, lexicon, leaders);
  const speller: Pick<Speller, "read"> = spelling
    ? new Speller(index, lexicon, leaders)
    : { read: () => undefined };
  const arabizi = new ArabiziReader(index, lexicon);
  const parts = { corpus, index, lexicon, leaders, speller, arabizi, weights };
  const lookup = createLookup(parts);

  function answer(question: Question): Answer {
    const text = clean(question.text.slice(0, LONGEST_QUESTION + 1));
    const tokens = tokenise(text);
    const { language } = detectLanguage(text, tokens, question.locale);
    if (tokens.length === 0) return { kind: "refused", lang: language, reason: "empty" };
    if (question.text.length > LONGEST_QUESTION)
      return { kind: "refused", lang: language, reason: "too-long" };
    const talk = smallTalk(tokens);
    if (talk) return { kind: "help", lang: language, topic: talk };
    const itself = understand(text, question.locale, parts);
    const suggestions = respelled(text, itself.readings);
    if (!question.earlier || !leansOn(itself, tokens))
      return policy(itself, rank(itself, parts), sure, suggestions);
    const understood = following(itself, question.earlier);
    const found = policy(understood, rank(understood, parts), sure, suggestions);
    // a question that is only asked again follows nothing
    return understood.units.length > itself.units.length ? { ...found, follows: question.earlier } : found;
  }

  function following(fragment: Understanding, earlier: string): Understanding {
    return carryOver(fragment, understand(clean(earlier.slice(0, LONGEST_QUESTION)), undefined, parts));
  }

  return {
    corpus,
    answer,
    leader: (lookupOf: LeaderLookup) => lookup.leader(lookupOf),
    complete: (typed: string): readonly Leader[] => lookup.complete(typed),
  };
}

/** From what was found to what is said. */
function policy(
  question: Understanding,
  ranked: readonly Ranked[],
  sure: number,
  suggestions: readonly string[],
): Extract<Answer, { kind: "quotes" | "closest" | "nothing" }> {
  const { language: lang, readings } = question;
  const { confidence, near, missing } = judge(question, ranked);
  const quotes = ranked.slice(0, MOST_QUOTES).map(toQuote);
  if (quotes.length === 0 || (confidence < sure && !near))
    return { kind: "nothing", lang, missing, suggestions, readings };
  const kind = confidence >= sure ? "quotes" : "closest";
  return { kind, lang, quotes, missing, suggestions, readings };
}

/** The question with what was read in place of what was typed, to ask again or to see the slip; none where nothing was. */
function respelled(text: string, readings: readonly Reading[]): string[] {
  if (readings.length === 0) return [];
  return [readings.reduce((question, { typed, as }) => question.replace(typed, () => as), text)];
}

function toQuote({ passage, best, highlights, score }: Ranked): Quote {
  return { ...wholeQuote(passage), best, highlights, score: Math.round(score * 1000) / 1000 };
}
