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

/** Languages between which texts are told apart: a word is looked up once for all of them. */
export class Ballot {
  /** For each word what it says, by the place of the language. */
  private readonly words = new Map<string, { readonly at: number; readonly votes: number }[]>();
  private readonly patterns: readonly { readonly at: number; readonly voting: Voting }[];

  constructor(private readonly votings: readonly Voting[]) {
    votings.forEach(({ words, halves }, at) => {
      for (const word of words) {
        const known = this.words.get(word) ?? [];
        this.words.set(word, known);
        known.push({ at, votes: halves.has(word) ? 0.5 : 1 });
      }
    });
    this.patterns = votings
      .map((voting, at) => ({ at, voting }))
      .filter(({ voting: { typed, folded } }) => typed !== undefined || folded !== undefined);
  }

  /** How much of a text is of each language: its letters once, and each word by itself. */
  count(text: string, tokens: readonly Token[]): readonly number[] {
    const sums = this.votings.map(
      ({ letters }) => letters?.find(({ pattern }) => pattern.test(text))?.votes ?? 0,
    );
    const add = (at: number, votes: number) => {
      sums[at] = (sums[at] as number) + votes;
    };
    for (const token of tokens) {
      for (const { at, votes } of this.words.get(token.folded) ?? []) add(at, votes);
      for (const { at, voting } of this.patterns) {
        if (voting.folded?.pattern.test(token.folded)) add(at, voting.folded.votes);
        if (voting.typed?.pattern.test(token.text)) add(at, voting.typed.votes);
      }
    }
    return sums;
  }
}
