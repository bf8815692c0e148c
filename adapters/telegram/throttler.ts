/**
 * Telegram's pace for messages (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this):
 * about one a second in a chat with short bursts allowed, 20 a minute in a group, 30 a second over all.
 */
export interface ThrottlerLimits {
  /** Messages a second over all chats. */
  readonly overall: number;
  /** Messages a second in a private chat, after a burst. */
  readonly chat: number;
  /** Messages in any minute in a group. */
  readonly group: number;
  /** Messages that may go out at once in a private chat before the pace sets in. */
  readonly burst: number;
}

export const THROTTLER_LIMITS: ThrottlerLimits = { overall: 30, chat: 1, group: 20, burst: 3 };

/** Share of a group's minute that may go out at once; the rest is spread, so that no minute holds more than allowed. */
const GROUP_BURST = 0.25;

/** Chats remembered before those at rest are forgotten. */
const REMEMBERED = 5_000;

/**
 * When the next message may go out. Each rate is a "theoretical arrival time": the moment at which all that went out
 * so far would be paid for; one number per chat, no queue and no timer of its own.
 */
export class Throttler {
  readonly #limits: ThrottlerLimits;
  readonly #now: () => number;
  readonly #paid = new Map<number, number>();
  #paidOverall = 0;

  constructor(limits: ThrottlerLimits = THROTTLER_LIMITS, now: () => number = Date.now) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Takes the next place in `chat` and returns the milliseconds to wait for it. */
  reserve(chat: number): number {
    const now = this.#now();
    const { overall } = this.#limits;
    const cost = this.#cost(chat);
    const inChat = Math.max(this.#paid.get(chat) ?? 0, now);
    const wait = Math.max(inChat - now - (this.#burst(chat) - 1) * cost, 0);
    const overallPaid = Math.max(this.#paidOverall, now);
    const overallWait = Math.max(overallPaid - now - 1000, 0);
    this.#paid.set(chat, inChat + cost);
    this.#paidOverall = overallPaid + 1000 / overall;
    if (this.#paid.size > REMEMBERED) this.#forget(now);
    return Math.ceil(Math.max(wait, overallWait));
  }

  /** After a 429: nothing goes to `chat` before `ms` have passed. */
  hold(chat: number, ms: number): void {
    const until = this.#now() + ms + (this.#burst(chat) - 1) * this.#cost(chat);
    this.#paid.set(chat, Math.max(this.#paid.get(chat) ?? 0, until));
  }

  /** Groups and channels have negative ids. */
  #cost(chat: number): number {
    return chat < 0 ? 60_000 / (this.#limits.group * (1 - GROUP_BURST)) : 1000 / this.#limits.chat;
  }

  #burst(chat: number): number {
    return chat < 0 ? Math.max(1, Math.floor(this.#limits.group * GROUP_BURST)) : this.#limits.burst;
  }

  #forget(now: number): void {
    for (const [chat, paid] of this.#paid) if (paid <= now) this.#paid.delete(chat);
  }
}
