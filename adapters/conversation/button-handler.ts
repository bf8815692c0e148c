import type { Language } from "../../src/languages/codes.ts";
import type { Answer, Question } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { Corpus, Passage } from "../../src/model/corpus.ts";
import { wholeQuote } from "../../src/quote.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { introduction } from "../../src/strings/introduction.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { AnswerCards, Found } from "./answer-card.ts";
import type { AnswerState, Button, LeaderState } from "./button-codec.ts";
import type { Card } from "./card.ts";
import { contextCard } from "./context-card.ts";
import { inFull, questionOf } from "./echo.ts";
import { type LeaderCards, quotesOf } from "./leader-card.ts";
import type { PagedQuotes } from "./paged-quotes.ts";
import type { SourceCards } from "./source-card.ts";
import { translationCard } from "./translation-card.ts";

export type Pressed = Card | "outdated" | "unknown";

/** From a button to the card it leads to. Buttons can be forged, so every number in one is checked. */
export function createButtonHandler({
  answerer,
  corpus,
  paged,
  answers,
  leaders,
  sources,
}: {
  readonly answerer: Answerer;
  readonly corpus: Corpus;
  readonly paged: PagedQuotes;
  readonly answers: AnswerCards;
  readonly leaders: LeaderCards;
  readonly sources: SourceCards;
}): (button: Button, asked?: string | Question) => Pressed {
  function quoted(
    state: AnswerState & { readonly act: "show" | "around" | "post" | "translation" },
    strings: Strings,
    question: Question | undefined,
  ) {
    const passages = known(state.passages);
    const passage = passages?.[state.at];
    if (!passages || !passage) return "unknown";
    const { act } = state;
    if (act !== "translation" && state.page >= paged.pagesOf(passage).length) return "unknown";
    const answer = question?.text ? answerer.answer(question) : undefined;
    // The question stays on the card, for the way back
    const asked = question && answer ? [questionOf(inFull(question.text, answer), strings)] : [];
    if (act === "translation")
      return translationCard({ ...state, act }, paged, strings, asked) ?? ("unknown" as const);
    if (act === "around") return contextCard(state, { corpus, paged }, strings, asked);
    return answers.at(state, again(state, passages, answer), strings, asked);
  }

  /** The answer that the button belongs to, completed from the answer to its question where that is known. */
  function again({ kind }: AnswerState, passages: readonly Passage[], answer?: Answer): Found {
    if (answer?.kind !== "quotes" && answer?.kind !== "closest")
      return { kind, quotes: passages.map(wholeQuote) };
    const quotes = passages.map(
      (passage) =>
        answer.quotes.find((q) => q.doc === passage.doc && q.start === passage.start) ?? wholeQuote(passage),
    );
    return { ...answer, kind, quotes };
  }

  function person(state: LeaderState, strings: Strings) {
    const leader = corpus.leaders[state.leader];
    if (!leader || !known(state.about)) return "unknown";
    const answer = answerer.leader({ name: leader.name.ar });
    if (answer.kind !== "leader") return "unknown";
    const quote = quotesOf(state, answer, corpus)[state.at];
    if (!quote && (state.at > 0 || state.page > 0)) return "unknown";
    if (quote && state.page > 0 && state.page >= paged.pagesOf(paged.passageOf(quote)).length)
      return "unknown";
    return leaders.at(state, answer, strings);
  }

  /** Asks the example, or the suggested question, as if it had been typed. */
  function tried({ from, at }: { from: string; at: number }, lang: Language, question: Question | undefined) {
    const before = from === "suggestions" && question ? answerer.answer(question) : undefined;
    const suggested = before && "suggestions" in before ? before.suggestions : [];
    const some = from === "examples" ? introduction(corpus, lang).examples : suggested;
    const text = some[at];
    if (text === undefined) return "unknown";
    const answer = answerer.answer({ text, locale: lang });
    const strings = STRINGS[answer.lang];
    return answers.of(answer, strings, [questionOf(text, strings)]);
  }

  function known(indexes: readonly number[]): readonly Passage[] | undefined {
    const passages = indexes.map((index) => corpus.passages[index]);
    return passages.every((p) => p !== undefined) ? passages : undefined;
  }

  return ({ fingerprint, lang, press }, asked) => {
    if (fingerprint !== corpus.fingerprint) return "outdated";
    const strings = STRINGS[lang];
    switch (press.act) {
      case "show":
      case "around":
      case "post":
      case "translation": {
        const question = typeof asked === "string" ? { text: asked } : asked;
        return quoted(press, strings, question);
      }
      case "leader":
        return person(press, strings);
      case "source":
        return press.document < corpus.documents.length
          ? sources.reading(press.document, press.page, strings)
          : "unknown";
      case "sources":
        return press.page < sources.pages ? sources.list(strings, press.page) : "unknown";
      // Handled by the platform itself
      case "vote":
      case "delete":
        return "unknown";
      case "try":
        return tried(press, lang, typeof asked === "string" ? { text: asked } : asked);
    }
  };
}
