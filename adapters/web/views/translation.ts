import type { Language } from "../../../src/languages/codes.ts";
import type { Quote } from "../../../src/model/answer.ts";
import type { Document, Passage } from "../../../src/model/corpus.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { translatorLink } from "../../conversation/shown-translation.ts";
import { type Content, html } from "./html.ts";
import type { View } from "./view.ts";

/**
 * Under a quote, for a reader of another language: an editor's translation of what answers, with the whole paragraph folded away; or,
 * where no editor has made one, a link to a translation service. Labelled, and never inside the quote.
 */
export function translationOf(
  quote: Pick<Quote, "doc" | "best">,
  document: Document,
  lang: Language,
  view: View,
): Content {
  const { library, translatorUrl } = view;
  const { translation: labels } = STRINGS[lang];
  const translation = library.translation(quote, lang);
  if (translation === undefined) {
    if (translatorUrl === undefined || document.lang === lang) return undefined;
    const link = translatorLink(translatorUrl, document, quote, lang);
    // The page's address contains the question, which no other site should learn
    return html`<p class="elsewhere"><a href="${link}" target="_blank" rel="external nofollow noreferrer">${labels.elsewhere}</a></p>`;
  }
  const { text, best } = translation;
  const [from, to] = best;
  const isPart = from > 0 || to < text.length;
  return html`<div class="translation" lang="${lang}" dir="${STRINGS[lang].direction}">
<p class="by">${labels.label}</p>
<p class="rendering">${text.slice(from, to)}</p>
${
  isPart &&
  html`<details class="context"><summary>${labels.whole}</summary>
<p>${text.slice(0, from)}<mark>${text.slice(from, to)}</mark>${text.slice(to)}</p></details>`
}</div>`;
}

/** Under a paragraph of the source reader, folded away: an editor's translation of it. */
export function translationUnder(passage: Passage, { library, lang }: View): Content {
  const { start, end, doc } = passage;
  const translation = library.translation({ doc, best: [start, end] }, lang);
  if (translation === undefined) return undefined;
  return html`<details class="context translation" lang="${lang}" dir="${STRINGS[lang].direction}"><summary>${STRINGS[lang].translation.label}</summary>
<p>${translation.text}</p></details>`;
}
