import type { Passage, Quote } from "./model.ts";

/** A passage as a quote that nothing in particular is asked of. */
export function wholeQuote(passage: Passage): Quote {
  const { doc, paragraph, start, end, text } = passage;
  return { doc, paragraph, start, end, text, best: [start, end], highlights: [], score: 0 };
}
