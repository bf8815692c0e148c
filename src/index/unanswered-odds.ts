/** Added to the shares that odds are made of: a word that is seen once in a hundred questions tells little. */
const SMOOTHING = 0.003;
/** Log odds beyond which nothing adds. */
const MAX_ODDS = 8;

/**
 * Naive Bayes over the words of expected questions and their neighbouring pairs, words of little content too: "how much does it cost" is
 * asked of what nobody told.
 */
export class UnansweredOdds {
  /** For each word or pair the questions with it: answered, unanswered. */
  private readonly seen = new Map<string, [answered: number, unanswered: number]>();
  private readonly questions: [answered: number, unanswered: number] = [0, 0];

  add(words: readonly string[], answered: boolean): void {
    const column = answered ? 0 : 1;
    this.questions[column] += 1;
    for (const one of new Set(wordsAndPairs(words))) {
      const counts = this.seen.get(one) ?? [0, 0];
      counts[column] += 1;
      this.seen.set(one, counts);
    }
  }

  /** Log odds that a question of such words goes unanswered; 0 where nothing tells. */
  of(words: readonly string[]): number {
    const [answered, unanswered] = this.questions;
    if (answered === 0 || unanswered === 0) return 0;
    let sum = 0;
    for (const one of new Set(wordsAndPairs(words))) {
      const counts = this.seen.get(one);
      if (counts) sum += Math.log((counts[1] / unanswered + SMOOTHING) / (counts[0] / answered + SMOOTHING));
    }
    return Math.max(-MAX_ODDS, Math.min(MAX_ODDS, sum));
  }
}

const wordsAndPairs = (words: readonly string[]) => [
  ...words,
  ...words.map((word, at) => `${words[at - 1] ?? "^"} ${word}`),
];
