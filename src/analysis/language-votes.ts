import type { Detector, Vote } from "../languages/profile.ts";
import { normalize } from "./normalizer.ts";
import type { Token } from "./tokenizer.ts";
import { WordCache } from "./word-cache.ts";

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

/** Words whose votes are remembered: four of five words of a question were asked with before. */
const MAX_KNOWN_WORDS = 4_000;

interface PlacedVotes {
  /** The place of the language. */
  readonly at: number;
  readonly votes: number;
}

/** Languages between which texts are told apart: a word is looked up once for all of them. */
export class Ballot {
  private readonly words = new Map<string, PlacedVotes[]>();
  /** By words as typed: those of one script are folded alike, whatever stands around them. */
  private readonly known = new WordCache<readonly PlacedVotes[]>(MAX_KNOWN_WORDS);

  constructor(private readonly votings: readonly Voting[]) {
    votings.forEach(({ words, halves }, at) => {
      for (const word of words) {
        const known = this.words.get(word) ?? [];
        this.words.set(word, known);
        known.push({ at, votes: halves.has(word) ? 0.5 : 1 });
      }
    });
  }

  /** How much of a text is of each language: its letters once, and each word by itself. */
  count(text: string, tokens: readonly Token[]): readonly number[] {
    const sums = this.votings.map(
      ({ letters }) => letters?.find(({ pattern }) => pattern.test(text))?.votes ?? 0,
    );
    for (const token of tokens)
      for (const { at, votes } of this.known.get(token.text) ??
        this.known.set(token.text, this.votesOf(token)))
        sums[at] = (sums[at] as number) + votes;
    return sums;
  }

  /** What a word says: by itself, by its spelling and by its endings. */
  private votesOf({ text, folded }: Token): readonly PlacedVotes[] {
    const fitting = (vote: Vote | undefined, word: string) => (vote?.pattern.test(word) ? vote.votes : 0);
    const fits = this.votings.map((voting, at) => ({
      at,
      votes: fitting(voting.typed, text) + fitting(voting.folded, folded),
    }));
    return [...(this.words.get(folded) ?? []), ...fits.filter(({ votes }) => votes > 0)];
  }
}
