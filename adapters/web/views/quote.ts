import type { Language, Passage, Quote } from "../../../src/model.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import type { Strings } from "../../../src/strings/strings.ts";
import { WORDS } from "../strings/all.ts";
import { type Content, type Html, html } from "./html.ts";
import { sourceLink } from "./links.ts";
import { marked } from "./marked.ts";
import { type View, workOf } from "./view.ts";

export function quoteList(quotes: readonly Quote[], lang: Language, view: View): Html {
  return html`<div class="quotes">${quotes.map((quote) => quoteFigure(quote, lang, view))}</div>`;
}

/** A quote with its citation, which opens the article at the very words, and the paragraphs around it. */
function quoteFigure(quote: Quote, lang: Language, view: View): Content {
  const { library } = view;
  const strings = STRINGS[lang];
  const document = library.document(quote.doc);
  const passage = library.passage(quote.doc, quote.paragraph);
  if (document === undefined || passage === undefined || !library.isVerbatim(quote)) {
    view.unquotable();
    return html`<p class="notice">${strings.notice.cannotQuote}</p>`;
  }
  const cut = `${quote.start > passage.start ? " cut-start" : ""}${quote.end < passage.end ? " cut-end" : ""}`;
  const words = quote.best[0] < quote.best[1] ? quote.best : ([quote.start, quote.end] as const);
  const link = sourceLink({ doc: quote.doc, paragraph: quote.paragraph, words }, view.chosen);
  const { citation } = strings;
  const facts = [
    document.title.how === "unknown" && citation.noHeadline,
    document.publisher.how !== "unknown" && citation.publisher(document.publisher),
    document.date.how !== "unknown" && citation.date(document.date),
    citation.paragraph(quote.paragraph),
  ].filter((fact) => fact !== false);
  return html`<figure class="quote">
<blockquote lang="${document.lang}" dir="auto" class="verbatim${cut}">${marked(quote, quote.highlights, quote.best)}</blockquote>
<figcaption><a class="cite" href="${link}" title="${WORDS[lang].openSource}"><bdi class="work" lang="${document.lang}">${workOf(document)}</bdi> <span class="facts">${facts.map((fact) => html`<bdi>${fact}</bdi>`)}</span></a></figcaption>
${context(passage, document.lang, strings, view)}
</figure>`;
}

/** The paragraphs before and after, folded away: nothing has to be asked of the server, nor any script run, to see them. */
function context(passage: Passage, textLang: Language, strings: Strings, { library }: View): Content {
  const neighbours = [-1, 1]
    .map((step) => library.passage(passage.doc, passage.paragraph + step))
    .filter((neighbour) => neighbour !== undefined);
  if (neighbours.length === 0) return undefined;
  return html`<details class="context">
<summary>${strings.button.around}</summary>
${neighbours.map(
  ({ paragraph, text }) =>
    html`<p><small>${strings.citation.paragraph(paragraph)}</small> <span class="verbatim" lang="${textLang}" dir="auto">${text}</span></p>\n`,
)}</details>`;
}
