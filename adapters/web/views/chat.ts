import { MAX_QUESTION_LENGTH } from "../../../src/answerer.ts";
import type { Answer, Language } from "../../../src/model.ts";
import { introduction } from "../../../src/strings/introduction.ts";
import { echo } from "../echo.ts";
import { answerBubble, chips } from "./answer.ts";
import { type Content, type Html, html } from "./html.ts";
import { type AskLink, askLink, sourceLink } from "./links.ts";
import { page } from "./page.ts";
import { person } from "./person.ts";
import { type View, workOf } from "./view.ts";

export interface Turn {
  readonly ask: AskLink;
  /** The question as it is shown; a person's name when a person was asked for. */
  readonly asked: string;
  readonly answer: Answer;
}

/** The page to try it on: a greeting, the turn that the address asks for, and a field to go on in. */
export function chatPage(view: View, turn: Turn | undefined): string {
  const { words } = view;
  const asked = turn === undefined ? "" : echo(turn.asked);
  const title = `${words.name} · ${words.tagline}`;
  const main = html`<h1 class="unseen">${words.name}</h1>
<section id="conversation" class="conversation" role="log" aria-label="${words.conversation}" aria-live="polite">
${welcome(view)}
${turn !== undefined && turnArticle(view, turn, asked)}
</section>
<form id="composer" class="composer" action="/" method="get" role="search" data-waiting="${words.waiting}" data-offline="${words.offline}" data-title="${title}">
${view.chosen && html`<input type="hidden" name="lang" value="${view.chosen}">`}
<label class="unseen" for="q">${words.question}</label>
<input id="q" name="q" type="text" dir="auto" maxlength="${MAX_QUESTION_LENGTH}" autocomplete="off" enterkeyhint="send" placeholder="${words.placeholder}"${turn === undefined && html` autofocus`}>
<button type="submit"><span class="unseen">${words.send}</span><img src="${view.assets.url("send.svg")}" alt="" width="22" height="22"></button>
</form>`;
  return page(view, {
    title: asked === "" ? title : `${asked} · ${words.name}`,
    kind: "chat",
    main,
    aside: shelf(view),
    address: (lang: Language) => askLink(turn?.ask ?? {}, lang),
  });
}

function welcome(view: View): Html {
  const { words, strings, lang, library } = view;
  const questions = introduction(library.corpus, lang).examples;
  return html`<article class="turn welcome"><div class="bubble answered">
<p>${words.welcome}</p>
${questions.length > 0 && [html`<p class="hint">${strings.answer.tryInstead}</p>`, chips(questions, view)]}
</div></article>`;
}

function turnArticle(view: View, turn: Turn, asked: string): Content {
  const { words } = view;
  return html`<article class="turn" data-turn>
${asked !== "" && html`<div class="bubble asked"><h2 class="unseen">${words.youAsked}</h2><p dir="auto">${asked}</p><a class="permalink" href="${askLink(turn.ask, view.chosen)}" title="${words.permalink}"><span class="unseen">${words.permalink}</span>#</a></div>`}
${answerBubble(turn.answer, turn.ask, view)}
</article>`;
}

/** Beside the conversation, where there is room: what can be asked about. */
function shelf(view: View): Html {
  const { library, words, strings, lang } = view;
  const { documents, leaders } = library.corpus;
  return html`<aside class="shelf" aria-label="${strings.sources.title}">
<h2>${strings.sources.title}</h2>
<ol class="works">${documents.map(
    (document) =>
      html`<li><a href="${sourceLink({ doc: document.id }, view.chosen)}"><bdi class="work" lang="${document.lang}">${workOf(document)}</bdi> <small>${document.title.how === "unknown" && html`<bdi>${strings.citation.noHeadline}</bdi> · `}${strings.citation.date(document.date)}</small></a></li>`,
  )}</ol>
${
  leaders.length > 0 &&
  html`<h2>${words.people}</h2>
<ul class="people">${leaders.map(
    (leader) =>
      html`<li><a href="${askLink({ leader: leader.id }, view.chosen)}" data-turn-link="new">${person(leader, lang)}</a></li>`,
  )}</ul>`
}
</aside>`;
}
