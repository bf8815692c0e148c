import type { Span } from "../../src/model.ts";
import { type Content, html } from "./html.ts";

/** A piece of a document: `text` is exactly what stands there from `start` on. */
export interface Excerpt {
  readonly text: string;
  readonly start: number;
}

/**
 * An excerpt with the sentence that answers set apart and the matched words marked. Spans are in the document's offsets; whatever
 * of them lies outside the excerpt is left out, so no span can add or lose a character of the text.
 */
export function marked(excerpt: Excerpt, highlights: readonly Span[], best?: Span): Content {
  const end = excerpt.start + excerpt.text.length;
  const [from, to] = best === undefined ? [excerpt.start, excerpt.start] : clip(best, excerpt.start, end);
  if (from >= to) return highlighted(excerpt, highlights, excerpt.start, end);
  return [
    highlighted(excerpt, highlights, excerpt.start, from),
    html`<strong class="best">${highlighted(excerpt, highlights, from, to)}</strong>`,
    highlighted(excerpt, highlights, to, end),
  ];
}

function highlighted(excerpt: Excerpt, highlights: readonly Span[], from: number, to: number): Content[] {
  const slice = (start: number, end: number) =>
    excerpt.text.slice(start - excerpt.start, end - excerpt.start);
  const content: Content[] = [];
  let at = from;
  for (const highlight of highlights.toSorted((a, b) => a[0] - b[0])) {
    const [start, end] = clip(highlight, at, to);
    if (start >= end) continue;
    content.push(slice(at, start), html`<mark>${slice(start, end)}</mark>`);
    at = end;
  }
  content.push(slice(at, to));
  return content;
}

function clip([start, end]: Span, from: number, to: number): [number, number] {
  return [Math.min(Math.max(start, from), to), Math.min(Math.max(end, from), to)];
}
