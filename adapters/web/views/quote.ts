import { citationOf, publisherOf } from "../../../src/citation.ts";
import type { Language } from "../../../src/languages/codes.ts";
import type { Quote } from "../../../src/model/answer.ts";
import type { Document, Passage, Span } from "../../../src/model/corpus.ts";
import { anchorOf, neighboursOf } from "../../../src/passages.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import type { Strings } from "../../../src/strings/strings.ts";
import { WORDS } from "../strings/all.ts";
import { inARow } from "./facts.ts";
import { glossesIn, glossList } from "./glosses.ts";
import { type Content, type Html, html } from "./html.ts";
import { sourceLink } from "./links.ts";
import { marked } from "./marked.ts";
import { translatedWork } from "./translated-work.ts";
import { translationOf } from "./translation.ts";
import { type View, workOf } from "./view.ts";

/** Quotes with a full citation each, however many of them are from one document. */
export function quoteList(quotes: readonly Quote[], lang: Language, view: View): Html {
  return html`<div class="quotes">${quotes.map((quote) => quoteFigure(quote, lang, view, "full"))}</div>`;
}

/** Quotes in the order of the corpus, those of one document under its title: each then says only where in it it stands. */
export function quotesByDocument(quotes: readonly Quote[], lang: Language, view: View): Html {
  const groups: Quote[][] = [];
  for (const quote of quotes) {
    const group = groups.at(-1);
    if (group?.[0]?.doc === quote.doc) group.push(quote);
    else groups.push([quote]);
  }
  return html`<div class="quotes">${groups.map((group) => {
    const document = view.library.document((group[0] as Quote).doc);
    return html`<section class="from">
${document !== undefined && heading(document, lang, view)}
${group.map((quote) => quoteFigure(quote, lang, view, "place"))}
</section>`;
  })}</div>`;
}

function heading(document: Document, lang: Language, view: View): Html {
  const { citation } = STRINGS[lang];
  const facts = [publisherOf(document, STRINGS[lang]), citation.date(document.date)];
  return html`<h4><a href="${sourceLink({ doc: document.id }, view)}"><bdi class="work" lang="${document.lang}">${workOf(document)}</bdi></a>${translatedWork(document, lang)}</h4>
<p class="facts">${inARow(facts)}</p>`;
}

/** A quote, what to do with it, the citation, which opens the document at the very words, and the paragraphs around it. */
function quoteFigure(quote: Quote, lang: Language, view: View, cited: "full" | "place"): Content {
  const { library } = view;
  const strings = STRINGS[lang];
  const document = library.document(quote.doc);
  const passage = document && library.passageAround(document, [quote.start, quote.end]);
  if (document === undefined || passage === undefined || !library.isVerbatim(quote)) {
    view.unquotable();
    return html`<p class="notice">${strings.notice.cannotQuote}</p>`;
  }
  const cut = `${quote.start > passage.start ? " cut-start" : ""}${quote.end < passage.end ? " cut-end" : ""}`;
  const words = quote.best[0] < quote.best[1] ? quote.best : ([quote.start, quote.end] as const);
  const link = sourceLink({ doc: quote.doc, anchor: anchorOf(document, passage), words }, view);
  const citation = citationOf(document, passage, strings);
  const own = document.lang;
  const glossOf = glossesIn(document, lang, view);
  const text = marked(quote, { passage: answering(quote), words: quote.highlights, glossOf });
  return html`<figure class="quote">
<blockquote lang="${own}" dir="auto" class="verbatim${cut}">${text}</blockquote>
${glossList(quote, document, lang, glossOf)}${translationOf(quote, document, lang, view)}
<figcaption>${cited === "full" ? citeLink(link, document, passage, lang) : html`<a class="cite" href="${link}" title="${WORDS[lang].openSource}"><span class="facts">${inARow([citation.paragraph])}</span></a>`}
<button type="button" class="tool scripted" data-copy="quote" data-citation="${citation.line}">${strings.button.copy}</button></figcaption>
${context(document, passage, strings)}
</figure>`;
}

/** The full citation of a quote, leading to its words: the document's title, its facts under it. */
export function citeLink(link: string, document: Document, passage: Passage, lang: Language): Html {
  const strings = STRINGS[lang];
  const { publisher, date, paragraph } = citationOf(document, passage, strings);
  return html`<a class="cite" href="${link}" title="${WORDS[lang].openSource}">${title(document, strings, document.lang)}<span class="facts">${inARow([publisher, date, paragraph])}</span></a>`;
}

/** A whole paragraph shown without a question has no answering sentence. */
function answering({ best, start, end, highlights }: Quote): Span | undefined {
  return highlights.length === 0 && best[0] === start && best[1] === end ? undefined : best;
}

function title(document: Document, { citation, language }: Strings, lang: Language): Html {
  return html`<span class="title"><bdi class="work" lang="${lang}">${workOf(document)}</bdi>${document.title.how === "unknown" && html` <span class="facts"><bdi>(${citation.noHeadline})</bdi></span>`}${translatedWork(document, language)}</span> `;
}

/** The paragraphs before and after, folded away: nothing has to be asked of the server, nor any script run, to see them. */
function context(document: Document, passage: Passage, strings: Strings): Content {
  const neighbours = neighboursOf(document, passage);
  if (neighbours.length === 0) return undefined;
  return html`<details class="context">
<summary>${strings.button.around}</summary>
${neighbours.map(
  ({ paragraph, text }) =>
    html`<p><small>${strings.citation.paragraph(paragraph)}</small> <span class="verbatim" lang="${document.lang}" dir="auto">${text}</span></p>\n`,
)}</details>`;
}
