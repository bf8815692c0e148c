import { safeEnd } from "../analysis/truncate.ts";
import type { Span } from "../model/corpus.ts";

/** A sentence of more than `most` units in pieces: cut at white space where some is near, and never within a grapheme. */
export function splitLong(text: string, [start, end]: Span, most: number): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > most) {
    const to = Math.min(end, safeEnd(text, from, from + most));
    pieces.push([from, to]);
    from = to;
    while (from < end && /\s/u.test(text.charAt(from))) from += 1;
  }
  if (from < end) pieces.push([from, end]);
  return pieces;
}
