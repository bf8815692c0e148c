import type { Document } from "../../../src/model/corpus.ts";
import { inARow } from "./facts.ts";
import { type Html, html } from "./html.ts";
import { askLink, sourceLink } from "./links.ts";
import { person } from "./person.ts";
import { type View, workOf } from "./view.ts";

/** What can be asked about: the people and the sources. Beside the conversation where there is room, below it on a phone. */
export function shelf(view: View): Html {
  const { library, words, strings, lang } = view;
  const { documents, leaders } = library.corpus;
  return html`<aside class="shelf" aria-label="${words.shelf}">
${
  leaders.length > 0 &&
  html`<section><h2>${words.people}</h2>
<ul class="people">${leaders.map(
    (leader) =>
      html`<li><a href="${askLink({ leader: leader.id }, view)}" data-turn-link="new">${person(leader, lang)}</a></li>`,
  )}</ul></section>`
}
<section><h2>${strings.sources.title}</h2>
<ol class="works">${documents.map((document) => html`<li>${work(document, view)}</li>`)}</ol></section>
</aside>`;
}

export function work(document: Document, view: View): Html {
  const { citation } = view.strings;
  const facts = [
    document.title.how === "unknown" && citation.noHeadline,
    citation.date(document.date),
  ].filter((fact) => fact !== false);
  return html`<a href="${sourceLink({ doc: document.id }, view)}"><span class="title"><bdi class="work" lang="${document.lang}">${workOf(document)}</bdi></span> <small>${inARow(facts)}</small></a>`;
}
