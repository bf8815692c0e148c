/**
 * What never comes back in an echo of someone's words: controls, direction overrides and isolates, invisible tag characters and other
 * zero-width format characters. The joiners U+200C and U+200D stay, as Persian and emoji are written with them.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** UTF-16 units. A question of more is refused anyway; its first words are enough to know it by. */
const ECHO_LIMIT = 400;

/** Someone's words, fit to be shown back: visible, on one line and not endless. */
export function echo(text: string): string {
  const line = text.replace(/\s+/gu, " ").replace(UNSEEN, "").trim();
  if (line.length <= ECHO_LIMIT) return line;
  const cut = line.slice(0, ECHO_LIMIT);
  return `${cut.replace(/[\ud800-\udbff]$/, "").replace(/[\p{M}\u200d]+$/u, "")}…`;
}
