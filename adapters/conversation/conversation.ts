import { wholeQuote } from "../../src/answer.ts";
import { cite, titleOf } from "../../src/cite.ts";
import type {
  Answer,
  Answerer,
  AnswerOf,
  Document,
  Language,
  LeaderLookup,
  Passage,
  Question,
  Quote,
} from "../../src/model.ts";
import { pack, pagesOf } from "../../src/page.ts";
import { excerpt } from "../../src/quote.ts";
import { STRINGS } from "../../src/strings/all.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { AnswerState, Button, LeaderState, Press } from "./button.ts";
import type { Action, Card, Choice, Part, ShownQuote } from "./card.ts";

export interface ConversationOptions {
  readonly answerer: Answerer;
  /** Root of the source reader, without a final slash; citations become links to it. */
  readonly publicUrl?: string | undefined;
  /** UTF-16 units of quoted text that one message of the platform has room for. */
  readonly width: number;
}

/** UTF-16 units of the asker's question that are shown back. */
const RESTATED = 200;
/** A button shows this many of the paragraphs before and after. */
const AROUND = 1;
/** Platforms hold more, but no one reads a longer list. */
const SOURCES_A_PAGE = 10;

/** What the platforms have in common: from a question, a lookup or a pressed button to a card. Pure and synchronous. */
export interface Conversation {
  readonly answerer: Answerer;
  ask(question: Question): { readonly card: Card; readonly answer: Answer };
  leader(lookup: LeaderLookup): { readonly card: Card; readonly answer: Answer };
  /**
   * All that a search finds, each as a card of its own with one quote, for platforms that list results side by side: the
   * statements of a person whose name it is, the first of each whom the name fits, or the passages of an answer.
   */
  results(question: Question): { readonly cards: readonly Card[]; readonly answer: Answer };
  /** Everyone whom the sources know, to choose from: a lookup of nobody in particular. */
  people(lang: Language): Card;
  sources(lang: Language, page?: number): Card;
  source(lang: Language, document: number, page?: number): Card;
  help(lang: Language): Card;
  /**
   * What a button leads to; "outdated" when the corpus is another than the button's, "unknown" when it points nowhere. With the
   * question, where the platform still has it, the words that it matched are emphasised again.
   */
  press(button: Button, question?: string | Question): Card | "outdated" | "unknown";
}

