/** Questions nearest to the query that vote on whether it is of a kind that goes unanswered. */
const NEAREST = 40;

/** How like a query is to the expected questions, by the cosine of their weighted terms: 0 to 1. */
export interface Likeness {
  /** To the nearest question that each passage answers, by passage number. */
  readonly nearest: Float64Array;
  /** To the nearest question that no passage answers. */
  readonly nearestUnanswered: number;
  /** Share of those that nothing answers among the nearest of all, each counting by the square of its likeness. */
  readonly unansweredShare: number;
}

/** One language's expected questions under their terms. */
export class QuestionLikeness {
  private readonly postings = new Map<string, number[]>();
  private readonly passageOf: number[] = [];
  private readonly isAnswered: boolean[] = [];
  private norms = new Float64Array();
  /** Sums by question while a query is compared, all 0 in between, and the questions that have one. */
  private dots = new Float64Array();
  private touched = new Int32Array();

  /** `share` is what a kind of term weighs beside a whole word. */
  constructor(
    private readonly passages: number,
    private readonly share: (term: string) => number,
  ) {}

  add(terms: ReadonlySet<string>, passage: number, answered: boolean): void {
    const at = this.passageOf.length;
    this.passageOf.push(passage);
    this.isAnswered.push(answered);
    for (const term of terms) {
      const list = this.postings.get(term);
      if (list) list.push(at);
      else this.postings.set(term, [at]);
    }
  }

  /** To be called once, when all questions are added: only then is it known how rare their terms are. */
  seal(): void {
    const squares = new Float64Array(this.passageOf.length);
    for (const [term, list] of this.postings) {
      const square = this.weight(term) ** 2;
      for (const at of list) squares[at] = (squares[at] as number) + square;
    }
    this.norms = squares.map(Math.sqrt);
    this.dots = new Float64Array(squares.length);
    this.touched = new Int32Array(squares.length);
  }

  of(terms: ReadonlySet<string>): Likeness {
    const { dots, touched } = this;
    let count = 0;
    let norm = 0;
    for (const term of terms) {
      const square = this.weight(term) ** 2;
      norm += square;
      for (const at of this.postings.get(term) ?? []) {
        if (dots[at] === 0) {
          touched[count] = at;
          count += 1;
        }
        dots[at] = (dots[at] as number) + square;
      }
    }
    norm = Math.sqrt(norm) || 1;
    const nearest = new Float64Array(this.passages);
    let nearestUnanswered = 0;
    const votes = new Votes();
    for (const at of touched.subarray(0, count)) {
      const cosine = (dots[at] as number) / (norm * (this.norms[at] as number));
      dots[at] = 0;
      const answered = this.isAnswered[at] === true;
      const passage = this.passageOf[at] as number;
      if (!answered) nearestUnanswered = Math.max(nearestUnanswered, cosine);
      else if (cosine > (nearest[passage] as number)) nearest[passage] = cosine;
      votes.add(cosine, answered);
    }
    return { nearest, nearestUnanswered, unansweredShare: votes.unansweredShare() };
  }

  private weight(term: string): number {
    const [of, frequency] = [this.passageOf.length, this.postings.get(term)?.length ?? 0];
    return this.share(term) * Math.log(1 + (of - frequency + 0.5) / (frequency + 0.5));
  }
}

/** The likest questions met so far, in no order. */
class Votes {
  private readonly cosines = new Float64Array(NEAREST);
  private readonly answered: boolean[] = [];
  /** Where the least like of them is, once there are enough. */
  private least = 0;

  add(cosine: number, answered: boolean): void {
    const { cosines } = this;
    if (this.answered.length < NEAREST) {
      cosines[this.answered.length] = cosine;
      this.answered.push(answered);
      if (this.answered.length < NEAREST) return;
    } else {
      if (cosine <= (cosines[this.least] as number)) return;
      cosines[this.least] = cosine;
      this.answered[this.least] = answered;
    }
    for (let at = 0, least = Number.POSITIVE_INFINITY; at < NEAREST; at += 1)
      if ((cosines[at] as number) < least) {
        least = cosines[at] as number;
        this.least = at;
      }
  }

  unansweredShare(): number {
    let [unanswered, all] = [0, 0];
    this.answered.forEach((answered, at) => {
      const square = (this.cosines[at] as number) ** 2;
      all += square;
      if (!answered) unanswered += square;
    });
    return all > 0 ? unanswered / all : 0;
  }
}
