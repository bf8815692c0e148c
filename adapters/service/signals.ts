/** ms. The terminal signals the whole process group and npm forwards the signal, so one Ctrl-C arrives twice. */
const SAME_SIGNAL = 1_000;

/** Aborted when the process is asked to end. A second request after a while exits at once. */
export function onSignals({ reload }: { readonly reload: () => void }): AbortSignal {
  const leaving = new AbortController();
  let askedAt = Number.POSITIVE_INFINITY;
  const leave = (): void => {
    if (performance.now() - askedAt > SAME_SIGNAL) process.exit(1);
    if (leaving.signal.aborted) return;
    askedAt = performance.now();
    leaving.abort();
  };
  process.on("SIGINT", leave);
  process.on("SIGTERM", leave);
  // A terminal that is closed sends it too: then nobody is there any more to be served or to stop us
  process.on("SIGHUP", () => (process.stdin.isTTY ? leave() : reload()));
  return leaving.signal;
}
