import type { Answer, AnswerOf, Language, Leader, Quote, Reading } from "../../src/model.ts";
import { type Content, type Html, html } from "./html.ts";
import { type AskLink, askLink } from "./links.ts";
import { directionOf } from "./locale.ts";
import { quoteList } from "./quote.ts";
import { numberIn, type View } from "./view.ts";
import { type Words, wordsIn } from "./words/words.ts";

/** Quotes on one page of an answer. */
export const PER_PAGE = 3;

/** An answer as it stands in its bubble: notices in the asker's language, quotes in the sources'. */
export function answerBubble(answer: Answer, ask: AskLink, view: View): Html {
  const { lang } = answer;
  const words = wordsIn(lang);
  return html`<div class="bubble answered" lang="${lang}" dir="${directionOf(lang)}" data-kind="${answer.kind}">
<h3 class="unseen">${words.answer}</h3>
${contentOf(answer, ask, view, words)}
</div>`;
}

function contentOf(answer: Answer, ask: AskLink, view: View, words: Words): Content {
  switch (answer.kind) {
    case "quotes":
      return [
        readings(answer.readings, words),
        paged(answer.quotes, ask, answer.lang, view),
        asked(answer, words, view),
      ];
    case "closest":
      return [
        html`<p class="notice">${words.closest}</p>`,
        missing(answer.missing, words),
        readings(answer.readings, words),
        paged(answer.quotes, ask, answer.lang, view),
        asked(answer, words, view),
      ];
    case "nothing":
      return [
        html`<p class="notice">${words.nothing}</p>`,
        missing(answer.missing, words),
        readings(answer.readings, words),
        asked(answer, words, view),
      ];
    case "help":
      return html`<p>${words.help[answer.topic]}</p>`;
    case "refused":
      return html`<p class="notice">${answer.reason === "empty" ? words.empty : words.tooLong}</p>`;
    case "leaders":
      return [html`<p>${words.which}</p>`, candidates(answer.leaders, answer.lang, ask, view)];
    case "leader":
      return leaderCard(answer, ask, view, words);
  }
}

function missing(typed: readonly string[], words: Words): Content {
  if (typed.length === 0) return undefined;
  return html`<p class="missing">${words.missing} ${typed.map((word) => html`<bdi class="typed">${word}</bdi> `)}</p>`;
}

function readings(read: readonly Reading[], words: Words): Content {
  if (read.length === 0) return undefined;
  return html`<p class="readings">${words.readAs} ${read.map(
    ({ typed, as }) => html`<span class="reading"><bdi>${typed}</bdi> → <bdi lang="ar">${as}</bdi></span> `,
  )}</p>`;
}

function asked({ suggestions }: { suggestions: readonly string[] }, words: Words, view: View): Content {
  if (suggestions.length === 0) return undefined;
  return html`<p class="hint">${words.suggestions}</p>${chips(suggestions, view)}`;
}

/** Questions to press. */
export function chips(questions: readonly string[], view: View): Html {
  return html`<ul class="chips">${questions.map(
    (question) =>
      html`<li><a href="${askLink({ question }, view.chosen)}" data-turn-link="new" dir="auto">${question}</a></li>`,
  )}</ul>`;
}

function candidates(leaders: readonly Leader[], lang: Language, ask: AskLink, view: View): Html {
  return html`<ul class="people">${leaders.map(
    (leader) =>
      html`<li><a href="${askLink({ leader: leader.id, ...(ask.topic && { topic: ask.topic }) }, view.chosen)}" data-turn-link="new">${person(leader, lang)}</a></li>`,
  )}</ul>`;
}

/** A person's name in the reader's language, with the first role that the sources give. */
export function person(leader: Leader, lang: Language): Html {
  const [role] = leader.roles;
  const name = leader.name[lang];
  return html`<span class="avatar" aria-hidden="true">${initial(name ?? leader.name.ar)}</span><span class="who"><b${name === undefined && html` lang="ar"`} dir="auto">${name ?? leader.name.ar}</b>${role !== undefined && html` <small lang="ar" dir="auto">${role}</small>`}</span>`;
}

function initial(name: string): string {
  return [...name][0] ?? "";
}

function leaderCard(answer: AnswerOf<"leader">, ask: AskLink, view: View, words: Words): Content {
  const { leader, lang } = answer;
  const shown = ask.show === "mentions" ? answer.mentions : answer.statements;
  const base = { leader: leader.id };
  const tab = (label: string, count: number, link: AskLink, on: boolean) =>
    html`<a href="${askLink(link, view.chosen)}" data-turn-link="replace"${on && html` aria-current="true"`}>${label} <span class="count">${numberIn(lang, count)}</span></a>`;
  return html`<div class="leader">
<div class="card">${person(leader, lang)}</div>
${leader.roles.length > 1 && html`<p class="roles" lang="ar" dir="auto">${leader.roles.map((role) => html`<span>${role}</span> `)}</p>`}
${ask.topic !== undefined && html`<h4>${words.about(ask.topic)}</h4>${answer.about.length > 0 ? quoteList(answer.about.slice(0, PER_PAGE), lang, view) : html`<p class="notice">${words.nothing}</p>`}`}
<nav class="tabs" aria-label="${leader.name[lang] ?? leader.name.ar}">
${tab(words.statements, answer.statements.length, base, ask.show !== "mentions")}
${tab(words.mentions, answer.mentions.length, { ...base, show: "mentions" }, ask.show === "mentions")}
</nav>
${shown.length > 0 ? paged(shown, { ...base, ...(ask.show && { show: ask.show }), page: ask.page ?? 1 }, lang, view) : html`<p class="notice">${words.noStatements}</p>`}
<form class="topic" action="/" method="get" data-turn-form>
<input type="hidden" name="leader" value="${leader.id}">${view.chosen && html`<input type="hidden" name="lang" value="${view.chosen}">`}
<label><span>${words.topic}</span> <input name="topic" maxlength="200" dir="auto" autocomplete="off" placeholder="${words.topicPlaceholder}"></label>
<button>${words.send}</button>
</form>
</div>`;
}

function paged(quotes: readonly Quote[], ask: AskLink, lang: Language, view: View): Html {
  const pages = Math.max(1, Math.ceil(quotes.length / PER_PAGE));
  const page = Math.min(Math.max(ask.page ?? 1, 1), pages);
  const shown = quotes.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return html`${quoteList(shown, lang, view)}${pages > 1 && pager(page, pages, ask, lang, view)}`;
}

function pager(page: number, pages: number, ask: AskLink, lang: Language, view: View): Html {
  const words = wordsIn(lang);
  const step = (to: number, label: string, rel: string) =>
    to >= 1 && to <= pages
      ? html`<a href="${askLink({ ...ask, page: to }, view.chosen)}" rel="${rel}" data-turn-link="replace">${label}</a>`
      : html`<span aria-hidden="true"></span>`;
  return html`<nav class="pager" aria-label="${words.pages}">${step(page - 1, words.previous, "prev")}<span class="at">${words.page(numberIn(lang, page), numberIn(lang, pages))}</span>${step(page + 1, words.next, "next")}</nav>`;
}