export function createConversation({ answerer, publicUrl, width }: ConversationOptions): Conversation {
  const { corpus } = answerer;
  const documents = new Map(corpus.documents.map((d) => [d.id, d]));
  const documentOf = (passage: Passage) => documents.get(passage.doc) as Document;

  function shown(quote: Quote, strings: Strings, counter?: string, page?: number): ShownQuote {
    const document = documents.get(quote.doc) as Document;
    const passage = document.passages[quote.paragraph - 1] as Passage;
    const pages = pagesOf(document, passage, width);
    const chosen = pages[page ?? pageOf(pages, quote)] ?? (pages[0] as (typeof pages)[number]);
    const part = { ...quote, start: passage.start, end: passage.end };
    const whole = excerpt(document, part, passage.end - passage.start);
    return {
      passage: passage.index,
      doc: document.id,
      excerpt: pages.length === 1 ? whole : cutTo(document, passage, quote, chosen),
      citation: cite(document, passage, strings),
      ...(publicUrl ? { url: linkTo(publicUrl, passage, quote) } : {}),
      ...(counter ? { counter } : {}),
    };
  }

  function ask(question: Question): { card: Card; answer: Answer } {
    const answer = answerer.answer(question);
    const strings = STRINGS[answer.lang];
    const asked: Part = { kind: "question", label: strings.answer.asked, text: restated(question.text) };
    return { answer, card: answerCard(answer, strings, asked) };
  }

  function answerCard(answer: Answer, strings: Strings, asked: Part): Card {
    switch (answer.kind) {
      case "quotes":
      case "closest": {
        const passages = answer.quotes.map((q) => passageOf(q).index);
        const state: AnswerState = {
          kind: answer.kind,
          passages,
          at: 0,
          page: startPage(answer.quotes[0] as Quote),
        };
        return found(answer, state, strings, [asked]);
      }
      case "nothing":
        return card(strings, [
          asked,
          { kind: "notice", text: strings.answer.nothing },
          ...readings(answer, strings),
          ...missing(answer.missing, strings),
          {
            kind: "examples",
            label: strings.answer.tryInstead,
            questions: answer.suggestions.length > 0 ? answer.suggestions : strings.answer.examples,
          },
        ]);
      case "help":
        return card(strings, [
          { kind: "notice", text: strings.answer.help[answer.topic] },
          ...(answer.topic === "thanks" ? [] : [examples(strings)]),
        ]);
      case "refused":
        return card(strings, [
          { kind: "notice", text: answer.reason === "empty" ? strings.answer.empty : strings.answer.tooLong },
        ]);
      case "leader":
      case "leaders":
        return leaderCard(answer, strings, "");
    }
  }

  /** The passage of an answer that `state` points at. */
  function found(
    answer: Pick<AnswerOf<"quotes" | "closest">, "kind" | "quotes"> & Extras,
    state: AnswerState,
    strings: Strings,
    before: readonly Part[],
  ): Card {
    const quote = answer.quotes[state.at] as Quote;
    const of = answer.quotes.length;
    const counter = of > 1 ? strings.answer.counter(state.at + 1, of) : undefined;
    return card(
      strings,
      [
        ...before,
        ...(answer.kind === "closest" ? [{ kind: "notice", text: strings.answer.closest } as const] : []),
        ...readings(answer, strings),
        ...(answer.kind === "closest" ? missing(answer.missing ?? [], strings) : []),
        { kind: "quote", quote: shown(quote, strings, counter, state.page) },
        ...(answer.kind === "closest" && (answer.suggestions ?? []).length > 0
          ? [
              {
                kind: "examples",
                label: strings.answer.tryInstead,
                questions: answer.suggestions ?? [],
              } as const,
            ]
          : []),
      ],
      [...steps(state, strings), { label: strings.button.around, press: { ...state, act: "around" } }],
    );
  }

  /** Previous and next: page by page within a long passage, then passage by passage. */
  function steps(state: AnswerState, strings: Strings): Action[] {
    const pages = pagesIn(state.passages[state.at] as number);
    const actions: Action[] = [];
    if (state.page > 0)
      actions.push({
        label: strings.button.previous,
        press: { ...state, act: "show", page: state.page - 1 },
      });
    else if (state.at > 0)
      actions.push({
        label: strings.button.previous,
        press: {
          ...state,
          act: "show",
          at: state.at - 1,
          page: pagesIn(state.passages[state.at - 1] as number) - 1,
        },
      });
    if (state.page + 1 < pages)
      actions.push({ label: strings.button.next, press: { ...state, act: "show", page: state.page + 1 } });
    else if (state.at + 1 < state.passages.length)
      actions.push({
        label: strings.button.next,
        press: { ...state, act: "show", at: state.at + 1, page: 0 },
      });
    return actions;
  }

  function pagesIn(index: number): number {
    const passage = corpus.passages[index] as Passage;
    return pagesOf(documentOf(passage), passage, width).length;
  }

  function startPage(quote: Quote): number {
    const passage = passageOf(quote);
    return pageOf(pagesOf(documentOf(passage), passage, width), quote);
  }

  function passageOf(quote: Quote): Passage {
    return (documents.get(quote.doc) as Document).passages[quote.paragraph - 1] as Passage;
  }

  function leader(lookup: LeaderLookup): { card: Card; answer: Answer } {
    const answer = answerer.leader(lookup);
    const strings = STRINGS[answer.lang];
    if (answer.kind === "nothing")
      return {
        answer,
        card: card(
          strings,
          [{ kind: "notice", text: strings.leader.unknown(restated(lookup.name)) }],
          [],
          everyone(strings),
        ),
      };
    if (answer.kind === "leader" || answer.kind === "leaders")
      return { answer, card: leaderCard(answer, strings, lookup.topic ?? "") };
    return { answer, card: answerCard(answer, strings, { kind: "notice", text: "" }) };
  }

  function results(question: Question): { cards: readonly Card[]; answer: Answer } {
    const named = answerer.leader({
      name: question.text,
      ...(question.locale ? { locale: question.locale } : {}),
    });
    if (named.kind === "leader") return { answer: named, cards: statementCards(named) };
    if (named.kind === "leaders") {
      const cards = named.leaders.flatMap(({ name }) => {
        const one = answerer.leader({ name: name.ar });
        return one.kind === "leader" ? statementCards({ ...one, lang: named.lang }).slice(0, 1) : [];
      });
      return { answer: named, cards };
    }
    const { answer, card: first } = ask(question);
    if (answer.kind !== "quotes" && answer.kind !== "closest") return { answer, cards: [first] };
    const strings = STRINGS[answer.lang];
    const asked: Part = { kind: "question", label: strings.answer.asked, text: restated(question.text) };
    const passages = answer.quotes.map((q) => passageOf(q).index);
    const cards = answer.quotes.map((quote, at) => {
      const state: AnswerState = { kind: answer.kind, passages, at, page: startPage(quote) };
      return found(answer, state, strings, [asked]);
    });
    return { answer, cards };
  }

  /** What a person said, or where there is nothing, where the person is mentioned. */
  function statementCards(answer: AnswerOf<"leader">): readonly Card[] {
    const tab = answer.statements.length > 0 ? "statements" : "mentions";
    const leader = corpus.leaders.findIndex((l) => l.id === answer.leader.id);
    return answer[tab].map((_, at) =>
      leaderView({ leader, tab, about: [], at, page: 0 }, STRINGS[answer.lang], answer, ""),
    );
  }

  function leaderCard(
    answer: AnswerOf<"leader"> | AnswerOf<"leaders">,
    strings: Strings,
    topic: string,
  ): Card {
    if (answer.kind === "leaders")
      return card(strings, [{ kind: "notice", text: strings.leader.choose }], [], {
        prompt: strings.leader.choose,
        options: answer.leaders.map((l) =>
          leaderChoice(
            corpus.leaders.findIndex((x) => x.id === l.id),
            strings,
          ),
        ),
      });
    const about = answer.about.map((q) => passageOf(q).index).slice(0, 8);
    const tab = about.length > 0 ? "about" : answer.statements.length > 0 ? "statements" : "mentions";
    const index = corpus.leaders.findIndex((l) => l.id === answer.leader.id);
    return leaderView({ leader: index, tab, about, at: 0, page: 0 }, strings, answer, topic);
  }

  function leaderView(state: LeaderState, strings: Strings, answer: AnswerOf<"leader">, topic: string): Card {
    const { leader: person, statements, mentions } = answer;
    const about = state.about.map((index) => wholeQuote(corpus.passages[index] as Passage));
    const quotes = { about: answer.about.length > 0 ? answer.about : about, statements, mentions }[state.tab];
    const quote = quotes[state.at];
    const lines = [
      topic && state.tab === "about" ? strings.leader.about(restated(topic), quotes.length) : "",
      statements.length > 0 ? strings.leader.said(statements.length) : strings.leader.noStatements,
      mentions.length > 0 ? strings.leader.mentioned(mentions.length) : strings.leader.noMentions,
    ].filter(Boolean);
    const actions: Action[] = [];
    const go = (change: Partial<LeaderState>): Press => ({ act: "leader", ...state, ...change });
    const pages = quote ? pagesIn(passageOf(quote).index) : 1;
    if (state.page > 0) actions.push({ label: strings.button.previous, press: go({ page: state.page - 1 }) });
    else if (state.at > 0)
      actions.push({
        label: strings.button.previous,
        press: go({
          at: state.at - 1,
          page: pagesIn(passageOf(quotes[state.at - 1] as Quote).index) - 1,
        }),
      });
    if (state.page + 1 < pages)
      actions.push({ label: strings.button.next, press: go({ page: state.page + 1 }) });
    else if (state.at + 1 < quotes.length)
      actions.push({ label: strings.button.next, press: go({ at: state.at + 1, page: 0 }) });
    if (state.tab !== "statements" && statements.length > 0)
      actions.push({
        label: `${strings.button.said} (${statements.length})`,
        press: go({ tab: "statements", at: 0, page: 0 }),
      });
    if (state.tab !== "mentions" && mentions.length > 0)
      actions.push({
        label: `${strings.button.mentioned} (${mentions.length})`,
        press: go({ tab: "mentions", at: 0, page: 0 }),
      });
    const counter = quotes.length > 1 ? strings.answer.counter(state.at + 1, quotes.length) : undefined;
    return card(
      strings,
      [
        {
          kind: "person",
          name: person.name[strings.language] ?? person.name.ar,
          roles: person.roles,
          rolesLabel: strings.leader.roles,
          lines,
        },
        ...(quote ? [{ kind: "quote", quote: shown(quote, strings, counter, state.page) } as const] : []),
      ],
      actions,
    );
  }

  function leaderChoice(index: number, strings: Strings): Choice {
    const person = corpus.leaders[index];
    const role = person?.roles[0];
    return {
      label: person?.name[strings.language] ?? person?.name.ar ?? "",
      ...(role ? { detail: role } : {}),
      press: { act: "leader", leader: index, tab: "statements", about: [], at: 0, page: 0 },
    };
  }

  const everyone = (strings: Strings) => ({
    prompt: strings.leader.choose,
    options: corpus.leaders.map((_, index) => leaderChoice(index, strings)),
  });

  function people(lang: Language): Card {
    const strings = STRINGS[lang];
    return card(strings, [{ kind: "notice", text: strings.leader.choose }], [], everyone(strings));
  }

  function sources(lang: Language, page = 0): Card {
    const strings = STRINGS[lang];
    const pages = Math.ceil(corpus.documents.length / SOURCES_A_PAGE);
    const from = page * SOURCES_A_PAGE;
    const some = corpus.documents.slice(from, from + SOURCES_A_PAGE);
    const detail = (d: Document) =>
      [
        strings.citation.publisher(d.publisher),
        strings.citation.date(d.date),
        strings.sources.passages(d.passages.length),
      ].join(" · ");
    const actions: Action[] = [];
    if (page > 0) actions.push({ label: strings.button.previous, press: { act: "sources", page: page - 1 } });
    if (page + 1 < pages)
      actions.push({ label: strings.button.next, press: { act: "sources", page: page + 1 } });
    return card(
      strings,
      [
        {
          kind: "list",
          title:
            pages > 1
              ? `${strings.sources.title} (${strings.sources.page(page + 1, pages)})`
              : strings.sources.title,
          items: some.map((d) => ({
            title: titleOf(d, strings),
            detail: detail(d),
            ...(publicUrl ? { url: `${publicUrl}/sources/${encodeURIComponent(d.id)}` } : {}),
          })),
        },
      ],
      actions,
      {
        prompt: strings.sources.pick,
        options: some.map((d, at) => ({
          label: titleOf(d, strings),
          detail: detail(d),
          press: { act: "source", document: from + at, page: 0 },
        })),
      },
    );
  }

  /** A document paragraph by paragraph: as many to a page as the platform has room for. */
  function source(lang: Language, at: number, wanted = 0): Card {
    const strings = STRINGS[lang];
    const document = corpus.documents[at];
    if (!document) return card(strings, [{ kind: "notice", text: strings.sources.unknown }]);
    const pieces = document.passages.flatMap((passage) =>
      pagesOf(document, passage, width).map((span) => ({ passage, span })),
    );
    // a citation line stands under every paragraph and takes room too
    const pages = pack(pieces, ({ span }) => span[1] - span[0] + CITATION_ROOM, width);
    // beyond the last page is the last: its buttons must lead on from there
    const page = Math.min(wanted, pages.length - 1);
    const here = pages[page] ?? [];
    const actions: Action[] = [];
    if (page > 0)
      actions.push({
        label: strings.button.previous,
        press: { act: "source", document: at, page: page - 1 },
      });
    if (page + 1 < pages.length)
      actions.push({ label: strings.button.next, press: { act: "source", document: at, page: page + 1 } });
    actions.push({
      label: strings.button.back,
      press: { act: "sources", page: Math.floor(at / SOURCES_A_PAGE) },
    });
    return card(
      strings,
      [
        { kind: "notice", text: strings.sources.page(page + 1, pages.length) },
        ...here.map(({ passage, span }): Part => {
          const quote = wholeQuote(passage);
          return {
            kind: "quote",
            quote: {
              passage: passage.index,
              doc: document.id,
              excerpt: cutTo(document, passage, quote, span),
              citation: cite(document, passage, strings),
              ...(publicUrl ? { url: linkTo(publicUrl, passage, quote) } : {}),
            },
          };
        }),
      ],
      actions,
    );
  }

  function around(state: AnswerState, strings: Strings, before: readonly Part[]): Card | "unknown" {
    const passage = corpus.passages[state.passages[state.at] as number] as Passage;
    const document = documentOf(passage);
    const middle = passage.paragraph - 1;
    const near = document.passages.slice(Math.max(0, middle - AROUND), middle + AROUND + 1);
    // what does not fit beside the passage itself is left out, never cut
    let room = width - (passage.end - passage.start) - CITATION_ROOM;
    const kept = near.filter((p) => {
      if (p === passage) return true;
      const needed = p.end - p.start + CITATION_ROOM;
      if (needed > room) return false;
      room -= needed;
      return true;
    });
    return card(
      strings,
      [
        ...before,
        ...kept.map(
          (p): Part => ({
            kind: "quote",
            quote: shown(wholeQuote(p), strings, undefined, p === passage ? state.page : 0),
          }),
        ),
      ],
      [
        { label: strings.button.back, press: { ...state, act: "show" } },
        {
          label: strings.button.read,
          press: { act: "source", document: corpus.documents.indexOf(document), page: 0 },
        },
      ],
    );
  }

  function press(button: Button, asked?: string | Question): Card | "outdated" | "unknown" {
    if (button.fingerprint !== corpus.fingerprint) return "outdated";
    const strings = STRINGS[button.lang];
    const action = button.press;
    switch (action.act) {
      case "show":
      case "around":
      case "post": {
        if (!action.passages.every((index) => index < corpus.passages.length)) return "unknown";
        if (action.page >= pagesIn(action.passages[action.at] as number)) return "unknown";
        const question = typeof asked === "string" ? { text: asked } : asked;
        const before: Part[] = question?.text
          ? [{ kind: "question", label: strings.answer.asked, text: restated(question.text) }]
          : [];
        // the question stays on the card, for the way back
        if (action.act === "around") return around(action, strings, before);
        const known = question?.text ? answerer.answer(question) : undefined;
        const quotes = action.passages.map((index) => {
          const passage = corpus.passages[index] as Passage;
          const same =
            known && (known.kind === "quotes" || known.kind === "closest")
              ? known.quotes.find((q) => q.doc === passage.doc && q.paragraph === passage.paragraph)
              : undefined;
          return same ?? wholeQuote(passage);
        });
        const details = known && (known.kind === "quotes" || known.kind === "closest") ? known : {};
        return found({ ...details, kind: action.kind, quotes }, action, strings, before);
      }
      case "leader": {
        const person = corpus.leaders[action.leader];
        if (!person || !action.about.every((index) => index < corpus.passages.length)) return "unknown";
        const answer = answerer.leader({ name: person.name.ar });
        if (answer.kind !== "leader") return "unknown";
        const lists = { about: action.about, statements: answer.statements, mentions: answer.mentions }[
          action.tab
        ];
        if (action.at > 0 && action.at >= lists.length) return "unknown";
        const at = lists[action.at];
        const shownNow = typeof at === "object" ? passageOf(at).index : at;
        if (action.page > 0 && (shownNow === undefined || action.page >= pagesIn(shownNow))) return "unknown";
        return leaderView(action, strings, answer, "");
      }
      case "source":
        return action.document < corpus.documents.length
          ? source(button.lang, action.document, action.page)
          : "unknown";
      case "sources":
        return action.page * SOURCES_A_PAGE < corpus.documents.length
          ? sources(button.lang, action.page)
          : "unknown";
      case "delete":
        return "unknown";
    }
  }

  const help = (lang: Language): Card => {
    const strings = STRINGS[lang];
    return card(strings, [{ kind: "notice", text: strings.answer.help.bot }, examples(strings)]);
  };

  return { answerer, ask, leader, results, people, sources, source, help, press };
}

