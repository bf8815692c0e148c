import type { Language, Passage, Quote } from "../../src/model.ts";
import { type Content, type Html, html } from "./html.ts";
import { sourceLink } from "./links.ts";
import { marked } from "./marked.ts";
import { dateIn, knownText, numberIn, type View } from "./view.ts";
import { wordsIn } from "./words/words.ts";

/** A quote with its citation, which opens the article at the very words, and the paragraphs around it. */
export function quoteFigure(quote: Quote, lang: Language, view: View): Content {
  const { library } = view;
  const document = library.document(quote.doc);
  const passage = library.passage(quote.doc, quote.paragraph);
  if (document === undefined || passage === undefined || !library.isVerbatim(quote)) return undefined;
  const words = wordsIn(lang);
  const cut = `${quote.start > passage.start ? " cut-start" : ""}${quote.end < passage.end ? " cut-end" : ""}`;
  const place = {
    doc: quote.doc,
    paragraph: quote.paragraph,
    words: quote.best[0] < quote.best[1] ? quote.best : ([quote.start, quote.end] as const),
  };
  const facts = [
    document.publisher.how === "unknown" ? undefined : knownText(document.publisher, words),
    document.date.how === "unknown" ? undefined : knownText(document.date, words, (iso) => dateIn(lang, iso)),
    words.paragraph(numberIn(lang, quote.paragraph)),
  ].filter((fact) => fact !== undefined);
  return html`<figure class="quote">
<blockquote lang="ar" dir="auto" class="verbatim${cut}">${marked(quote, quote.highlights, quote.best)}</blockquote>
<figcaption><a class="cite" href="${sourceLink(place, view.chosen)}" title="${words.openSource}"><bdi class="work" lang="ar">${document.title.value ?? `${document.opening}…`}</bdi> <span class="facts">${facts.map((fact) => html`<bdi>${fact}</bdi>`)}</span></a></figcaption>
${context(passage, lang, view)}
</figure>`;
}

/** The paragraphs before and after, folded away: nothing has to be asked of the server, nor any script run, to see them. */
function context(passage: Passage, lang: Language, { library }: View): Content {
  const neighbours = [-1, 1].map((step) => library.passage(passage.doc, passage.paragraph + step));
  if (neighbours.every((neighbour) => neighbour === undefined)) return undefined;
  const words = wordsIn(lang);
  return html`<details class="context">
<summary>${words.context}</summary>
${neighbours.map(
  (neighbour) =>
    neighbour &&
    html`<p><small>${words.paragraph(numberIn(lang, neighbour.paragraph))}</small> <span class="verbatim" lang="ar" dir="auto">${neighbour.text}</span></p>\n`,
)}</details>`;
}

export function quoteList(quotes: readonly Quote[], lang: Language, view: View): Html {
  return html`<div class="quotes">${quotes.map((quote) => quoteFigure(quote, lang, view))}</div>`;
}
