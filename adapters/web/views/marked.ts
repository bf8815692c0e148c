import type { Span } from "../../../src/model/corpus.ts";
import type { GlossOf } from "./glosses.ts";
import { type Content, html } from "./html.ts";

/** A piece of a document: `text` is exactly what stands there from `start` on. */
export interface Excerpt {
  readonly text: string;
  readonly start: number;
}

export interface Marks {
  /** The sentence that answers, or the words that a link cites: on a background. */
  readonly passage?: Span | undefined;
  /** Words of the question: underlined, so that they show inside the marked passage and outside it. */
  readonly words?: readonly Span[];
  readonly glossOf?: GlossOf;
}

/**
 * An excerpt with its marks. Spans are in the document's offsets; whatever of them lies outside the excerpt is left out, so no span can
 * add or lose a character of the text.
 */
export function marked(excerpt: Excerpt, { passage, words = [], glossOf = () => undefined }: Marks): Content {
  const end = excerpt.start + excerpt.text.length;
  const hits = words.map((word) => whole(word, excerpt)).toSorted((a, b) => a[0] - b[0]);
  const [from, to] =
    passage === undefined
      ? [excerpt.start, excerpt.start]
      : clip(whole(passage, excerpt), excerpt.start, end);
  if (from >= to) return underlined(excerpt, hits, excerpt.start, end, glossOf);
  return [
    underlined(excerpt, hits, excerpt.start, from, glossOf),
    html`<mark>${underlined(excerpt, hits, from, to, glossOf)}</mark>`,
    underlined(excerpt, hits, to, end, glossOf),
  ];
}

function underlined(
  excerpt: Excerpt,
  hits: readonly Span[],
  from: number,
  to: number,
  glossOf: GlossOf,
): Content[] {
  const slice = (start: number, end: number) =>
    excerpt.text.slice(start - excerpt.start, end - excerpt.start);
  const content: Content[] = [];
  let at = from;
  for (const hit of hits) {
    const [start, end] = clip(hit, at, to);
    if (start >= end) continue;
    const word = slice(start, end);
    const gloss = glossOf(word);
    content.push(slice(at, start), html`<b${gloss !== undefined && html` title="${gloss}"`}>${word}</b>`);
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
