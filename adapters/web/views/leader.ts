import type { AnswerOf, Quote } from "../../../src/model/answer.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { echo } from "../echo.ts";
import { WORDS } from "../strings/all.ts";
import { type Html, html } from "./html.ts";
import { type AskLink, askLink } from "./links.ts";
import { paged } from "./paged.ts";
import { person } from "./person.ts";
import { numberIn, type View } from "./view.ts";

interface Tab {
  readonly label: string;
  readonly quotes: readonly Quote[];
  /** What is said where it is empty. */
  readonly none: string;
  /** Its value in the address; the first tab, which is the default, has none. */
  readonly show: AskLink["show"];
  /** Best first, rather than in the order of the sources. */
  readonly byRank?: boolean;
}

/** A person: who they are, what they say (on a topic first, if one is asked for), where they are named, and a field for a topic. */
export function leaderCard(answer: AnswerOf<"leader">, ask: AskLink, view: View): Html {
  const { leader, lang } = answer;
  const strings = STRINGS[lang];
  const words = WORDS[lang];
  const base: AskLink = { leader: leader.id, ...(ask.topic && { topic: ask.topic }) };
  const to = ({ show }: Tab): AskLink => ({ ...base, ...(show && { show }) });
  const name = leader.name[lang] ?? leader.name.ar;
  const topicShown = echo(ask.topic ?? "");
  const tabs = tabsOf(answer, ask.topic);
  const current = tabs.find(({ show }) => show === ask.show) ?? (tabs[0] as Tab);
  return html`<div class="leader">
<div class="card">${person(leader, lang)}</div>
${leader.roles.length > 1 && html`<p class="roles" lang="ar" dir="auto" title="${strings.leader.roles}">${leader.roles.map((role) => html`<span>${role}</span> `)}</p>`}
<form class="topic" action="${view.base}/" method="get" role="search" data-turn-form>
<input type="hidden" name="leader" value="${leader.id}">${view.chosen && html`<input type="hidden" name="lang" value="${view.chosen}">`}
<label><span>${words.topic}</span> <input name="topic" maxlength="200" dir="auto" autocomplete="off" value="${topicShown}" placeholder="${words.topicPlaceholder}"></label>
<button>${words.search}</button>
</form>
<p class="tabs" role="group" aria-label="${name}">
${tabs.map(
  (tab) =>
    html`<a href="${askLink(to(tab), view)}" data-turn-link="replace"${tab === current && html` aria-current="true"`}>${tab.label} <span class="count">${numberIn(lang, tab.quotes.length)}</span></a>\n`,
)}</p>
${
  current.quotes.length > 0
    ? paged(
        current.quotes,
        { ...to(current), page: ask.page ?? 1 },
        lang,
        view,
        current.byRank ? "best first" : "as they stand",
      )
    : html`<p class="notice">${current.none}</p>`
}
</div>`;
}

function tabsOf({ lang, about, statements, mentions }: AnswerOf<"leader">, topic: string | undefined): Tab[] {
  const { button, leader, answer } = STRINGS[lang];
  const said = { label: button.said, quotes: statements, none: leader.noStatements };
  const mentioned = {
    label: button.mentioned,
    quotes: mentions,
    none: leader.noMentions,
    show: "mentions",
  } as const;
  if (topic === undefined) return [{ ...said, show: undefined }, mentioned];
  const onTopic = {
    label: `«${echo(topic)}»`,
    quotes: about,
    none: answer.nothing,
    show: undefined,
    byRank: true,
  };
  return [onTopic, { ...said, show: "statements" }, mentioned];
}
