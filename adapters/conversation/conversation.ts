import type { Language } from "../../src/languages/codes.ts";
import type { Answer, LeaderLookup, Question } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { Corpus } from "../../src/model/corpus.ts";
import type { Verification, VerificationRequest } from "../../src/model/verification.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { labelled } from "../../src/strings/strings.ts";
import { createAnswerCards, helpCard } from "./answer-card.ts";
import type { Button } from "./button-codec.ts";
import { createButtonHandler, type Pressed } from "./button-handler.ts";
import type { Card } from "./card.ts";
import { inFull, questionOf } from "./echo.ts";
import { createLeaderCards } from "./leader-card.ts";
import { createPagedQuotes } from "./paged-quotes.ts";
import { createSourceCards } from "./source-card.ts";
import { MAX_QUOTATIONS, verificationCard } from "./verification-card.ts";

export interface ConversationOptions {
  readonly answerer: Answerer;
  /** Root of the source reader, without a final slash; citations become links to it. */
  readonly publicUrl?: string | undefined;
  /** Address of a translation service with {text} in it, for quotes that no editor has translated. */
  readonly translatorUrl?: string | undefined;
  /** Days for which unanswered questions are kept, as help tells; undefined where they are not kept. */
  readonly questionsKept?: number | undefined;
  /** Where to reach who runs the bot. */
  readonly supportUrl?: string | undefined;
  /** Whether answers can be voted on. */
  readonly feedback?: boolean;
  /** UTF-16 units of quoted text that one message of the platform has room for. */
  readonly width: number;
}

/** What the platforms have in common: from a question, a lookup or a pressed button to a card. Pure and synchronous. */
export interface Conversation {
  readonly answerer: Answerer;
  /** A question about a quotation ("did he say “…”?") is answered by checking that quotation. */
  ask(question: Question): { readonly card: Card; readonly answer: Answer | Verification };
  /** Checks each quotation in a message; `answer` is the result for the first. In `lang`, else in the language of the message. */
  verify(
    request: VerificationRequest,
    lang?: Language,
  ): { readonly card: Card; readonly answer: Verification };
  leader(lookup: LeaderLookup): { readonly card: Card; readonly answer: Answer };
  /**
   * Everything that a search finds, one quote to a card, for platforms that list results side by side: a person's statements if the text is
   * a name, the first statement of each person if the name is shared, else the passages of the answer.
   */
  results(question: Question): { readonly cards: readonly Card[]; readonly answer: Answer | Verification };
  /** Everyone whom the sources know, to choose from: for a lookup without a name. */
  people(lang: Language): Card;
  sources(lang: Language, page?: number): Card;
  source(lang: Language, document: number, page?: number): Card;
  help(lang: Language): Card;
  /**
   * What a button leads to; "outdated" when the corpus is another than the button's, "unknown" when it points nowhere. With the
   * question, where the platform still has it, the words that it matched are emphasised again.
   */
  press(button: Button, question?: string | Question): Pressed;
}

export function createConversation(options: ConversationOptions): Conversation {
  const { answerer } = options;
  let { corpus } = answerer;
  let over = conversationOver(corpus, options);
  /** The answerer may replace its corpus between two questions; everything derived from the old one is rebuilt then. */
  const now = (): Conversation => {
    if (corpus !== answerer.corpus) {
      corpus = answerer.corpus;
      over = conversationOver(corpus, options);
    }
    return over;
  };
  return {
    answerer,
    ask: (question) => now().ask(question),
    verify: (request, lang) => now().verify(request, lang),
    leader: (lookup) => now().leader(lookup),
    results: (question) => now().results(question),
    people: (lang) => now().people(lang),
    sources: (lang, page) => now().sources(lang, page),
    source: (lang, document, page) => now().source(lang, document, page),
    help: (lang) => now().help(lang),
    press: (button, question) => now().press(button, question),
  };
}

