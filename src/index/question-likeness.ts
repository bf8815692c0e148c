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
  }

  of(terms: ReadonlySet<string>): Likeness {
    const dots = new Float64Array(this.norms.length);
    let norm = 0;
    for (const term of terms) {
      const square = this.weight(term) ** 2;
      norm += square;
      for (const at of this.postings.get(term) ?? []) dots[at] = (dots[at] as number) + square;
    }
    norm = Math.sqrt(norm) || 1;
    const nearest = new Float64Array(this.passages);
    let nearestUnanswered = 0;
    const votes = new Votes();
    dots.forEach((dot, at) => {
      if (dot === 0) return;
      const cosine = dot / (norm * (this.norms[at] as number));
      const answered = this.isAnswered[at] === true;
      const passage = this.passageOf[at] as number;
      if (!answered) nearestUnanswered = Math.max(nearestUnanswered, cosine);
      else if (cosine > (nearest[passage] as number)) nearest[passage] = cosine;
      votes.add(cosine, answered);
    });
    return { nearest, nearestUnanswered, unansweredShare: votes.unansweredShare() };
  }

  private weight(term: string): number {
    const [of, frequency] = [this.passageOf.length, this.postings.get(term)?.length ?? 0];
    return this.share(term) * Math.log(1 + (of - frequency + 0.5) / (frequency + 0.5));
  }
}

/** The likest questions met so far, least like first. */
class Votes {
  private readonly best: { readonly cosine: number; readonly answered: boolean }[] = [];

  add(cosine: number, answered: boolean): void {
    if (this.best.length === NEAREST) {
      if (cosine <= (this.best[0]?.cosine as number)) return;
      this.best.shift();
    }
    let at = this.best.length;
    while (at > 0 && (this.best[at - 1]?.cosine as number) > cosine) at -= 1;
    this.best.splice(at, 0, { cosine, answered });
  }

  unansweredShare(): number {
    let [unanswered, all] = [0, 0];
    for (const { cosine, answered } of this.best) {
      all += cosine ** 2;
      if (!answered) unanswered += cosine ** 2;
    }
    return all > 0 ? unanswered / all : 0;
  }
}
