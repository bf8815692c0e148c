import { truncate } from "../../src/analysis/truncate.ts";
import type { Answer } from "../../src/model/answer.ts";
import type { Strings } from "../../src/strings/strings.ts";
import type { Part } from "./card.ts";

/** UTF-16 units of the asker's question that are shown back. */
const MAX_RESTATED = 200;

/** The asker's words as they may be shown back: one line, no control or direction characters, not too long. */
export function echoOf(text: string): string {
  const line = text
    .replace(/\p{Cs}/gu, "")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, (run) => (/^[\u200c\u200d]+$/.test(run) ? run : " "))
    .trim();
  return truncate(line, MAX_RESTATED);
}

/**
 * A question with the earlier ones whose subject it was answered with: so it can be understood where it stands, and followed in
 * its turn.
 */
export function inFull(text: string, answer: Answer): string {
  return "follows" in answer && answer.follows ? `${text} · ${answer.follows}` : text;
}

/** The question over its answer, so that a card is understood where it is forwarded or scrolled back to. */
export function questionOf(text: string, strings: Strings): Part {
  return { kind: "question", label: strings.answer.asked, text: echoOf(text) };
}
