/** Added to the shares that odds are made of: a word that is seen once in a hundred questions tells little. */
const SMOOTHING = 0.003;
/** Log odds beyond which nothing adds. */
const MAX_ODDS = 8;
/** Of a number that counts two things: the answered in the low bits, the unanswered above them. */
const UNANSWERED = 0x10000;

/**
 * Naive Bayes over the words of expected questions and their neighbouring pairs, words of little content too: "how much does it cost" is
 * asked of what nobody told.
 */
export class UnansweredOdds {
  /** For each word or pair the questions with it, both counts in one number. */
  private readonly seen = new Map<string, number>();
  private answered = 0;
  private unanswered = 0;

  add(words: readonly string[], answered: boolean): void {
    if (answered) this.answered += 1;
    else this.unanswered += 1;
    for (const one of wordsAndPairs(words))
      this.seen.set(one, (this.seen.get(one) ?? 0) + (answered ? 1 : UNANSWERED));
  }

  /** Log odds that a question of such words goes unanswered; 0 where nothing tells. */
  of(words: readonly string[]): number {
    const { answered, unanswered } = this;
    if (answered === 0 || unanswered === 0) return 0;
    let sum = 0;
    for (const one of wordsAndPairs(words)) {
      const counts = this.seen.get(one);
      if (counts === undefined) continue;
      const [without, withAnswer] = [Math.floor(counts / UNANSWERED), counts % UNANSWERED];
      sum += Math.log((without / unanswered + SMOOTHING) / (withAnswer / answered + SMOOTHING));
    }
    return Math.max(-MAX_ODDS, Math.min(MAX_ODDS, sum));
  }
}

/** Each once: the words, then the pairs. */
function wordsAndPairs(words: readonly string[]): ReadonlySet<string> {
  const all = new Set(words);
  words.forEach((word, at) => {
    all.add(`${words[at - 1] ?? "^"} ${word}`);
  });
  return all;
}
