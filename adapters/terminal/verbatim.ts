import type { Corpus } from "../../src/model.ts";
import { STRINGS } from "../../src/strings/all.ts";
import type { Card, Part } from "../conversation/card.ts";
import { withExactTranslations } from "../conversation/exact-translation.ts";

/** The card as it may be printed: in place of a quote that is not the source's exact words, the word that there is none. */
export function withVerbatimQuotesOnly(card: Card, corpus: Corpus): Card {
  const notice: Part = { kind: "notice", text: STRINGS[card.lang].notice.cannotQuote };
  const parts = withExactTranslations(card, corpus).parts.map((part) => {
    if (part.kind !== "quote") return part;
    const { doc, excerpt } = part.quote;
    const source = corpus.documents.find((d) => d.id === doc)?.text;
    return source?.slice(excerpt.start, excerpt.end) === excerpt.text ? part : notice;
  });
  return { ...card, parts };
}
