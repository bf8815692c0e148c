import { pause } from "./backoff.ts";
import type { Log } from "./log.ts";
import { loggable } from "./loggable.ts";
import type { Surface } from "./surface.ts";

/** ms. A surface that has not stopped by then is left behind. */
const MAX_STOP = 20_000;

/** One after the other: platforms before the web server that delivers to some of them. */
export async function stopInOrder(surfaces: readonly Surface[], log: Log): Promise<void> {
  const [pages, platforms] = [true, false].map((page) =>
    surfaces.filter((s) => (s.name === "page") === page),
  );
  const all = async (some: readonly Surface[] = []): Promise<void> => {
    const ends = await Promise.allSettled(some.map((surface) => surface.stop()));
    for (const end of ends)
      if (end.status === "rejected") log.error(loggable(end.reason), "could not stop in order");
  };
  await Promise.race([all(platforms).then(() => all(pages)), pause(MAX_STOP)]);
}
