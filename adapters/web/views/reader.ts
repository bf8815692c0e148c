import { publisherOf } from "../../../src/citation.ts";
import type { Document, Passage, Span } from "../../../src/model/corpus.ts";
import { anchorOf } from "../../../src/passages.ts";
import { shortened } from "./describe.ts";
import { inARow } from "./facts.ts";
import { type Html, html } from "./html.ts";
import { askLink, sourceLink, sourcesLink } from "./links.ts";
import { marked } from "./marked.ts";
import { page } from "./page.ts";
import { person } from "./person.ts";
import { translatedWork } from "./translated-work.ts";
import { translationUnder } from "./translation.ts";
import { numberIn, type View, workOf } from "./view.ts";

/** The list of the sources. */
export function sourcesPage(view: View): string {
  const { library, words, strings, lang } = view;
  const main = html`<h1>${strings.sources.title}</h1>
<p class="intro">${words.sourcesLead}</p>
<ol class="library">${library.corpus.documents.map(
    (document) => html`<li><article>
<h2><a href="${sourceLink({ doc: document.id }, view)}"><bdi class="verbatim" lang="${document.lang}">${workOf(document)}</bdi></a>${translatedWork(document, lang)}</h2>
${facts(document, view)}
</article></li>`,
  )}</ol>`;
  return page(view, {
    title: `${strings.sources.title} · ${words.name}`,
    kind: "reader",
    main: html`<div class="sheet" lang="${lang}">${main}</div>`,
    address: sourcesLink,
  });
}

/** What `?h=` points to: words inside one paragraph, nothing, or something that does not fit the document. */
export type Mark = { readonly passage: Passage; readonly words: Span } | "none" | "unfit";

/** Digits; nine of them are more than any document has characters. */
const RANGE = /^(\d{1,9})-(\d{1,9})$/;

export function markOf(h: string | undefined, document: Document, view: Pick<View, "library">): Mark {
  if (h === undefined || h === "") return "none";
  const [, start, end] = RANGE.exec(h) ?? [];
  if (start === undefined || end === undefined) return "unfit";
  const words: Span = [Number(start), Number(end)];
  const passage = view.library.passageAround(document, words);
  return passage === undefined ? "unfit" : { passage, words };
}

/** A whole article, its paragraphs numbered, with the cited words marked. */
export function documentPage(view: View, document: Document, mark: Mark): string {
  const { library, words, strings, lang } = view;
  const people = library.peopleIn(document);
  const cited = typeof mark === "string" ? undefined : mark;
  const translated = translatedWork(document, lang);
  const main = html`<article class="sheet">
<p class="back"><a href="${sourcesLink(view)}">${words.allSources}</a></p>
<h1 class="verbatim"><bdi lang="${document.lang}">${workOf(document)}</bdi></h1>
${translated !== undefined && translated !== false && html`<p class="how">${translated}</p>`}
${document.title.how === "unknown" && html`<p class="how">${words.opening}</p>`}
${facts(document, view)}
${
  people.length > 0 &&
  html`<h2 class="unseen">${words.mentioned}</h2>
<ul class="people">${people.map(
    (leader) => html`<li><a href="${askLink({ leader: leader.id }, view)}">${person(leader, lang)}</a></li>`,
  )}</ul>`
}
${mark === "unfit" && html`<p class="notice" role="status">${words.badMark}</p>`}
${cited !== undefined && html`<p class="jump"><a href="#${anchorOf(document, cited.passage)}">${words.cited}: ${strings.citation.paragraph(cited.passage.paragraph)}</a></p>`}
<p class="address">${view.root}${sourceLink({ doc: document.id }, view)}</p>
<ol class="text">${document.passages.map((passage) => paragraph(passage, cited, document, view))}</ol>
</article>`;
  return page(view, {
    title: `${workOf(document)} · ${words.name}`,
    kind: "reader",
    main,
    address: (here) => sourceLink({ doc: document.id, ...(cited && { words: cited.words }) }, here),
    description: shortened(
      cited
        ? document.text.slice(...cited.words)
        : ((document.passages.find(({ kind }) => kind === "body") ?? document.passages[0])?.text ?? ""),
    ),
    isArticle: true,
  });
}

/** One line; each unknown fact says so ("no date stated"). */
function facts(document: Document, { strings }: View): Html {
  const { title, date, passages } = document;
  const { citation, sources } = strings;
  const all = [
    title.how === "unknown" && citation.noHeadline,
    publisherOf(document, strings),
    citation.date(date),
    sources.passages(passages.length),
  ];
  return html`<p class="facts">${inARow(all.filter((fact) => fact !== false))}</p>`;
}

function paragraph(
  passage: Passage,
  cited: Exclude<Mark, string> | undefined,
  document: Document,
  view: View,
): Html {
  const { strings } = view;
  const { lang } = document;
  const anchor = anchorOf(document, passage);
  const number = numberIn(view.lang, passage.paragraph);
  const isCited = cited?.passage === passage;
  const text = isCited ? marked(passage, { passage: cited.words }) : passage.text;
  const label = strings.citation.paragraph(passage.paragraph);
  // The item takes its direction from the text, so that the number stands where the line begins.
  const body =
    passage.kind === "subheading"
      ? html`<h2 class="verbatim" lang="${lang}">${text}</h2>`
      : html`<p class="verbatim" lang="${lang}">${text}</p>`;
  return html`<li id="${anchor}" dir="auto" class="${passage.kind}${isCited ? " cited" : ""}"><a class="number" href="#${anchor}" aria-label="${label}">${number}</a>${body}${translationUnder(passage, view)}</li>\n`;
}
