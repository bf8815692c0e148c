/**
 * One answer at a time, and between two of them a turn of the event loop. Events come in bursts, and without this the
 * replies to all of a burst would leave only after its last answer was made. Who has waited too long for a reply to
 * be of use is told so at once, so that under too much load some are answered in time rather than all too late.
 */
export interface AnswerQueue {
  /** Resolves when it is one's turn, with whether that is within so many ms. */
  take(patience: number): Promise<boolean>;
}

interface Waiting {
  readonly since: number;
  readonly patience: number;
  readonly go: (inTime: boolean) => void;
}

export function createAnswerQueue(): AnswerQueue {
  const waiting: Waiting[] = [];
  let moving = false;
  const move = (): void => {
    // Those who are too late cost nothing, so they take no turn from others.
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const inTime = performance.now() - next.since <= next.patience;
      next.go(inTime);
      if (inTime) break;
    }
    moving = waiting.length > 0;
    if (moving) setImmediate(move);
  };
  return {
    take: (patience) =>
      new Promise((go) => {
        waiting.push({ since: performance.now(), patience, go });
        if (moving) return;
        moving = true;
        setImmediate(move);
      }),
  };
}
