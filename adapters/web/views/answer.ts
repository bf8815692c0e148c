import type { Answer, Correction, Language, Leader } from "../../../src/model.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { introduction } from "../../../src/strings/introduction.ts";
import type { Strings } from "../../../src/strings/strings.ts";
import { echo } from "../echo.ts";
import { WORDS } from "../strings/all.ts";
import { type Content, type Html, html } from "./html.ts";
import { leaderCard } from "./leader.ts";
import { type AskLink, askLink } from "./links.ts";
import { paged } from "./paged.ts";
import { person } from "./person.ts";
import type { View } from "./view.ts";

/** An answer as it stands in its bubble: notices in the asker's language, quotes in the sources'. */
export function answerBubble(answer: Answer, ask: AskLink, view: View): Html {
  const { lang, kind } = answer;
  return html`<div class="bubble answered" lang="${lang}" dir="${STRINGS[lang].direction}" data-kind="${kind}">
<h3 class="unseen">${WORDS[lang].answer}</h3>
${contentOf(answer, ask, view)}
</div>`;
}

function contentOf(answer: Answer, ask: AskLink, view: View): Content {
  const { lang } = answer;
  const strings = STRINGS[lang];
  const said = strings.answer;
  const says = introduction(view.library.corpus, lang);
  switch (answer.kind) {
    case "quotes":
      return [
        readings(answer.readings, strings),
        paged(answer.quotes, ask, lang, view, "best first"),
        tryInstead(answer, lang, view),
      ];
    case "closest":
      return [
        html`<p class="notice">${said.closest}</p>`,
        missing(answer.missing, strings),
        readings(answer.readings, strings),
        paged(answer.quotes, ask, lang, view, "best first"),
        tryInstead(answer, lang, view),
      ];
    case "nothing": {
      const notice = ask.leader === undefined ? said.nothing : strings.leader.unknown(echo(ask.leader));
      const suggestions = answer.suggestions.length > 0 ? answer.suggestions : says.examples;
      return [
        html`<p class="notice">${notice}</p>`,
        ask.leader === undefined && missing(answer.missing, strings),
        readings(answer.readings, strings),
        tryInstead({ suggestions }, lang, view),
      ];
    }
    case "help":
      return [
        html`<p>${answer.topic === "greeting" ? says.greeting : said.help[answer.topic]}</p>`,
        answer.topic !== "thanks" && tryInstead({ suggestions: says.examples }, lang, view),
      ];
    case "refused":
      return html`<p class="notice">${answer.reason === "empty" ? said.empty : said.tooLong}</p>`;
    case "leaders":
      return [html`<p>${strings.leader.choose}</p>`, candidates(answer.leaders, lang, ask, view)];
    case "leader":
      return leaderCard(answer, ask, view);
  }
}

function missing(typed: readonly string[], strings: Strings): Content {
  return typed.length > 0 && html`<p class="missing">${strings.answer.missing(typed.map(echo))}</p>`;
}

function readings(read: readonly Correction[], strings: Strings): Content {
  return read.map(
    ({ typed, as }) => html`<p class="readings">${strings.answer.searchedFor(echo(typed), echo(as))}</p>`,
  );
}

function tryInstead(
  { suggestions }: { suggestions: readonly string[] },
  lang: Language,
  view: View,
): Content {
  if (suggestions.length === 0) return undefined;
  return [html`<p class="hint">${STRINGS[lang].answer.tryInstead}</p>`, chips(suggestions, view)];
}

/** Questions to press. */
export function chips(questions: readonly string[], view: View): Html {
  return html`<ul class="chips">${questions.map(
    (question) =>
      html`<li><a href="${askLink({ question }, view.chosen)}" data-turn-link="new" dir="auto">${question}</a></li>`,
  )}</ul>`;
}

function candidates(leaders: readonly Leader[], lang: Language, { topic }: AskLink, view: View): Html {
  return html`<ul class="people">${leaders.map(
    (leader) =>
      html`<li><a href="${askLink({ leader: leader.id, ...(topic && { topic }) }, view.chosen)}" data-turn-link="new">${person(leader, lang)}</a></li>`,
  )}</ul>`;
}
