import type { Token } from "../text/tokens.ts";
import type { PersonMatch } from "./leaders.ts";
import type { Paragraph } from "./parse.ts";
import type { SpeakerCorrection } from "./schema.ts";

/** Who is quoted or reported in each paragraph of one document. */
export function speakersOf(
  paragraphs: readonly Paragraph[],
  _tokens: readonly (readonly Token[])[],
  _people: readonly (readonly PersonMatch[])[],
  corrections: readonly SpeakerCorrection[],
): string[][] {
  return paragraphs.map((p) => {
    const corrected = corrections.find((c) => c.paragraph === p.paragraph);
    return corrected ? [...corrected.speakers] : [];
  });
}
