import type { Document, Quote, Span } from "./model.ts";

/** A stretch of a document to show, and the marks that say where it was cut. */
export interface Excerpt {
  readonly start: number;
  readonly end: number;
  /** Exactly `document.text.slice(start, end)`. */
  readonly text: string;
  /** Whether the paragraph goes on before it, after it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** What to emphasise, in the excerpt's own offsets, in order. */
  readonly marks: readonly Span[];
  /** The sentence that answers, in the excerpt's own offsets. */
  readonly best: Span;
}

/** The mark of a cut, outside the quoted text. */
export const CUT = "…";

/** UTF-16 units. Unicode sets no limit; nobody writes a letter of more marks than this. */
const LONGEST_GRAPHEME = 2_000;

const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

/**
 * The window of at most `width` UTF-16 units around the sentence that answers: whole sentences while they fit, cut only at
 * the ends, at a word where there is one, never inside a grapheme. The whole paragraph when it fits.
 */
export function excerpt(document: Document, quote: Quote, width: number): Excerpt {
  const passage = document.passages.find((p) => p.start === quote.start && p.end === quote.end);
  const sentences = passage?.sentences ?? [[quote.start, quote.end] as Span];
  const limit = Math.max(1, Math.floor(width));
  let [start, end]: [number, number] = [quote.start, quote.end];
  if (end - start > limit) {
    [start, end] = grow(sentences, quote.best, limit);
    if (end - start > limit) end = safeEnd(document.text, start, start + limit);
  }
  return stretch(document, quote, [start, end]);
}

/** The part [start, end) of a quote, with what of its emphasis falls inside. */
export function stretch(document: Document, quote: Quote, [start, end]: Span): Excerpt {
  const [from, to] = quote.best;
  return {
    start,
    end,
    text: document.text.slice(start, end),
    cutBefore: start > quote.start,
    cutAfter: end < quote.end,
    marks: quote.highlights
      .map(([a, b]): Span => [Math.max(a, start) - start, Math.min(b, end) - start])
      .filter(([a, b]) => a < b),
    // the answering sentence may stand wholly before this part, or wholly behind it
    best: [Math.min(Math.max(from, start), end) - start, Math.max(0, Math.min(to, end) - start)],
  };
}

/** Whole sentences around `best` as long as they fit; `best` alone, when even that does not. */
function grow(sentences: readonly Span[], best: Span, limit: number): [number, number] {
  const first = sentences.findIndex(([, end]) => end > best[0]);
  let last = sentences.findLastIndex(([start]) => start < best[1]);
  let from = Math.max(0, first);
  last = Math.max(from, last);
  const size = (a: number, b: number) => (sentences[b] as Span)[1] - (sentences[a] as Span)[0];
  if (size(from, last) > limit) return [best[0], best[1]];
  for (let grew = true; grew; ) {
    grew = false;
    // what follows explains more often than what comes before
    if (last + 1 < sentences.length && size(from, last + 1) <= limit) {
      last += 1;
      grew = true;
    }
    if (from > 0 && size(from - 1, last) <= limit) {
      from -= 1;
      grew = true;
    }
  }
  return [(sentences[from] as Span)[0], (sentences[last] as Span)[1]];
}

/**
 * The last place at or before `end` where the text may be cut: before white space where some is near, else between graphemes. A
 * single grapheme longer than that is kept whole rather than broken.
 */
export function safeEnd(text: string, start: number, end: number): number {
  if (end >= text.length) return text.length;
  // the whole of a paragraph of megabytes need not be segmented to find one boundary
  const rest = text.slice(start, end + LONGEST_GRAPHEME);
  const across = graphemes.segment(rest).containing(end - start);
  if (!across) return end;
  if (across.index === 0) return start + across.segment.length;
  const space = rest.slice(0, across.index).search(/\s\S*$/u);
  return start + (space > across.index / 2 ? space : across.index);
}
