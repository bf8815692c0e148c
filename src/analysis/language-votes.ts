import type { Detector } from "../languages/profile.ts";
import { normalize } from "./normalizer.ts";
import type { Token } from "./tokenizer.ts";

/** What speaks for a language in a text, folded once. */
export interface Voting extends Pick<Detector, "letters" | "typed" | "folded"> {
  readonly words: ReadonlySet<string>;
  /** Those of the words that count half. */
  readonly halves: ReadonlySet<string>;
}

export const wordSet = (text = ""): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter(Boolean).map(normalize));

export const votingOf = (detector: Detector): Voting => ({
  ...detector,
  words: wordSet(detector.markers),
  halves: wordSet(detector.shared),
});

/** How much of a text is of a language: its letters once, and each word by itself. */
export function votesFor(
  { words, halves, letters, typed, folded }: Voting,
  text: string,
  tokens: readonly Token[],
): number {
  let votes = letters?.find(({ pattern }) => pattern.test(text))?.votes ?? 0;
  for (const token of tokens) {
    if (words.has(token.folded)) votes += halves.has(token.folded) ? 0.5 : 1;
    if (folded?.pattern.test(token.folded)) votes += folded.votes;
    if (typed?.pattern.test(token.text)) votes += typed.votes;
  }
  return votes;
}
