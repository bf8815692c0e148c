/** The last look at a message before it goes: every quote in it is the document, character for character. */
import type { APIContainerComponent } from "discord.js";
import type { Corpus } from "../../src/model/corpus.ts";
import type { Card } from "../conversation/card.ts";
import { isExactQuote, isExactTranslation } from "../conversation/verbatim.ts";
import { shownText } from "./escape.ts";

export interface Inexact {
  readonly doc: string;
  readonly passage: number;
}

/** The quotes that would not be shown exactly; empty unless there is a bug in this adapter. */
export function inexactQuotes(
  card: Card,
  message: readonly APIContainerComponent[],
  corpus: Corpus,
): readonly Inexact[] {
  const shown = textOf(message).map(shownText);
  return card.parts.flatMap((part) => {
    if (part.kind === "translation") {
      const { doc, line, text } = part.translation;
      const passage = corpus.documents.find(({ id }) => id === doc)?.passages[line]?.index ?? -1;
      const exact = isExactTranslation(part.translation, corpus);
      return exact && shown.some((one) => one.includes(text)) ? [] : [{ doc, passage }];
    }
    if (part.kind !== "quote") return [];
    const { doc, passage, excerpt } = part.quote;
    const exact = isExactQuote(part.quote, corpus);
    return exact && shown.some((text) => text.includes(excerpt.text)) ? [] : [{ doc, passage }];
  });
}

/** The texts of a message, as it is sent or as Discord returns it. */
function textOf(components: readonly unknown[]): string[] {
  return components.flatMap((component) => {
    const { content, components: inner } = component as {
      content?: unknown;
      components?: readonly unknown[];
    };
    return [...(typeof content === "string" ? [content] : []), ...textOf(inner ?? [])];
  });
}
