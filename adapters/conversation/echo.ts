import { truncate } from "../../src/analysis/truncate.ts";
import type { Answer } from "../../src/model/answer.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { Part } from "./card.ts";

/**
 * What never comes back in an echo of someone's words: controls, direction overrides and isolates, invisible tag characters and other
 * zero-width format characters. The joiners U+200C and U+200D stay, as Persian and emoji are written with them.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** UTF-16 units of the asker's question that are shown back in a message. */
const MAX_RESTATED = 200;

/** The asker's words as they may be shown back: visible, on one line, not longer than `most` UTF-16 units. */
export function echoUpTo(most: number, text: string): string {
  const line = text.replace(/\s+/gu, " ").replace(UNSEEN, "").replace(/ {2,}/g, " ").trim();
  return truncate(line, most);
}

/** The same for a message. Its one parameter lets it be mapped over a list. */
export const echoOf = (text: string): string => echoUpTo(MAX_RESTATED, text);

/** A follow-up together with the question whose subject it took over, so that it makes sense on its own and can be followed in turn. */
export function inFull(text: string, answer: Answer): string {
  return "follows" in answer && answer.follows ? `${text} · ${answer.follows}` : text;
}

/** The question over its answer, so that a card is understood where it is forwarded or scrolled back to. */
export function questionOf(text: string, strings: Strings): Part {
  return { kind: "question", label: strings.answer.asked, text: echoOf(text) };
}
