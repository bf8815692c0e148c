import { safeEnd } from "../../src/analysis/truncate.ts";
import type { Language } from "../../src/languages/codes.ts";
import type { Quote, QuoteTranslation } from "../../src/model/answer.ts";
import type { Document, Span } from "../../src/model/corpus.ts";

import type { Strings } from "../../src/strings/strings.ts";

/** An editor's translation as it is shown: labelled, beside a quote and never in it. */
export interface ShownTranslation {
  readonly lang: Language;
  readonly label: string;
  /** Exactly what stands from `start` to `end` in the translation of the paragraph. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  readonly doc: string;
  /** Number of the passage in its document, 0-based, as in `Corpus.translations`. */
  readonly line: number;
}

/** Where a passage's translation stands. */
export type TranslatedPlace = Pick<ShownTranslation, "doc" | "line">;

/** UTF-16 units. A sentence is shorter, and so are the paragraphs of news; a message has room for this beside its quote. */
const MAX_TRANSLATION_LENGTH = 1_000;

/** The part that renders the sentence that answers, as far as there is room for it. */
export function translationOfBest(
  place: TranslatedPlace,
  translation: QuoteTranslation,
  strings: Strings,
): ShownTranslation {
  const [start, end] = translation.best;
  return stretch(
    place,
    translation,
    [start, Math.min(end, safeEnd(translation.text, start, start + MAX_TRANSLATION_LENGTH))],
    strings,
  );
}

/** All of it, page by page: at least one page of at most `width` units. */
export function wholeTranslation(
  place: TranslatedPlace,
  translation: QuoteTranslation,
  width: number,
  strings: Strings,
): readonly ShownTranslation[] {
  const pages: ShownTranslation[] = [];
  for (let start = 0; start < translation.text.length || pages.length === 0; ) {
    const end = safeEnd(translation.text, start, start + width);
    pages.push(stretch(place, translation, [start, end], strings));
    const rest = translation.text.slice(end);
    start = end + rest.length - rest.trimStart().length;
  }
  return pages;
}

function stretch(
  { doc, line }: TranslatedPlace,
  { lang, text }: QuoteTranslation,
  [start, end]: Span,
  strings: Strings,
): ShownTranslation {
  return {
    lang,
    label: strings.translation.label,
    text: text.slice(start, end),
    start,
    end,
    cutBefore: start > 0,
    cutAfter: end < text.length,
    doc,
    line,
  };
}

/** UTF-16 units of an address; servers and Telegram refuse longer ones. */
const MAX_ADDRESS_LENGTH = 1_900;

/**
 * The sentence that answers, in a translation service: `template` has {text}, and may have {from} and {to}. Of a sentence that is too long
 * for an address, as many words as fit. Nothing of the question goes there.
 */
export function translatorLink(
  template: string,
  document: Document,
  { best }: Pick<Quote, "best">,
  to: Language,
): string {
  const address = (text: string) =>
    template
      .replaceAll("{from}", document.lang)
      .replaceAll("{to}", to)
      .replaceAll("{text}", encodeText(text));
  let text = document.text.slice(...best);
  for (let link = address(text); ; link = address(text)) {
    if (link.length <= MAX_ADDRESS_LENGTH || text.length <= 1) return link;
    const share = MAX_ADDRESS_LENGTH / link.length;
    text = text.slice(
      0,
      Math.max(1, Math.min(text.length - 1, safeEnd(text, 0, Math.floor(text.length * share)))),
    );
  }
}

/** Brackets would end a link in markdown; half a surrogate pair has no encoding. */
function encodeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
