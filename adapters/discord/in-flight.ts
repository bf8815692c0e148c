/** Answers in progress: their errors are caught in one place, they are counted, and shutdown waits for them. */

export interface InFlight {
  /** Starts a task, unless the end has begun. Whatever it throws is reported, never thrown. */
  begin(task: () => Promise<void>): void;
  /** Accepts no more tasks, and resolves when all are done or after the limit, with the number left unfinished. */
  finish(limit: number): Promise<number>;
}

export function createInFlight(report: (error: unknown) => void): InFlight {
  const running = new Set<Promise<void>>();
  let open = true;
  return {
    begin(task) {
      if (!open) return;
      // Started at once: discord.js changes its objects with the next event. A throw before the first `await` counts too.
      const promise = (async () => task())().catch(report);
      running.add(promise);
      void promise.finally(() => running.delete(promise));
    },
    async finish(limit) {
      open = false;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limit);
      });
      await Promise.race([Promise.all(running), late]);
      clearTimeout(timer);
      return running.size;
    },
  };
}
