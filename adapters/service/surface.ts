import type { ReadinessProbe } from "./readiness.ts";

/** A place where people ask, while it runs. */
export interface Surface {
  /** As the start-up line names it. */
  readonly name: string;
  /** Resolves when it has stopped, rejects when it cannot go on without somebody mending something. */
  readonly ended: Promise<void>;
  readonly readiness: ReadinessProbe;
  /** Accepts nothing new and finishes what is in progress, within a time limit of its own. */
  stop(): Promise<void>;
  /** Has its own processes read the corpus again, where it has any. */
  reload?(): void;
}
