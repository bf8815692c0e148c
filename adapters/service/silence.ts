/** Parts in which a time is counted. */
const PARTS = 5;

/**
 * Calls `then` after so many ms in which nothing was heard. Time for which the event loop was blocked counts as one part of it at most: an
 * answer may have come meanwhile that nobody could read. Returns what ends the wait. Keeps no process alive.
 */
export function afterSilence(ms: number, then: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (left: number): void => {
    timer = setTimeout(() => (left > 1 ? wait(left - 1) : then()), ms / PARTS).unref();
  };
  wait(PARTS);
  return () => clearTimeout(timer);
}
