import type { IndexedPassage } from "../index/forward-index.ts";
import type { Passage, Span } from "../model/corpus.ts";
import { type Clause, totalRarity } from "../query/clause.ts";
import type { PossibleAnswer } from "./answer-type-match.ts";
import type { Match } from "./matcher.ts";

/** UTF-16 units. A paragraph this short may be highlighted as a whole. */
const SHORT_PARAGRAPH = 300;
/** Share of a longer paragraph that may be highlighted. */
const MAX_SHARE = 0.62;
const CLAUSE = /[،,؛:]\s+/gu;
/** What a kind of answer inside a sentence is worth beside the words that it meets. */
const ANSWER = 0.25;

export interface BestSentence {
  readonly span: Span;
  /** The most of the question's weight that a sentence's own words meet. */
  readonly window: number;
  /** The sentence, or of a very long one the clauses that are worth most. */
  marked(): Span;
}

/** The sentence of a passage that meets most of the question, `answers` telling where the kind of thing asked for stands. */
export function bestSentence(
  clauses: readonly Clause[],
  passage: Passage,
  indexed: IndexedPassage,
  { places }: Match,
  answers: readonly PossibleAnswer[],
): BestSentence {
  const total = totalRarity(clauses);
  const meets = ([start, end]: Span) => {
    let sum = 0;
    places.forEach((list, clause) => {
      let most = 0;
      for (const place of list)
        if (
          place.strength > most &&
          (indexed.starts[place.from] as number) >= start &&
          (indexed.ends[place.to - 1] as number) <= end
        )
          most = place.strength;
      sum += most * (clauses[clause] as Clause).rarity;
    });
    return sum / total;
  };
  const bonus = ([start, end]: Span) => (answers.some(({ at }) => at >= start && at < end) ? ANSWER : 0);

  let span: Span = passage.sentences[0] ?? [passage.start, passage.end];
  let most = Number.NEGATIVE_INFINITY;
  let window = 0;
  for (const sentence of passage.sentences) {
    const met = meets(sentence);
    window = Math.max(window, met);
    const worth = met + bonus(sentence);
    if (worth > most + 1e-9) {
      span = sentence;
      most = worth;
    }
  }
  const length = passage.end - passage.start;
  const isLong = length > SHORT_PARAGRAPH && span[1] - span[0] > MAX_SHARE * length;
  return {
    span,
    window,
    marked: () =>
      isLong ? bestClauseRun(passage, span, MAX_SHARE * length, (part) => meets(part) + bonus(part)) : span,
  };
}

/** The run of clauses, no longer than `longest`, that is worth most. */
function bestClauseRun(
  passage: Passage,
  [start, end]: Span,
  longest: number,
  worth: (span: Span) => number,
): Span {
  const text = passage.text.slice(start - passage.start, end - passage.start);
  const cuts = [0, ...[...text.matchAll(CLAUSE)].map((m) => m.index + m[0].length), text.length];
  let best: Span | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < cuts.length - 1; i += 1)
    for (let j = i + 1; j < cuts.length && (cuts[j] as number) - (cuts[i] as number) <= longest; j += 1) {
      const raw = text.slice(cuts[i], cuts[j]);
      const from = start + (cuts[i] as number);
      const span: Span = [from, from + raw.trimEnd().length];
      // Of equals the longer, which more likely holds the answer next to the words asked for
      const here = worth(span) + (span[1] - span[0]) / longest / 20;
      if (here > most) {
        best = span;
        most = here;
      }
    }
  return best ?? [start, start + Math.floor(longest)];
}
