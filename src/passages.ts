import type { Document, Passage, Span } from "./model/corpus.ts";

/** The passage that contains a span of a document, if one does. Passages cut from one long line share their paragraph's number. */
export function passageAround({ passages }: Document, [start, end]: Span): Passage | undefined {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle] as Passage).start <= start) low = middle + 1;
    else high = middle;
  }
  const passage = passages[low - 1];
  return passage && start < end && end <= passage.end ? passage : undefined;
}

/** The passages before and after one, as far as there are any. */
export function neighboursOf(document: Document, passage: Passage, distance = 1): Passage[] {
  const at = positionOf(document, passage);
  return [
    ...document.passages.slice(Math.max(0, at - distance), at),
    ...document.passages.slice(at + 1, at + 1 + distance),
  ];
}

/** The place of a passage among those of its document, 0-based. */
export const positionOf = ({ passages }: Document, { index }: Passage) =>
  index - (passages[0] as Passage).index;

/** The anchor of a passage on its document's page: `p12`, or `p12-3400` if it is not the first of its paragraph. */
export function anchorOf(document: Document, passage: Passage): string {
  const before = document.passages[positionOf(document, passage) - 1];
  const isFirst = before?.paragraph !== passage.paragraph;
  return isFirst ? `p${passage.paragraph}` : `p${passage.paragraph}-${passage.start}`;
}
