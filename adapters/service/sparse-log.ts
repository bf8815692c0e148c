/** ms between two lines of one kind. */
const EVERY = 60_000;

/** Lets one line of a kind through a minute, with the number suppressed since the last. */
export function createSparseLog(now: () => number = Date.now): {
  say(kind: string, line: (keptBack: number) => void): void;
} {
  const kinds = new Map<string, { at: number; keptBack: number }>();
  return {
    say(kind, line) {
      const known = kinds.get(kind);
      if (known && now() - known.at < EVERY) {
        known.keptBack += 1;
        return;
      }
      line(known?.keptBack ?? 0);
      kinds.set(kind, { at: now(), keptBack: 0 });
    },
  };
}
