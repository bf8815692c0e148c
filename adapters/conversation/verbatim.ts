import type { Corpus } from "../../src/model/corpus.ts";
import { isVerbatim } from "../../src/quote.ts";
import { STRINGS } from "../../src/strings/all.ts";
import type { Card, Part, ShownQuote } from "./card.ts";
import type { ShownTranslation } from "./shown-translation.ts";

/** Whether it is what stands at its place in the document. */
export function isExactQuote({ doc, excerpt }: ShownQuote, { documents }: Corpus): boolean {
  return isVerbatim(
    documents.find(({ id }) => id === doc),
    excerpt,
  );
}

/** The card with a notice in place of each quote that is not exactly the document's words. */
export function withExactQuotes(card: Card, corpus: Corpus): Card {
  const notice: Part = { kind: "notice", text: STRINGS[card.lang].notice.cannotQuote };
  const parts = withExactTranslations(card, corpus).parts.map((part) =>
    part.kind === "quote" && !isExactQuote(part.quote, corpus) ? notice : part,
  );
  return { ...card, parts };
}

/** Whether it is what stands at its place in the translation's own file. */
export function isExactTranslation(shown: ShownTranslation, { translations }: Corpus): boolean {
  const { lang, doc, line, start, end, text } = shown;
  return text !== "" && translations.get(lang)?.get(doc)?.[line]?.slice(start, end) === text;
}

/** The card without translations that differ from their file: better none than one that nobody wrote. */
export function withExactTranslations(card: Card, corpus: Corpus): Card {
  return withTranslations(card, (shown) => isExactTranslation(shown, corpus));
}

/** The card with its quotes alone, where a message has no room for more. */
export function withoutTranslations(card: Card): Card {
  return withTranslations(card, () => false);
}

/** Every translation on a card. */
export function translationsOf(card: Card): readonly ShownTranslation[] {
  return card.parts.flatMap((part) => {
    if (part.kind === "translation") return [part.translation];
    return part.kind === "quote" && part.quote.translation ? [part.quote.translation] : [];
  });
}

function withTranslations(card: Card, keep: (shown: ShownTranslation) => boolean): Card {
  const parts = card.parts.flatMap((part): Part[] => {
    if (part.kind === "translation") return keep(part.translation) ? [part] : [];
    if (part.kind !== "quote" || !part.quote.translation || keep(part.quote.translation)) return [part];
    const { translation: _dropped, ...quote } = part.quote;
    return [{ kind: part.kind, quote }];
  });
  return { ...card, parts };
}
