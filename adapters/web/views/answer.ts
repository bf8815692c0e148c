import type { Language } from "../../../src/languages/codes.ts";
import type { Answer } from "../../../src/model/answer.ts";
import type { Leader } from "../../../src/model/corpus.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { introduction } from "../../../src/strings/introduction.ts";
import { unspokenSentence, unspokenSentenceLanguage } from "../../../src/strings/unspoken.ts";
import { isTold, partsAfter, partsBefore } from "../../conversation/answer-parts.ts";
import type { Part } from "../../conversation/card.ts";
import { echo } from "../echo.ts";
import { WORDS } from "../strings/all.ts";
import { type Content, type Html, html } from "./html.ts";
import { leaderCard } from "./leader.ts";
import { type AskLink, askLink } from "./links.ts";
import { paged } from "./paged.ts";
import { person } from "./person.ts";
import { work } from "./shelf.ts";
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
  if (answer.kind === "leader") return leaderCard(answer, ask, view);
  if (answer.kind === "leaders")
    return [html`<p>${strings.leader.choose}</p>`, candidates(answer.leaders, lang, ask, view)];
  const show = (parts: readonly Part[]) => parts.map((part) => told(part, view));
  if (answer.kind === "nothing" && ask.leader !== undefined)
    return [
      html`<p class="notice">${strings.leader.unknown(echo(ask.leader))}</p>`,
      html`<p>${strings.leader.choose}</p>`,
      candidates(view.library.corpus.leaders, lang, ask, view),
    ];
  if (answer.kind === "help" && answer.topic === "language")
    return [
      html`<p class="notice" lang="${unspokenSentenceLanguage(answer.unspoken)}" dir="auto">${unspokenSentence(answer.unspoken)}</p>`,
      answer.leaders.length > 0 && candidates(answer.leaders, lang, ask, view),
      works(answer.documents, view),
    ];
  const quotes = "quotes" in answer && paged(answer.quotes, ask, lang, view, "best first");
  const own = introduction(view.library.corpus, lang);
  return (
    isTold(answer) && [
      show(partsBefore(answer, strings, own)),
      quotes,
      show(partsAfter(answer, strings, own)),
    ]
  );
}

/** A part that stands over or under quotes. */
function told(part: Part, view: View): Content {
  switch (part.kind) {
    case "notice":
      return html`<p class="${part.aside ? "aside" : "notice"}">${part.text}</p>`;
    case "examples":
      return [html`<p class="hint">${part.label}</p>`, chips(part.questions, view)];
    default:
      return undefined;
  }
}

/** Questions to press. */
export function chips(questions: readonly string[], view: View): Html {
  return html`<ul class="chips">${questions.map(
    (question) =>
      html`<li><a href="${askLink({ question }, view)}" data-turn-link="new" dir="auto">${question}</a></li>`,
  )}</ul>`;
}

/** Links to sources by their ids, of which a reload may have taken some away. */
function works(ids: readonly string[], view: View): Content {
  const documents = ids.flatMap((id) => view.library.corpus.documents.find((one) => one.id === id) ?? []);
  if (documents.length === 0) return undefined;
  return [
    html`<p class="hint">${view.strings.sources.title}</p>`,
    html`<ul class="works">${documents.map((document) => html`<li>${work(document, view)}</li>`)}</ul>`,
  ];
}

function candidates(leaders: readonly Leader[], lang: Language, { topic }: AskLink, view: View): Html {
  return html`<ul class="people">${leaders.map(
    (leader) =>
      html`<li><a href="${askLink({ leader: leader.id, ...(topic && { topic }) }, view)}" data-turn-link="new">${person(leader, lang)}</a></li>`,
  )}</ul>`;
}
