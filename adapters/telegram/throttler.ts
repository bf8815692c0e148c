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
  /** ms. A minute, and a little more: messages are on their way for a while, and not all for as long. */
  readonly minute: number;
  /** Messages that may go out at once in a private chat before the pace sets in. */
  readonly burst: number;
}

export const THROTTLER_LIMITS: ThrottlerLimits = {
  overall: 30,
  chat: 1,
  group: 20,
  minute: 60_500,
  burst: 3,
};

/** Chats remembered before those at rest are forgotten. */
const REMEMBERED = 5_000;

interface Chat {
  /**
   * ms. A private chat's "theoretical arrival time": the moment at which all that went out would be paid for. Of a group, the times of
   * its last messages: whoever asks there after a quiet minute need not wait, and no minute holds more than allowed.
   */
  paid: number;
  readonly sent: number[];
  heldUntil: number;
}

/** When the next message may go out. It has no timer of its own. */
export class Throttler {
  readonly #limits: ThrottlerLimits;
  readonly #now: () => number;
  readonly #chats = new Map<number, Chat>();
  #paidOverall = 0;

  constructor(limits: ThrottlerLimits = THROTTLER_LIMITS, now: () => number = Date.now) {
    this.#limits = limits;
    this.#now = now;
  }

  /** ms until a message may go to the chat; 0 when it may go now. */
  waitFor(chat: number): number {
    const known = this.#chats.get(chat);
    if (!known) return 0;
    const now = this.#now();
    const pace = chat < 0 ? this.#groupWait(known, now) : this.#privateWait(known, now);
    return Math.ceil(Math.max(pace, known.heldUntil - now, 0));
  }

  /** A message goes to the chat. */
  spend(chat: number): void {
    const now = this.#now();
    const known = this.#known(chat);
    if (chat < 0) {
      known.sent.push(now);
      if (known.sent.length > this.#limits.group) known.sent.shift();
    } else known.paid = Math.max(known.paid, now) + 1000 / this.#limits.chat;
    if (this.#chats.size > REMEMBERED) this.#forget(now);
  }

  /** Takes the next place among all chats' messages and returns the ms to wait for it. */
  reserveOverall(): number {
    const now = this.#now();
    const paid = Math.max(this.#paidOverall, now);
    this.#paidOverall = paid + 1000 / this.#limits.overall;
    return Math.ceil(Math.max(paid - now - 1000, 0));
  }

  /** After a 429: nothing goes to the chat before `ms` have passed. */
  hold(chat: number, ms: number): void {
    const known = this.#known(chat);
    known.heldUntil = Math.max(known.heldUntil, this.#now() + ms);
  }

  #known(chat: number): Chat {
    const known = this.#chats.get(chat) ?? { paid: 0, sent: [], heldUntil: 0 };
    this.#chats.set(chat, known);
    return known;
  }

  #privateWait({ paid }: Chat, now: number): number {
    return paid - now - ((this.#limits.burst - 1) * 1000) / this.#limits.chat;
  }

  #groupWait({ sent }: Chat, now: number): number {
    const first = sent[sent.length - this.#limits.group];
    return first === undefined ? 0 : first + this.#limits.minute - now;
  }

  #forget(now: number): void {
    for (const [chat, { paid, sent, heldUntil }] of this.#chats)
      if (Math.max(paid, heldUntil, (sent.at(-1) ?? 0) + this.#limits.minute) <= now)
        this.#chats.delete(chat);
  }
}
