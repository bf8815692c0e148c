import type { Quote } from "../../src/model/answer.ts";
import type { Document, Passage } from "../../src/model/corpus.ts";
import { anchorOf } from "../../src/passages.ts";

/** The source reader's address of a document. */
export function linkToSource(publicUrl: string, doc: string): string {
  return `${publicUrl}/sources/${encodeURIComponent(doc)}`;
}

/** The source reader's address of a passage, with the words that answer marked. */
export function linkTo(publicUrl: string, document: Document, passage: Passage, { best }: Quote): string {
  const marked = best[0] === passage.start && best[1] === passage.end ? "" : `?h=${best[0]}-${best[1]}`;
  return `${linkToSource(publicUrl, passage.doc)}${marked}#${anchorOf(document, passage)}`;
}
