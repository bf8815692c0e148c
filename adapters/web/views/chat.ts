import { MAX_QUESTION_LENGTH } from "../../../src/answerer.ts";
import type { Answer } from "../../../src/model/answer.ts";
import { introduction } from "../../../src/strings/introduction.ts";
import { echo } from "../echo.ts";
import { answerBubble, chips } from "./answer.ts";
import { describe } from "./describe.ts";
import { inARow } from "./facts.ts";
import { type Content, type Html, html } from "./html.ts";
import { type AskLink, askLink } from "./links.ts";
import { page } from "./page.ts";
import { shelf } from "./shelf.ts";
import type { View } from "./view.ts";

export interface Turn {
  readonly ask: AskLink;
  /** The question as it is shown; a person's name when a person was asked for. */
  readonly asked: string;
  readonly answer: Answer;
  /** What the next question may follow: the question with those whose subject it was answered with. */
  readonly question?: string;
}

/**
 * The page to ask on. Before a question: an introduction, a field and examples. After one: the answer, and a field for the next. The script
 * turns the first into the second without loading a page, so both have the same parts in the same order.
 */
export function chatPage(view: View, turn: Turn | undefined): string {
  const { words } = view;
  const asked = turn === undefined ? "" : echo(turn.asked);
  const title = `${words.name} · ${words.tagline}`;
  const main = html`<div class="hero"><h1>${words.tagline}</h1>
${turn === undefined && lead(view)}</div>
<section id="conversation" class="conversation" role="log" aria-label="${words.conversation}" aria-live="polite">${turn !== undefined && turnArticle(view, turn, asked)}</section>
${composer(view, title, turn)}
${turn === undefined && examples(view)}
<p id="told" class="told" role="status" data-copied="${words.copied}"></p>`;
  return page(view, {
    title: asked === "" ? title : `${asked} · ${words.name}`,
    kind: turn === undefined ? "chat home" : "chat",
    main,
    aside: shelf(view),
    address: (here) => askLink(turn?.ask ?? {}, here),
    ...(turn && { description: describe(turn.answer) }),
    isArticle: turn !== undefined,
  });
}

/** What the corpus is, in one line, and what can be asked of it. */
function lead({ words, strings, lang, questionsKept, library: { corpus } }: View): Html {
  const { name, subject } = corpus.presentation?.[lang] ?? {};
  const facts = [
    name ?? subject,
    words.documents(corpus.documents.length),
    strings.sources.passages(corpus.passages.length),
  ].filter((fact) => fact !== undefined);
  return html`<p class="facts about">${inARow(facts)}</p>
<p class="lead">${words.welcome}${questionsKept !== undefined && ` ${strings.notice.questionsKept(questionsKept)}`}</p>`;
}

function composer(view: View, title: string, turn: Turn | undefined): Html {
  const { words } = view;
  const isHome = turn === undefined;
  return html`<form id="composer" class="composer" action="${view.base}/" method="get" role="search" data-waiting="${words.waiting}" data-offline="${words.offline}" data-title="${title}">
${view.chosen && html`<input type="hidden" name="lang" value="${view.chosen}">`}
<input type="hidden" name="after" value="${turn?.question ?? ""}"${turn?.question === undefined && html` disabled`}>
<label class="unseen" for="q">${words.question}</label>
<input id="q" name="q" type="text" dir="auto" maxlength="${MAX_QUESTION_LENGTH}" autocomplete="off" enterkeyhint="send" placeholder="${words.placeholder}"${isHome && html` autofocus`}>
<button type="submit"><span class="unseen">${words.send}</span><img src="${view.assets.url("send.svg")}" alt="" width="22" height="22"></button>
</form>`;
}

function examples(view: View): Content {
  const { strings, lang, library } = view;
  const questions = introduction(library.corpus, lang).examples;
  return (
    questions.length > 0 &&
    html`<div class="examples"><p class="hint">${strings.answer.tryInstead}</p>${chips(questions, view)}</div>`
  );
}

function turnArticle(view: View, turn: Turn, asked: string): Content {
  const { words } = view;
  const link = askLink(turn.ask, view);
  return html`<article class="turn" data-turn${turn.question !== undefined && html` data-question="${turn.question}"`}>
${asked !== "" && html`<div class="bubble asked"><h2 class="unseen">${words.youAsked}</h2><p dir="auto">${asked}</p></div>`}
${answerBubble(turn.answer, turn.ask, view)}
${
  asked !== "" &&
  html`<p class="tools"><a class="tool" href="${link}" data-copy="link">${words.copyLink}</a>
<button type="button" class="tool scripted sharing" data-share="${link}">${words.share}</button></p>`
}
<p class="address">${view.root}${link}</p>
</article>`;
}
