/**
 * Which offset may be given to getUpdates. An offset confirms every update before it, so it may only move past those
 * that are done: what is confirmed and then lost in a crash nobody sends again.
 */
export class OffsetTracker {
  /** In the order of delivery, which is the order in which an offset confirms. */
  #updates: { readonly id: number; readonly since: number; done: boolean }[] = [];
  readonly #hold: number;
  readonly #now: () => number;

  /** `hold`: milliseconds for which an update at work may keep back the ones after it. */
  constructor(hold: number, now: () => number = Date.now) {
    this.#hold = hold;
    this.#now = now;
  }

  get waiting(): number {
    return this.#updates.length;
  }

  has(id: number): boolean {
    return this.#updates.some((update) => update.id === id);
  }

  add(id: number, done: Promise<void>): void {
    const update = { id, since: this.#now(), done: false };
    this.#updates.push(update);
    void done.then(() => {
      update.done = true;
    });
  }

  /**
   * Undefined when there is nothing to confirm. Then none is sent: after a quiet week Telegram starts ids anew, perhaps
   * lower (https://core.telegram.org/bots/api#update), and an old offset would hide what comes.
   */
  offset(): number | undefined {
    let last: number | undefined;
    for (const { id, since, done } of this.#updates) {
      if (!done && this.#now() - since < this.#hold) break;
      last = id;
    }
    return last === undefined ? undefined : last + 1;
  }

  /** The oldest blocks everything else: it may still finish, but it no longer holds back the offset. */
  giveUpOldest(): void {
    const oldest = this.#updates.find((update) => !update.done);
    if (oldest) oldest.done = true;
  }

  /** Telegram has taken note of `offset`. */
  confirmed(offset: number | undefined): void {
    if (offset !== undefined) this.#updates = this.#updates.filter((update) => update.id >= offset);
  }
}
