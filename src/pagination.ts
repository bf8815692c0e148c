import { safeEnd } from "./analysis/truncate.ts";
import type { Document, Passage, Span } from "./model/corpus.ts";

/**
 * A passage as pages of at most `width` UTF-16 units: whole sentences where they fit, cut between words where one does not, never
 * inside a grapheme. Together the pages are the passage, less the white space between them. At least one page.
 */
export function pagesOf(document: Document, passage: Passage, width: number): Span[] {
  const limit = Math.max(1, Math.floor(width));
  if (passage.end - passage.start <= limit) return [[passage.start, passage.end]];
  const pages: Span[] = [];
  let start = passage.start;
  while (start < passage.end) {
    let end = passage.end;
    if (end - start > limit) {
      const sentence = passage.sentences.findLast(([, to]) => to > start && to - start <= limit);
      end = sentence ? sentence[1] : safeEnd(document.text, start, start + limit);
    }
    pages.push([start, end]);
    start = end;
    while (start < passage.end && /\s/u.test(document.text[start] as string)) start += 1;
  }
  return pages;
}

/** Items in order, packed into pages of at most `limit` by their size; an item larger than that has a page to itself. */
export function pack<T>(items: readonly T[], size: (item: T) => number, limit: number): T[][] {
  const pages: T[][] = [];
  let room = 0;
  for (const item of items) {
    const needed = size(item);
    if (pages.length === 0 || needed > room) {
      pages.push([]);
      room = limit;
    }
    (pages.at(-1) as T[]).push(item);
    room -= needed;
  }
  return pages;
}
