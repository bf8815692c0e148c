import type { Token } from "../analysis/tokenizer.ts";
import type { Language } from "../languages/codes.ts";
import { type Clause, distinct } from "./clause.ts";
import type { QueryWord } from "./token-filters.ts";

/**
 * Units of one question that are worth telling apart. Longer input is no question, and every clause costs a look at every
 * candidate.
 */
const MAX_CLAUSES = 48;

interface PlacedClause {
  readonly at: number;
  readonly clause: Clause;
}

/** A question while its clauses are found: each finder takes words that no finder before it took. */
export class ClauseDraft {
  readonly tokens: readonly Token[];
  private readonly taken: boolean[];
  private readonly found: PlacedClause[] = [];

  constructor(
    private readonly text: string,
    readonly words: readonly QueryWord[],
    readonly language: Language,
  ) {
    this.tokens = words.map(({ token }) => token);
    this.taken = words.map(() => false);
  }

  /** Whether any word of [from, to) is taken. */
  isTaken(from: number, to = from + 1): boolean {
    return this.taken.slice(from, to).some(Boolean);
  }

  take(from: number, to = from + 1): void {
    this.taken.fill(true, from, to);
  }

  add(at: number, clause: Clause): void {
    this.found.push({ at, clause });
  }

  /** The words of [from, to) as they stand in the question. */
  surface(from: number, to: number): string {
    return this.text.slice((this.tokens[from] as Token).start, (this.tokens[to - 1] as Token).end);
  }

  /** What stands between a word and the one before it; undefined for the first. */
  gapBefore(at: number): string | undefined {
    const previous = this.tokens[at - 1];
    return previous && this.text.slice(previous.end, this.tokens[at]?.start);
  }

  /** How sure the readings of [from, to) are, 0 to 1. */
  likeness(from: number, to: number): number {
    return Math.min(...this.words.slice(from, to).map(({ likeness }) => likeness));
  }

  /** All clauses in the question's order, each once. */
  clauses(): Clause[] {
    return distinct(this.inOrder().map(({ clause }) => clause)).slice(0, MAX_CLAUSES);
  }

  /** The first clause of plain words from a place on. */
  wordFrom(from: number): Clause | undefined {
    return this.inOrder().find(({ at, clause }) => at >= from && clause.kind === "word")?.clause;
  }

  private inOrder(): PlacedClause[] {
    return this.found.toSorted((a, b) => a.at - b.at);
  }
}
