/** What is being answered right now: caught once, counted, and waited for at the end. */

export interface InFlight {
  /** Starts a task, unless the end has begun. Whatever it throws is reported, never thrown. */
  begin(task: () => Promise<void>): void;
  /** Takes no more, and resolves when everything begun is done, or after the limit. Gives the number left undone. */
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
