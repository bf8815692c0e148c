import { truncate } from "../../src/analysis/truncate.ts";

/**
 * What never comes back in an echo of someone's words: controls, direction overrides and isolates, invisible tag characters and other
 * zero-width format characters. The joiners U+200C and U+200D stay, as Persian and emoji are written with them.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** UTF-16 units. A question of more is refused anyway; its first words are enough to know it by. */
const MAX_ECHO = 400;

/** Someone's words, fit to be shown back: visible, on one line and not endless. */
export function echo(text: string): string {
  const line = text.replace(/\s+/gu, " ").replace(UNSEEN, "").trim();
  return truncate(line, MAX_ECHO);
}
