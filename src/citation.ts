import type { Document, Passage } from "./model.ts";
import type { Strings } from "./strings/strings.ts";
import { isolate } from "./strings/strings.ts";

/** Where a quote comes from, in the asker's language. */
export interface Citation {
  /** The headline, or the opening words marked as such. */
  readonly title: string;
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

export function citationOf(document: Document, passage: Passage, strings: Strings): Citation {
  const title = titleOf(document, strings);
  const publisher = strings.citation.publisher(document.publisher);
  const date = strings.citation.date(document.date);
  const paragraph = strings.citation.paragraph(passage.paragraph);
  return {
    title,
    publisher,
    date,
    paragraph,
    line: [title, publisher, date, paragraph].map(isolate).join(" · "),
  };
}
