/** Words kept: the frequent ones come back soon after it is emptied. */
const MAX_WORDS = 50_000;

/** What was found out about words, by a spelling of them: texts repeat their words. */
export class WordCache<T> {
  private readonly known = new Map<string, T>();

  get(word: string): T | undefined {
    return this.known.get(word);
  }

  /** Returns what is set. */
  set(word: string, found: T): T {
    if (this.known.size >= MAX_WORDS) this.known.clear();
    this.known.set(word, found);
    return found;
  }

  clear(): void {
    this.known.clear();
  }
}
