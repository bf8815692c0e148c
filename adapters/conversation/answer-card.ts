import type { Answer, AnswerOf, Corpus, HelpTopic, Quote } from "../../src/model.ts";
import { introduction } from "../../src/strings/introduction.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { AnswerState } from "./button-codec.ts";
import { type Card, cardOf, type Part } from "./card.ts";
import { echoOf } from "./echo.ts";
import type { LeaderCards } from "./leader-card.ts";
import type { PagedQuotes } from "./paged-quotes.ts";
import { counterOf, pagerButtons } from "./pager.ts";

/** Beyond these, what was not found or was read otherwise would bury the answer. */
const MOST_MISSING = 8;
const MOST_READINGS = 3;

/** Quotes that were found; what else there is to say of them, a pressed button may no longer know. */
export type Found = Pick<AnswerOf<"quotes" | "closest">, "kind" | "quotes"> &
  Partial<Pick<AnswerOf<"quotes">, "missing" | "suggestions" | "readings">>;

export interface AnswerCards {
  /** Any answer, with the best of its quotes; `asked` stands over it. */
  of(answer: Answer, strings: Strings, asked: readonly Part[]): Card;
  /** The quote of an answer that `state` points at. */
  at(state: AnswerState, answer: Found, strings: Strings, asked: readonly Part[]): Card;
  /** Each quote of an answer, as a card of its own. */
  each(answer: Found, strings: Strings, asked: readonly Part[]): readonly Card[];
}

export function createAnswerCards({
  corpus,
  paged,
  leaders,
}: {
  readonly corpus: Corpus;
  readonly paged: PagedQuotes;
  readonly leaders: LeaderCards;
}): AnswerCards {
  function of(answer: Answer, strings: Strings, asked: readonly Part[]): Card {
    switch (answer.kind) {
      case "quotes":
      case "closest":
        return at(stateAt(answer, 0), answer, strings, asked);
      case "nothing":
        return cardOf(strings, [
          ...asked,
          { kind: "notice", text: strings.answer.nothing },
          ...readings(answer, strings),
          ...missing(answer, strings),
          ...(answer.suggestions.length > 0 ? suggestions(answer, strings) : examples(corpus, strings)),
        ]);
      case "help":
        return helpCard(answer.topic, corpus, strings);
      case "refused":
        return cardOf(strings, [
          { kind: "notice", text: answer.reason === "empty" ? strings.answer.empty : strings.answer.tooLong },
        ]);
      case "leader":
      case "leaders":
        return leaders.of(answer, strings);
    }
  }

  function at(state: AnswerState, answer: Found, strings: Strings, asked: readonly Part[]): Card {
    const counter = counterOf(state, answer.quotes, strings);
    const quote = paged.shown(answer.quotes[state.at] as Quote, strings, { page: state.page, counter });
    // what was found does not answer: say so, what was missing, and what might find more
    const closest = answer.kind === "closest";
    return cardOf(
      strings,
      [
        ...asked,
        ...(closest ? [{ kind: "notice", text: strings.answer.closest } as const] : []),
        ...readings(answer, strings),
        ...(closest ? missing(answer, strings) : []),
        { kind: "quote", quote },
        ...(closest ? suggestions(answer, strings) : []),
      ],
      [
        ...pagerButtons(
          state,
          answer.quotes,
          (q) => paged.pagesOf(paged.passageOf(q)).length,
          (there) => ({ ...state, ...there, act: "show" }),
          strings,
        ),
        { label: strings.button.around, press: { ...state, act: "around" } },
      ],
    );
  }

  function stateAt({ kind, quotes }: Found, at: number): AnswerState {
    const passages = quotes.map((q) => paged.passageOf(q).index);
    return { kind, passages, at, page: paged.pageOf(quotes[at] as Quote) };
  }

  return {
    of,
    at,
    each: (answer, strings, asked) =>
      answer.quotes.map((_, i) => at(stateAt(answer, i), answer, strings, asked)),
  };
}

export function helpCard(topic: HelpTopic, corpus: Corpus, strings: Strings): Card {
  const { help } = strings.answer;
  const text = topic === "greeting" ? introduction(corpus, strings.language).greeting : help[topic];
  return cardOf(strings, [
    { kind: "notice", text },
    ...(topic === "thanks" ? [] : examples(corpus, strings)),
  ]);
}

const examples = (corpus: Corpus, strings: Strings): Part[] =>
  suggestions({ suggestions: introduction(corpus, strings.language).examples }, strings);

function suggestions({ suggestions = [] }: Pick<Found, "suggestions">, strings: Strings): Part[] {
  return suggestions.length > 0
    ? [{ kind: "examples", label: strings.answer.tryInstead, questions: suggestions }]
    : [];
}

function missing({ missing = [] }: Pick<Found, "missing">, strings: Strings): Part[] {
  return missing.length > 0
    ? [{ kind: "notice", text: strings.answer.missing(missing.slice(0, MOST_MISSING).map(echoOf)) }]
    : [];
}

function readings({ readings = [] }: Pick<Found, "readings">, strings: Strings): Part[] {
  return readings
    .slice(0, MOST_READINGS)
    .map(({ typed, as }) => ({ kind: "notice", text: strings.answer.searchedFor(echoOf(typed), as) }));
}