/** A search that is nothing but a quoted phrase looks for exactly those words. */
const BETWEEN_MARKS = /^\s*[«“„"](?=(?:\S+\s+){2})[^«»“”„"]+[»”“"]\s*$/u;

/** Results, whether found or not, but neither help nor refusals. */
const VOTED_ON: ReadonlySet<string> = new Set(["quotes", "closest", "nothing"]);
const VOTES = [
  { label: "👍", press: { act: "vote", up: true } },
  { label: "👎", press: { act: "vote", up: false } },
] as const;

function conversationOver(
  corpus: Corpus,
  { answerer, publicUrl, translatorUrl, supportUrl, questionsKept, feedback, width }: ConversationOptions,
): Conversation {
  const paged = createPagedQuotes({ corpus, publicUrl, translatorUrl, width });
  const leaders = createLeaderCards({ corpus, paged });
  const sources = createSourceCards({ corpus, paged, publicUrl });
  const answers = createAnswerCards({ corpus, paged, leaders, sources });

  const press = createButtonHandler({ answerer, corpus, paged, answers, leaders, sources });
  const withVotes = (card: Card): Card =>
    feedback ? { ...card, actions: [...card.actions, ...VOTES] } : card;

  function verify(request: VerificationRequest, lang?: Language): { card: Card; answer: Verification } {
    const checked = answerer
      .quotations(request.text)
      .slice(0, MAX_QUOTATIONS)
      .map(({ text }) => ({
        text,
        found: { ...answerer.verify({ ...request, text }), ...(lang && { lang }) },
      }));
    const answer = (checked[0] as (typeof checked)[number]).found;
    return { answer, card: verificationCard(checked, corpus, paged) };
  }

  function ask(question: Question): { card: Card; answer: Answer | Verification } {
    if (answerer.asksAboutQuotation(question.text))
      return verify({ text: question.text, ...(question.locale ? { locale: question.locale } : {}) });
    const answer = answerer.answer(question);
    const strings = STRINGS[answer.lang];
    const card = answers.of(answer, strings, [questionOf(inFull(question.text, answer), strings)]);
    return { answer, card: VOTED_ON.has(answer.kind) ? withVotes(card) : card };
  }

  function leader(lookup: LeaderLookup): { card: Card; answer: Answer } {
    const answer = answerer.leader(lookup);
    const strings = STRINGS[answer.lang];
    switch (answer.kind) {
      case "nothing":
        return { answer, card: leaders.unknown(lookup.name, strings) };
      case "leader":
      case "leaders":
        return { answer, card: leaders.of(answer, strings, lookup.topic) };
      default:
        return { answer, card: answers.of(answer, strings, []) };
    }
  }

  function results(question: Question): { cards: readonly Card[]; answer: Answer | Verification } {
    if (BETWEEN_MARKS.test(question.text) || answerer.asksAboutQuotation(question.text)) {
      const { card, answer } = verify({
        text: question.text,
        ...(question.locale ? { locale: question.locale } : {}),
      });
      return { answer, cards: [card] };
    }
    const { text, locale } = question;
    const named = answerer.leader({ name: text, ...(locale ? { locale } : {}) });
    if (named.kind === "leader") return { answer: named, cards: leaders.each(named, STRINGS[named.lang]) };
    if (named.kind === "leaders") {
      const cards = named.leaders.flatMap(({ name }) => {
        const one = answerer.leader({ name: name.ar });
        return one.kind === "leader" ? leaders.each(one, STRINGS[named.lang]).slice(0, 1) : [];
      });
      return { answer: named, cards };
    }
    const { answer, card } = ask(question);
    if (answer.kind !== "quotes" && answer.kind !== "closest") return { answer, cards: [card] };
    const strings = STRINGS[answer.lang];
    return { answer, cards: answers.each(answer, strings, [questionOf(text, strings)]) };
  }

  function help(lang: Language): Card {
    const strings = STRINGS[lang];
    const { privacy, support } = strings.answer;
    const kept = questionsKept === undefined ? privacy : strings.notice.questionsKept(questionsKept);
    return helpCard("bot", corpus, strings, [
      kept,
      ...(supportUrl ? [`${labelled(lang, support)} ${supportUrl}`] : []),
    ]);
  }

  return {
    answerer,
    ask,
    verify,
    leader,
    results,
    people: (lang) => leaders.everyone(STRINGS[lang]),
    sources: (lang, page = 0) => sources.list(STRINGS[lang], page),
    source: (lang, document, page = 0) => sources.reading(document, page, STRINGS[lang]),
    help,
    press: (button, question) => {
      const card = press(button, question);
      return typeof card === "string" || button.press.act !== "show" ? card : withVotes(card);
    },
  };
}
