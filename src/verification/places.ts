import type { Quote } from "../model/answer.ts";
import type { Span } from "../model/corpus.ts";
import type { Difference } from "../model/verification.ts";
import type { Compared } from "./differences.ts";
import type { Evidence } from "./evidence.ts";
import type { Taken } from "./fragments.ts";
import type { Word } from "./words.ts";

/** Where the words stand that fragments of one passage are from: one quote a paragraph, with what differs marked. */
export function placesOf(
  taken: readonly Taken[],
  { words, documentOf }: Compared,
  { passageOf }: Evidence,
  differences: readonly Difference[] = [],
): Quote[] {
  const from = Math.min(...taken.map(({ s0 }) => s0));
  const to = Math.max(...taken.map(({ s1 }) => s1));
  const places: Quote[] = [];
  for (let at = from; at < to; ) {
    const passage = passageOf(at);
    let end = at + 1;
    while (end < to && passageOf(end) === passage) end += 1;
    const span: Span = [(words[at] as Word).start, (words[end - 1] as Word).end];
    places.push({
      doc: passage.doc,
      paragraph: passage.paragraph,
      start: span[0],
      end: span[1],
      text: documentOf(at).text.slice(...span),
      best: span,
      highlights: marksWithin(span, passage.doc, differences),
      score: taken.reduce((sum, { same }) => sum + same, 0),
    });
    at = end;
  }
  return places;
}

function marksWithin([start, end]: Span, doc: string, differences: readonly Difference[]): Span[] {
  return differences
    .filter(({ kind, doc: of }) => kind !== "punctuation" && of === doc)
    .map(({ source }) => source as Span)
    .map(([a, b]): Span => [Math.max(a, start), Math.min(b, end)])
    .filter(([a, b]) => a < b)
    .toSorted((a, b) => a[0] - b[0]);
}

/** The other places where the words of a fragment stand in a row. */
export function occurrences(taken: Taken, { words, passageOf }: Evidence): Taken[] {
  const length = taken.s1 - taken.s0;
  const keys = words.slice(taken.s0, taken.s1).map(({ key }) => key);
  const found: Taken[] = [];
  for (let at = 0; at + length <= words.length; at += 1) {
    if (at === taken.s0 || words[at]?.key !== keys[0]) continue;
    if (passageOf(at) !== passageOf(at + length - 1)) continue;
    if (!keys.every((key, i) => words[at + i]?.key === key)) continue;
    const by = at - taken.s0;
    const steps = taken.steps.map((step) => ({ ...step, s0: step.s0 + by, s1: step.s1 + by }));
    found.push({ ...taken, steps, s0: at, s1: at + length });
  }
  return found;
}
