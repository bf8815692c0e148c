/**
 * Decides which question is answered next, over all surfaces. Surfaces take turns, so that a crowd on one keeps nobody waiting on another;
 * within a surface the nearest deadline comes first: a command, which Discord expires after 3 s, before a thousand mentions. Under overload
 * the newest questions are answered in time, and the askers of the others are told.
 */
export interface Scheduler {
  /**
   * Resolves when it is one's turn and `ahead` is done, with true; with false as soon as that cannot be within so many ms. Between two
   * turns the event loop turns, so that replies leave. `ahead` is told since when one has waited, by the clock of `performance.now()`.
   */
  take(surface: string, patience: number, ahead?: (since: number) => Promise<void>): Promise<boolean>;
}

interface Waiting {
  readonly since: number;
  readonly patience: number;
  readonly go: (inTime: boolean) => void;
}

/** Those of one surface, in order of arrival by how long they can wait: so each list is in the order of its deadlines. */
type Lanes = Map<number, Waiting[]>;

/** Share of the deadline after which a queue counts as overloaded. */
const OVERLOAD = 0.5;

export function createScheduler({ slots = 1 }: { readonly slots?: number } = {}): Scheduler {
  const surfaces = new Map<string, Lanes>();
  let free = slots;
  let moving = false;

  function move(): void {
    moving = false;
    if (free <= 0) return;
    const next = nextOf(surfaces);
    if (next === undefined) return;
    free -= 1;
    next.go(true);
    start();
  }

  function start(): void {
    if (moving || free <= 0) return;
    moving = true;
    setImmediate(move);
  }

  const release = (): void => {
    free += 1;
    start();
  };

  return {
    async take(surface, patience, ahead) {
      const lanes = surfaces.get(surface) ?? new Map<number, Waiting[]>();
      surfaces.set(surface, lanes);
      const lane = lanes.get(patience) ?? [];
      lanes.set(patience, lane);
      const since = performance.now();
      const inTime = await new Promise<boolean>((go) => {
        lane.push({ since, patience, go });
        start();
      });
      if (!inTime) return false;
      try {
        await ahead?.(since);
      } finally {
        // The caller uses the answer in this same turn of the event loop
        setImmediate(release);
      }
      return true;
    },
  };
}

function nextOf(surfaces: Map<string, Lanes>): Waiting | undefined {
  for (const [name, lanes] of [...surfaces]) {
    const next = nextIn(lanes);
    surfaces.delete(name);
    // Its turn is over: the others come first now
    if (lanes.size > 0) surfaces.set(name, lanes);
    if (next !== undefined) return next;
  }
  return undefined;
}

function nextIn(lanes: Lanes): Waiting | undefined {
  const now = performance.now();
  let best: Waiting[] | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [patience, lane] of lanes) {
    // Those who are too late cost nothing, so they take no turn from others
    let late = 0;
    while (late < lane.length && now - (lane[late]?.since ?? now) > patience) late += 1;
    for (const one of lane.splice(0, late)) one.go(false);
    const [first] = lane;
    if (first === undefined) lanes.delete(patience);
    else if (first.since + patience < nearest) {
      nearest = first.since + patience;
      best = lane;
    }
  }
  const [first] = best ?? [];
  if (best === undefined || first === undefined) return undefined;
  const next = now - first.since > first.patience * OVERLOAD ? best.pop() : best.shift();
  if (best.length === 0) lanes.delete(first.patience);
  return next;
}
