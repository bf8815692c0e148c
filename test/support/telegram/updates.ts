import type { Json } from "./rules.ts";

export interface Update extends Json {
  readonly update_id: number;
}

interface Poll {
  readonly offset: number;
  readonly limit: number;
  readonly timeout: number;
  readonly allowed: readonly string[] | undefined;
}

/** Types that come only to those who ask for them (getUpdates, `allowed_updates`). */
const ON_REQUEST = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

/** Updates not yet confirmed, in order; one poller at a time, the newer ends the older. */
export class UpdateQueue {
  #pending: (Update | null)[] = [];
  #next = 5000;
  /** Persists between calls: an unset `allowed_updates` keeps the last one. */
  #allowed: readonly string[] | undefined;
  #waiting: { look: () => boolean; end: (updates: Update[] | undefined) => void } | undefined;
  #listeners: (() => void)[] = [];
  /** When each was handed over first, for measuring. */
  readonly deliveredAt = new Map<number, number>();

  get pending(): readonly (Update | null)[] {
    return this.#pending;
  }

  add(content: Json): Update {
    const update = { update_id: this.#next++, ...content };
    this.addRaw(update);
    return update;
  }

  /** Also what no Telegram should send: null, a repeated id, nonsense. */
  addRaw(update: unknown): void {
    this.#pending.push(update as Update | null);
    this.#waiting?.look();
    for (const listener of this.#listeners) listener();
  }

  allow(types: readonly string[] | undefined): void {
    this.#allowed = types ?? this.#allowed;
  }

  onAdded(listener: () => void): void {
    this.#listeners.push(listener);
  }

  allows(update: Update | null): boolean {
    const type = Object.keys(update ?? {}).find((key) => key !== "update_id");
    if (type === undefined) return true;
    return this.#allowed && this.#allowed.length > 0 ? this.#allowed.includes(type) : !ON_REQUEST.has(type);
  }

  confirm(id: number): void {
    this.#pending = this.#pending.filter((update) => update?.update_id !== id);
  }

  /** Undefined when another poller took over. */
  poll({ offset, limit, timeout, allowed }: Poll): Promise<Update[] | undefined> {
    this.#waiting?.end(undefined);
    this.allow(allowed);
    if (offset > 0) {
      const first = this.#pending.findIndex((update) => (update?.update_id ?? -1) >= offset);
      this.#pending = first < 0 ? [] : this.#pending.slice(first);
    }
    return new Promise((answer) => {
      const end = (updates: Update[] | undefined): void => {
        clearTimeout(timer);
        this.#waiting = undefined;
        const now = Date.now();
        for (const update of updates ?? []) {
          if (update && !this.deliveredAt.has(update.update_id)) this.deliveredAt.set(update.update_id, now);
        }
        answer(updates);
      };
      const look = (): boolean => {
        this.#pending = this.#pending.filter((update) => this.allows(update));
        if (this.#pending.length === 0) return false;
        end(this.#pending.slice(0, limit) as Update[]);
        return true;
      };
      const timer = setTimeout(() => end([]), timeout * 1000);
      if (!look()) this.#waiting = { look, end };
    });
  }

  endPolls(): void {
    this.#waiting?.end([]);
  }
}
