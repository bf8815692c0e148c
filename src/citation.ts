import type { Document, Passage } from "./model/corpus.ts";
import type { Strings } from "./strings/strings.ts";
import { isolate } from "./strings/strings.ts";

/** Where a quote comes from, in the asker's language. */
export interface Citation {
  /** The headline, or the opening words marked as such. */
  readonly title: string;
  /** The same in the asker's language, where that is another and somebody has translated it. */
  readonly translatedTitle?: string;
  /** In the asker's language where somebody has translated it, then the original's in brackets. */
  readonly publisher: string;
  readonly date: string;
  readonly paragraph: string;
  /** All of it in one line, each part in its own direction. */
  readonly line: string;
}

export function titleOf(document: Document, strings: Strings): string {
  return document.title.how === "unknown"
    ? strings.citation.untitled(document.opening)
    : document.title.value;
}

export function translatedTitleOf({ translated }: Document, strings: Strings): string | undefined {
  const { title, opening } = translated?.[strings.language] ?? {};
  return title ?? (opening === undefined ? undefined : `“${opening}…”`);
}

export function publisherOf({ publisher, translated }: Document, strings: Strings): string {
  const own = strings.citation.publisher(publisher);
  const other = translated?.[strings.language]?.publisher;
  return other === undefined || other === publisher.value ? own : `${isolate(other)} (${isolate(own)})`;
}

export function citationOf(document: Document, passage: Passage, strings: Strings): Citation {
  const title = titleOf(document, strings);
  const translatedTitle = translatedTitleOf(document, strings);
  const publisher = publisherOf(document, strings);
  const date = strings.citation.date(document.date);
  const paragraph = strings.citation.paragraph(passage.paragraph);
  const parts = [title, translatedTitle, publisher, date, paragraph].filter((part) => part !== undefined);
  return {
    title,
    ...(translatedTitle === undefined ? {} : { translatedTitle }),
    publisher,
    date,
    paragraph,
    line: parts.map(isolate).join(" · "),
  };
}
