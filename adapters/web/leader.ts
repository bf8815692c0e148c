import type { AnswerOf } from "../../src/model.ts";
import { STRINGS } from "../../src/strings/all.ts";
import { echo } from "./echo.ts";
import { type Html, html } from "./html.ts";
import { type AskLink, askLink } from "./links.ts";
import { PER_PAGE, paged } from "./paged.ts";
import { person } from "./person.ts";
import { quoteList } from "./quote.ts";
import { numberIn, type View } from "./view.ts";
import { wordsIn } from "./words/words.ts";

/** A person: who they are, what they say on a topic, what they say, where they are named, and a field to ask for a topic. */
export function leaderCard(answer: AnswerOf<"leader">, ask: AskLink, view: View): Html {
  const { leader, lang, statements, mentions } = answer;
  const strings = STRINGS[lang];
  const words = wordsIn(lang);
  const named = leader.name[lang] ?? leader.name.ar;
  const base: AskLink = { leader: leader.id };
  const tab = (label: string, count: number, show: "mentions" | undefined) =>
    html`<a href="${askLink({ ...base, ...(show && { show }) }, view.chosen)}" data-turn-link="replace"${ask.show === show && html` aria-current="true"`}>${label} <span class="count">${numberIn(lang, count)}</span></a>`;
  const shown = ask.show === "mentions" ? mentions : statements;
  const none = ask.show === "mentions" ? strings.leader.noMentions : strings.leader.noStatements;
  const here: AskLink = { ...base, ...(ask.show && { show: ask.show }), page: ask.page ?? 1 };
  return html`<div class="leader">
<div class="card">${person(leader, lang)}</div>
${leader.roles.length > 1 && html`<p class="roles" lang="ar" dir="auto" title="${strings.leader.roles}">${leader.roles.map((role) => html`<span>${role}</span> `)}</p>`}
${ask.topic !== undefined && onTopic(ask.topic, answer, view)}
<nav class="tabs" aria-label="${named}">
${tab(strings.button.said, statements.length, undefined)}
${tab(strings.button.mentioned, mentions.length, "mentions")}
</nav>
${shown.length > 0 ? paged(shown, here, lang, view, "as they stand") : html`<p class="notice">${none}</p>`}
<form class="topic" action="/" method="get" data-turn-form>
<input type="hidden" name="leader" value="${leader.id}">${view.chosen && html`<input type="hidden" name="lang" value="${view.chosen}">`}
<label><span>${words.topic}</span> <input name="topic" maxlength="200" dir="auto" autocomplete="off" placeholder="${words.topicPlaceholder}"></label>
<button>${words.send}</button>
</form>
</div>`;
}

function onTopic(topic: string, { about, lang }: AnswerOf<"leader">, view: View): Html {
  const strings = STRINGS[lang];
  return html`<section class="about"><h4>${strings.leader.about(echo(topic), about.length)}</h4>
${about.length > 0 ? quoteList(about.slice(0, PER_PAGE), lang, view) : html`<p class="notice">${strings.answer.nothing}</p>`}</section>`;
}
