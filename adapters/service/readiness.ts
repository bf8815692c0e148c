/** What a surface says of itself when it is asked whether it can serve. No text and no user's id has a place in it. */
export interface Readiness {
  readonly ready: boolean;
  /** In plain words, why not. */
  readonly reason?: string;
  /** What it rests on, such as the seconds since the last event. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Asked at every request of `/readyz`, so it only looks at what is already known. */
export type ReadinessProbe = () => Readiness;
