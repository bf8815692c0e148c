/** UTF-16 units. Unicode sets no limit; nobody writes a letter of more marks than this. */
const MAX_GRAPHEME_LENGTH = 2_000;

const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

/**
 * The last place at or before `end` where the text may be cut: before white space where some is near, else between graphemes. A
 * single grapheme longer than that is kept whole rather than broken.
 */
export function safeEnd(text: string, start: number, end: number): number {
  if (end >= text.length) return text.length;
  // Finding one boundary does not require segmenting a paragraph of megabytes
  const rest = text.slice(start, end + MAX_GRAPHEME_LENGTH);
  const across = graphemes.segment(rest).containing(end - start);
  if (!across) return end;
  if (across.index === 0) return start + across.segment.length;
  const space = rest.slice(0, across.index).search(/\s\S*$/u);
  return start + (space > across.index / 2 ? space : across.index);
}

/** The mark of a cut, outside what was cut. */
export const CUT = "…";

/** Opens a stretch of another direction, and closes one. */
const ISOLATE = /[\u2066-\u2068]/g;
const END_OF_ISOLATE = "\u2069";

/**
 * At most `max` UTF-16 units of a text, the mark of the cut among them: cut as `safeEnd` does, with every isolate closed that was open.
 * The mark alone where not even the first grapheme fits, nothing where the mark does not.
 */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  for (let closing = 0; ; ) {
    const room = max - CUT.length - closing;
    if (room <= 0) return max >= CUT.length ? CUT : "";
    const end = /\s/u.test(text[room] as string) ? room : safeEnd(text, 0, room);
    if (end > room) return CUT;
    const kept = text.slice(0, end).trimEnd();
    const open = (kept.match(ISOLATE)?.length ?? 0) - kept.split(END_OF_ISOLATE).length + 1;
    if (open <= closing) return `${kept}${CUT}${END_OF_ISOLATE.repeat(Math.max(0, open))}`;
    closing = open;
  }
}
