/** Words kept while texts are read. */
const MAX_WORDS = 50_000;

/** What was found out about words, by a spelling of them: texts repeat their words, and the frequent ones come back soon after it is emptied. */
export class WordCache<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly max = MAX_WORDS) {}

  get(word: string): T | undefined {
    return this.known.get(word);
  }

  /** Returns what is set. */
  set(word: string, found: T): T {
    if (this.known.size >= this.max) this.known.clear();
    this.known.set(word, found);
    return found;
  }

  clear(): void {
    this.known.clear();
  }
}