/** What an answer says besides its quotes; a pressed button may no longer know it. */
type Extras = Partial<Pick<AnswerOf<"quotes">, "missing" | "suggestions" | "readings">>;

/** UTF-16 units of a citation line beside a quote: titles are at most a headline long. */
const CITATION_ROOM = 260;

function card(
  strings: Strings,
  parts: readonly Part[],
  actions: readonly Action[] = [],
  choices?: Card["choices"],
): Card {
  return { lang: strings.language, parts, actions, choices: choices ?? { prompt: "", options: [] } };
}

const examples = (strings: Strings): Part => ({
  kind: "examples",
  label: strings.answer.tryInstead,
  questions: strings.answer.examples,
});

function missing(words: readonly string[], strings: Strings): Part[] {
  return words.length > 0
    ? [{ kind: "notice", text: strings.answer.missing(words.slice(0, 8).map(restated)) }]
    : [];
}

function readings(
  answer: { readonly readings?: readonly { readonly typed: string; readonly as: string }[] },
  strings: Strings,
): Part[] {
  return (answer.readings ?? [])
    .slice(0, 3)
    .map(({ typed, as }) => ({ kind: "notice", text: strings.answer.searchedFor(restated(typed), as) }));
}

/** The asker's words as they may be shown back: one line, no control or direction characters, not too long. */
export function restated(text: string): string {
  const line = text
    .replace(/\p{Cs}/gu, "")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, (run) => (/^[\u200c\u200d]+$/.test(run) ? run : " "))
    .trim();
  const letters = [...line];
  return letters.length <= RESTATED ? line : `${letters.slice(0, RESTATED).join("").trimEnd()}…`;
}

function pageOf(pages: readonly (readonly [number, number])[], quote: Quote): number {
  const at = pages.findIndex(([start, end]) => quote.best[0] >= start && quote.best[0] < end);
  return Math.max(0, at);
}

function cutTo(document: Document, passage: Passage, quote: Quote, [start, end]: readonly [number, number]) {
  return {
    start,
    end,
    text: document.text.slice(start, end),
    cutBefore: start > passage.start,
    cutAfter: end < passage.end,
    marks: quote.highlights
      .map(([a, b]): readonly [number, number] => [Math.max(a, start) - start, Math.min(b, end) - start])
      .filter(([a, b]) => a < b),
    best: [
      Math.min(Math.max(quote.best[0], start), end) - start,
      Math.max(0, Math.min(quote.best[1], end) - start),
    ] as const,
  };
}

/** The source reader's address of a passage, with the words that answer marked. */
export function linkTo(publicUrl: string, passage: Passage, quote: Quote): string {
  const marked =
    quote.best[0] === passage.start && quote.best[1] === passage.end
      ? ""
      : `?h=${quote.best[0]}-${quote.best[1]}`;
  return `${publicUrl}/sources/${encodeURIComponent(passage.doc)}${marked}#p${passage.paragraph}`;
}
