import type { Span } from "../../../src/model.ts";
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
  const words = highlights.map((highlight) => whole(highlight, excerpt)).toSorted((a, b) => a[0] - b[0]);
  const [from, to] =
    best === undefined ? [excerpt.start, excerpt.start] : clip(whole(best, excerpt), excerpt.start, end);
  if (from >= to) return highlighted(excerpt, words, excerpt.start, end);
  return [
    highlighted(excerpt, words, excerpt.start, from),
    html`<strong class="best">${highlighted(excerpt, words, from, to)}</strong>`,
    highlighted(excerpt, words, to, end),
  ];
}

function highlighted(excerpt: Excerpt, highlights: readonly Span[], from: number, to: number): Content[] {
  const slice = (start: number, end: number) =>
    excerpt.text.slice(start - excerpt.start, end - excerpt.start);
  const content: Content[] = [];
  let at = from;
  for (const highlight of highlights) {
    const [start, end] = clip(highlight, at, to);
    if (start >= end) continue;
    content.push(slice(at, start), html`<mark>${slice(start, end)}</mark>`);
    at = end;
  }
  content.push(slice(at, to));
  return content;
}

/** A span from an address may begin or end between the halves of a surrogate pair; cut there, neither half could be sent. */
function whole([start, end]: Span, { text, start: offset }: Excerpt): Span {
  const splits = (at: number) =>
    /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - offset - 1, at - offset + 1));
  return [splits(start) ? start - 1 : start, splits(end) ? end + 1 : end];
}

function clip([start, end]: Span, from: number, to: number): [number, number] {
  return [Math.min(Math.max(start, from), to), Math.min(Math.max(end, from), to)];
}
