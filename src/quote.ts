import type { Quote } from "./model/answer.ts";
import type { Document, Passage, Span } from "./model/corpus.ts";

/** A whole passage as a quote, not in answer to anything in particular. */
export function wholeQuote({ doc, paragraph, start, end, text, source }: Passage): Quote {
  const whole = { doc, paragraph, start, end, text, best: [start, end], highlights: [], score: 0 } as const;
  return source ? { ...whole, source } : whole;
}

/** Whether a text is exactly what the document has at its offsets; false without a document, and for an empty text. */
export function isVerbatim(
  document: Document | undefined,
  { start, end, text }: Pick<Quote, "start" | "end" | "text">,
): boolean {
  return text !== "" && document?.text.slice(start, end) === text;
}

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

/** The part [start, end) of a quote, with the emphasis that falls inside. */
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
    // The answering sentence may lie entirely before or after this part
    best: [Math.min(Math.max(from, start), end) - start, Math.max(0, Math.min(to, end) - start)],
  };
}
