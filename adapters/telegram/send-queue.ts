import { sleep } from "../service/backoff.ts";
import type { Throttler } from "./throttler.ts";

/** What waits for its chat's rate limit. Answers go before edits: whoever pressed a button already has something to read. */
export interface Sending {
  readonly chat: number;
  readonly kind: "send" | "edit";
  /** A later one of the same chat with the same key takes its place: of many pages turned, only the last is shown. */
  readonly key?: string | undefined;
  /** On the clock of `Date.now`; it is not waited beyond that. */
  readonly giveUpAt: number;
}

/** `late`: its turn would come after it is given up. `replaced`: another takes its place. `stopped`: nothing goes out any more. */
export type Turn = "go" | "late" | "replaced" | "stopped";

interface Waiting extends Sending {
  readonly number: number;
  readonly end: (turn: Turn) => void;
}

/** Whose turn it is in a chat, by the throttler's pace. A chat that has to wait keeps no other waiting. */
export class SendQueue {
  readonly #pace: Throttler;
  readonly #signal: AbortSignal;
  readonly #chats = new Map<number, { waiting: Waiting[]; timer: NodeJS.Timeout | undefined }>();
  #numbers = 0;

  constructor(pace: Throttler, signal: AbortSignal) {
    this.#pace = pace;
    this.#signal = signal;
    signal.addEventListener("abort", () => this.#stop());
  }

  async turn(sending: Sending, number?: number): Promise<{ turn: Turn; number: number }> {
    const place = number ?? this.#numbers++;
    const turn = await this.#turnInChat(sending, place);
    if (turn !== "go") return { turn, number: place };
    const slept = await sleep(this.#pace.reserveOverall(), this.#signal);
    return { turn: slept ? "go" : "stopped", number: place };
  }

  #turnInChat(sending: Sending, number: number): Promise<Turn> {
    if (this.#signal.aborted) return Promise.resolve("stopped");
    return new Promise((end) => {
      const { chat, key } = sending;
      const queue = this.#chats.get(chat) ?? { waiting: [], timer: undefined };
      this.#chats.set(chat, queue);
      const same = key === undefined ? -1 : queue.waiting.findIndex((one) => one.key === key);
      // One that is tried again is older than what may wait by now
      if ((queue.waiting[same]?.number ?? -1) > number) return end("replaced");
      if (same >= 0) queue.waiting.splice(same, 1)[0]?.end("replaced");
      queue.waiting.push({ ...sending, number, end });
      this.#move(chat);
    });
  }

  #move(chat: number): void {
    const queue = this.#chats.get(chat);
    if (!queue) return;
    clearTimeout(queue.timer);
    for (;;) {
      const next = best(queue.waiting);
      if (!next) {
        this.#chats.delete(chat);
        return;
      }
      const wait = this.#pace.waitFor(chat);
      const now = Date.now();
      // Calls that would be too late make room for those behind them
      const late = queue.waiting.filter((one) => now + (one === next ? wait : 0) > one.giveUpAt);
      if (late.length > 0) {
        queue.waiting = queue.waiting.filter((one) => !late.includes(one));
        for (const one of late) one.end("late");
        continue;
      }
      if (wait > 0) {
        queue.timer = setTimeout(() => this.#move(chat), wait);
        return;
      }
      this.#pace.spend(chat);
      queue.waiting = queue.waiting.filter((one) => one !== next);
      next.end("go");
    }
  }

  #stop(): void {
    for (const { waiting, timer } of this.#chats.values()) {
      clearTimeout(timer);
      for (const one of waiting) one.end("stopped");
    }
    this.#chats.clear();
  }
}

function best(waiting: readonly Waiting[]): Waiting | undefined {
  let found: Waiting | undefined;
  for (const one of waiting) {
    if (found === undefined) found = one;
    else if (one.kind === found.kind ? one.number < found.number : one.kind === "send") found = one;
  }
  return found;
}
