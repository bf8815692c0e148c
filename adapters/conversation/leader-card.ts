import type { AnswerOf } from "../../src/model/answer.ts";
import type { Corpus, Leader, Passage } from "../../src/model/corpus.ts";
import { wholeQuote } from "../../src/quote.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { LeaderState } from "./button-codec.ts";
import { type Action, type Card, type Choice, cardOf, type Part } from "./card.ts";
import { echoOf } from "./echo.ts";
import type { PagedQuotes } from "./paged-quotes.ts";
import { counterOf, type PagerPosition, pagerButtons } from "./pager.ts";

/** Statements on a topic that a card pages through at most: its buttons carry the numbers of all of them. */
const MAX_ABOUT = 8;
const START: PagerPosition = { at: 0, page: 0 };

export interface LeaderCards {
  /** A person, or the people whom a name fits; `topic` is what their statements should be about. */
  of(answer: AnswerOf<"leader" | "leaders">, strings: Strings, topic?: string): Card;
  /** The quote of a person that `state` points at. */
  at(state: LeaderState, answer: AnswerOf<"leader">, strings: Strings, topic?: string): Card;
  /** What a person said, or where there is nothing, where the person is mentioned: each as a card of its own. */
  each(answer: AnswerOf<"leader">, strings: Strings): readonly Card[];
  /** Under `parts`, the people to choose from, then what else there is; often nobody and nothing. */
  named(parts: readonly Part[], people: readonly Leader[], others: Card["choices"], strings: Strings): Card;
  /** Everyone whom the sources know, to choose from. */
  everyone(strings: Strings): Card;
  /** The same, for a name that is nobody's. */
  unknown(name: string, strings: Strings): Card;
}

export function createLeaderCards({
  corpus,
  paged,
}: {
  readonly corpus: Corpus;
  readonly paged: PagedQuotes;
}): LeaderCards {
  function of(answer: AnswerOf<"leader" | "leaders">, strings: Strings, topic?: string): Card {
    if (answer.kind === "leaders") return choose(strings.leader.choose, answer.leaders, strings);
    const about = answer.about.map((q) => paged.passageOf(q).index).slice(0, MAX_ABOUT);
    const tab = about.length > 0 ? "about" : firstTab(answer);
    return at({ leader: numberOf(answer.leader), tab, about, ...START }, answer, strings, topic);
  }

  function at(state: LeaderState, answer: AnswerOf<"leader">, strings: Strings, topic?: string): Card {
    const { leader: person, statements, mentions } = answer;
    const quotes = quotesOf(state, answer, corpus);
    const quote = quotes[state.at];
    const counter = counterOf(state, quotes, strings);
    const lines = [
      (person.rolesIn?.[strings.language] ?? []).join(" · "),
      topic && state.tab === "about" ? strings.leader.about(echoOf(topic), quotes.length) : "",
      statements.length > 0 ? strings.leader.said(statements.length) : strings.leader.noStatements,
      mentions.length > 0 ? strings.leader.mentioned(mentions.length) : strings.leader.noMentions,
    ].filter(Boolean);
    return cardOf(
      strings,
      [
        {
          kind: "person",
          name: nameOf(person, strings),
          roles: person.roles,
          rolesLabel: strings.leader.roles,
          lines,
        },
        ...(quote
          ? [
              {
                kind: "quote",
                quote: paged.shown(quote, strings, { page: state.page, counter, translated: true }),
              } as const,
            ]
          : []),
      ],
      [
        ...pagerButtons(
          state,
          quotes,
          (q) => paged.pagesOf(paged.passageOf(q)).length,
          (there) => ({ ...state, ...there, act: "leader" }),
          strings,
        ),
        ...otherTabs(state, answer, strings),
      ],
    );
  }

  const choose = (prompt: string, people: readonly Leader[], strings: Strings, notice = prompt): Card =>
    offered([{ kind: "notice", text: notice }], prompt, people, strings);

  function offered(
    parts: readonly Part[],
    prompt: string,
    people: readonly Leader[],
    strings: Strings,
    others: readonly Choice[] = [],
  ): Card {
    const options = people.map((person): Choice => {
      const role = person.rolesIn?.[strings.language]?.[0] ?? person.roles[0];
      return {
        label: nameOf(person, strings),
        ...(role ? { detail: role } : {}),
        press: { act: "leader", leader: numberOf(person), tab: "statements", about: [], ...START },
      };
    });
    return cardOf(strings, parts, [], { prompt, options: [...options, ...others] });
  }

  // By id: an answer from another thread holds copies of the corpus's objects
  function numberOf(person: Leader): number {
    return corpus.leaders.findIndex((l) => l.id === person.id);
  }

  return {
    of,
    at,
    each(answer, strings) {
      const tab = firstTab(answer);
      const leader = numberOf(answer.leader);
      return answer[tab].map((_, i) => at({ leader, tab, about: [], at: i, page: 0 }, answer, strings));
    },
    named: (parts, people, others, strings) =>
      offered(
        parts,
        people.length > 0 ? strings.command.leader : others.prompt,
        people,
        strings,
        others.options,
      ),
    everyone: (strings) => choose(strings.leader.choose, corpus.leaders, strings),
    unknown: (name, strings) =>
      choose(strings.leader.choose, corpus.leaders, strings, strings.leader.unknown(echoOf(name))),
  };
}

const nameOf = (person: Leader, strings: Strings): string => person.name[strings.language] ?? person.name.ar;

const firstTab = ({ statements }: AnswerOf<"leader">) => (statements.length > 0 ? "statements" : "mentions");

/** The quotes under the open tab; a button carries those about its topic as passage numbers. */
export function quotesOf({ tab, about }: LeaderState, answer: AnswerOf<"leader">, { passages }: Corpus) {
  if (tab !== "about" || answer.about.length > 0) return answer[tab];
  return about.map((index) => wholeQuote(passages[index] as Passage));
}

function otherTabs(state: LeaderState, { statements, mentions }: AnswerOf<"leader">, strings: Strings) {
  const actions: Action[] = [];
  if (state.tab !== "statements" && statements.length > 0)
    actions.push({
      label: `${strings.button.said} (${statements.length})`,
      press: { ...state, act: "leader", tab: "statements", ...START },
    });
  if (state.tab !== "mentions" && mentions.length > 0)
    actions.push({
      label: `${strings.button.mentioned} (${mentions.length})`,
      press: { ...state, act: "leader", tab: "mentions", ...START },
    });
  return actions;
}
