import type { Answer, AnswerOf, HelpTopic, Quote } from "../../src/model/answer.ts";
import type { Corpus } from "../../src/model/corpus.ts";
import { introduction } from "../../src/strings/introduction.ts";
import type { Strings } from "../../src/strings/strings.ts";
import { partsAfter, partsBefore, type Told } from "./answer-parts.ts";
import type { AnswerState } from "./button-codec.ts";
import { type Card, cardOf, type Part } from "./card.ts";
import type { LeaderCards } from "./leader-card.ts";
import type { PagedQuotes } from "./paged-quotes.ts";
import { counterOf, pagerButtons } from "./pager.ts";
import type { SourceCards } from "./source-card.ts";

/** Quotes that were found. After a button press, only the passages may still be known, not the rest of the answer. */
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
  sources,
}: {
  readonly corpus: Corpus;
  readonly paged: PagedQuotes;
  readonly leaders: LeaderCards;
  readonly sources: SourceCards;
}): AnswerCards {
  const before = (answer: Told, strings: Strings) =>
    partsBefore(answer, strings, introduction(corpus, strings.language));
  const after = (answer: Told, strings: Strings) =>
    partsAfter(answer, strings, introduction(corpus, strings.language));

  function of(answer: Answer, strings: Strings, asked: readonly Part[]): Card {
    switch (answer.kind) {
      case "quotes":
      case "closest":
        return at(stateAt(answer, 0), answer, strings, asked);
      case "nothing":
        return cardOf(strings, [...asked, ...before(answer, strings), ...after(answer, strings)]);
      case "help":
        return answer.topic === "language"
          ? leaders.named(
              before(answer, strings),
              answer.leaders,
              sources.some(answer.documents, strings),
              strings,
            )
          : helpCard(answer.topic, corpus, strings);
      case "refused":
        return cardOf(strings, before(answer, strings));
      case "leader":
      case "leaders":
        return leaders.of(answer, strings);
    }
  }

  function at(state: AnswerState, answer: Found, strings: Strings, asked: readonly Part[]): Card {
    const counter = counterOf(state, answer.quotes, strings);
    const quote = paged.shown(answer.quotes[state.at] as Quote, strings, {
      page: state.page,
      counter,
      translated: true,
    });
    const partly = quote.translation?.cutBefore || quote.translation?.cutAfter;
    return cardOf(
      strings,
      [...asked, ...before(answer, strings), { kind: "quote", quote }, ...after(answer, strings)],
      [
        ...pagerButtons(
          state,
          answer.quotes,
          (q) => paged.pagesOf(paged.passageOf(q)).length,
          (there) => ({ ...state, ...there, act: "show" }),
          strings,
        ),
        { label: strings.button.around, press: { ...state, act: "around" } },
        ...(partly
          ? [{ label: strings.translation.whole, press: { ...state, act: "translation", page: 0 } } as const]
          : []),
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

/** `about`: with the privacy note and the operator's contact, which only help that was asked for shows. */
export function helpCard(
  topic: HelpTopic,
  corpus: Corpus,
  strings: Strings,
  about: readonly string[] = [],
): Card {
  const help = { kind: "help", topic } as const;
  const own = introduction(corpus, strings.language);
  return cardOf(strings, [
    ...partsBefore(help, strings, own),
    ...about.map((text): Part => ({ kind: "notice", aside: true, text })),
    ...partsAfter(help, strings, own),
  ]);
}
