import type { IndexedPassage } from "../index/forward-index.ts";
import type { Passage, Span } from "../model/corpus.ts";
import type { Clause } from "../query/clause.ts";
import type { ParsedQuery } from "../query/query-parser.ts";
import { type AnswersIn, answerTypeMatch, type PossibleAnswer } from "./answer-type-match.ts";
import type { Match, MatchPosition } from "./matcher.ts";

/** UTF-16 units. A paragraph this short may be highlighted as a whole. */
const SHORT_PARAGRAPH = 300;
/** Share of a longer paragraph that may be highlighted. */
const MAX_SHARE = 0.62;
const CLAUSE = /[،,؛:]\s+/gu;
/** What a kind of answer inside a sentence is worth beside the words that it meets. */
const ANSWER = 0.25;

/** A passage and what a question is compared with in it. */
export interface SentenceParts {
  readonly question: ParsedQuery;
  /** The rarity of all that is asked. */
  readonly total: number;
  readonly passage: Passage;
  readonly indexed: IndexedPassage;
  readonly match: Match;
  /** Undefined where nothing is known to look for. */
  readonly answersIn: AnswersIn | undefined;
}

interface Found {
  readonly span: Span;
  readonly window: number;
}

/** The sentence of a passage that meets most of the question, found when it is first asked for: it does not order every candidate. */
export class BestSentence {
  private answers: readonly PossibleAnswer[] | undefined;
  private found: Found | undefined;

  constructor(private readonly parts: SentenceParts) {}

  get span(): Span {
    return this.chosen.span;
  }

  /** The most of the question's weight that a sentence's own words meet. */
  get window(): number {
    return this.chosen.window;
  }

  /** Whether the passage holds the kind of thing that is asked for, most in this sentence; of a list, how many. 0 to 1. */
  get expected(): number {
    const { question, answersIn } = this.parts;
    return answersIn ? answerTypeMatch(question, this.possibleAnswers, this.span) : 1;
  }

  /** What is marked of it: all of it, or of a very long one the clauses that are worth most. */
  get marked(): Span {
    const { passage } = this.parts;
    const [start, end] = this.span;
    const length = passage.end - passage.start;
    const isLong = length > SHORT_PARAGRAPH && end - start > MAX_SHARE * length;
    return isLong
      ? bestClauseRun(passage, this.span, MAX_SHARE * length, (part) => this.metIn(part) + this.bonusOf(part))
      : this.span;
  }

  /** Where the kind of thing asked for stands. */
  private get possibleAnswers(): readonly PossibleAnswer[] {
    const { passage, indexed, answersIn } = this.parts;
    this.answers ??= answersIn?.(passage, indexed) ?? [];
    return this.answers;
  }

  private get chosen(): Found {
    this.found ??= this.find();
    return this.found;
  }

  private find(): Found {
    const { passage } = this.parts;
    let span: Span = passage.sentences[0] ?? [passage.start, passage.end];
    let most = Number.NEGATIVE_INFINITY;
    let window = 0;
    for (const sentence of passage.sentences) {
      const met = this.metIn(sentence);
      window = Math.max(window, met);
      const worth = met + this.bonusOf(sentence);
      if (worth > most + 1e-9) {
        span = sentence;
        most = worth;
      }
    }
    return { span, window };
  }

  /** Share of the question's weight that the words of a span meet. */
  private metIn(span: Span): number {
    const {
      question: { clauses },
      total,
      indexed: { starts, ends },
      match: { places },
    } = this.parts;
    let sum = 0;
    for (let clause = 0; clause < places.length; clause += 1) {
      let most = 0;
      for (const { from, to, strength } of places[clause] as readonly MatchPosition[])
        if (strength > most && (starts[from] as number) >= span[0] && (ends[to - 1] as number) <= span[1])
          most = strength;
      if (most > 0) sum += most * (clauses[clause] as Clause).rarity;
    }
    return sum / total;
  }

  private bonusOf(span: Span): number {
    for (const { at } of this.possibleAnswers) if (at >= span[0] && at < span[1]) return ANSWER;
    return 0;
  }
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
