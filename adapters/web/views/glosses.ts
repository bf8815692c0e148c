import type { Language } from "../../../src/languages/codes.ts";
import type { Quote } from "../../../src/model/answer.ts";
import type { Document } from "../../../src/model/corpus.ts";
import { WORDS } from "../strings/all.ts";
import { type Content, html } from "./html.ts";
import type { View } from "./view.ts";

/** What a marked word means, shown when it is pointed at. */
export type GlossOf = (text: string) => string | undefined;

export function glossesIn(document: Document, lang: Language, { library }: View): GlossOf {
  const { glossary } = library.corpus;
  if (glossary === undefined || document.lang === lang) return () => undefined;
  return (text) => glossary.gloss(text, document.lang, lang);
}

/**
 * The same for screen readers: they do not read out a title on a word in running text, and nothing may be inserted into a quote, so the
 * list follows it.
 */
export function glossList(quote: Quote, document: Document, lang: Language, glossOf: GlossOf): Content {
  const glosses = new Map<string, string>();
  for (const [start, end] of quote.highlights) {
    const word = document.text.slice(start, end);
    const gloss = glossOf(word);
    if (gloss !== undefined) glosses.set(word, gloss);
  }
  if (glosses.size === 0) return undefined;
  return html`<dl class="unseen glosses" aria-label="${WORDS[lang].glosses}">${[...glosses].map(
    ([word, gloss]) => html`<dt lang="${document.lang}">${word}</dt><dd lang="${lang}">${gloss}</dd>`,
  )}</dl>`;
}
