/** What a surface reports when asked whether it can serve. Never any text or user id. */
export interface Readiness {
  readonly ready: boolean;
  /** In plain words, why not. */
  readonly reason?: string;
  /** What it rests on, such as the seconds since the last event. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Called at every request of `/readyz`, so it only reports what is already known. */
export type ReadinessProbe = () => Readiness;
