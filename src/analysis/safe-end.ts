/** UTF-16 units. Unicode sets no limit; nobody writes a letter of more marks than this. */
const MAX_GRAPHEME_LENGTH = 2_000;

const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

/**
 * The last place at or before `end` where the text may be cut: before white space where some is near, else between graphemes. A
 * single grapheme longer than that is kept whole rather than broken.
 */
export function safeEnd(text: string, start: number, end: number): number {
  if (end >= text.length) return text.length;
  // finding one boundary does not require segmenting a paragraph of megabytes
  const rest = text.slice(start, end + MAX_GRAPHEME_LENGTH);
  const across = graphemes.segment(rest).containing(end - start);
  if (!across) return end;
  if (across.index === 0) return start + across.segment.length;
  const space = rest.slice(0, across.index).search(/\s\S*$/u);
  return start + (space > across.index / 2 ? space : across.index);
}
