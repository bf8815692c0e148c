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

interface PlacedVote extends Vote {
  readonly at: number;
  /** Whether it is met by any text that a word stands in which meets it: without marks of a word's ends. */
  readonly isPart: boolean;
}

/** Words whose endings are remembered: four of five words of a question were asked with before. */
const MAX_KNOWN_WORDS = 4_000;
const AT_ENDS = /[$^]|\\[bB]|\(\?[=!<]/;

const placed = (votes: readonly (Vote | undefined)[]): PlacedVote[] =>
  votes.flatMap((vote, at) => (vote ? [{ ...vote, at, isPart: !AT_ENDS.test(vote.pattern.source) }] : []));

/** Languages between which texts are told apart: a word is looked up once for all of them. */
export class Ballot {
  /** For each word what it says, by the place of the language. */
  private readonly words = new Map<string, { readonly at: number; readonly votes: number }[]>();
  /** Of every folded word, and of every word as typed. */
  private readonly folded: readonly PlacedVote[];
  private readonly typed: readonly PlacedVote[];
  private readonly known = new WordCache<readonly PlacedVote[]>(MAX_KNOWN_WORDS);

  constructor(private readonly votings: readonly Voting[]) {
    votings.forEach(({ words, halves }, at) => {
      for (const word of words) {
        const known = this.words.get(word) ?? [];
        this.words.set(word, known);
        known.push({ at, votes: halves.has(word) ? 0.5 : 1 });
      }
    });
    this.folded = placed(votings.map(({ folded }) => folded));
    this.typed = placed(votings.map(({ typed }) => typed));
  }

  /** How much of a text is of each language: its letters once, and each word by itself. */
  count(text: string, tokens: readonly Token[]): readonly number[] {
    const sums = this.votings.map(
      ({ letters }) => letters?.find(({ pattern }) => pattern.test(text))?.votes ?? 0,
    );
    const add = (at: number, votes: number) => {
      sums[at] = (sums[at] as number) + votes;
    };
    const typed = this.typed.filter(({ pattern, isPart }) => !isPart || pattern.test(text));
    for (const token of tokens) {
      for (const { at, votes } of this.words.get(token.folded) ?? []) add(at, votes);
      for (const { at, votes } of this.heard(token.folded)) add(at, votes);
      for (const { at, pattern, votes } of typed) if (pattern.test(token.text)) add(at, votes);
    }
    return sums;
  }

  /** The patterns that a folded word fits. */
  private heard(folded: string): readonly PlacedVote[] {
    return (
      this.known.get(folded) ??
      this.known.set(
        folded,
        this.folded.filter(({ pattern }) => pattern.test(folded)),
      )
    );
  }
}
