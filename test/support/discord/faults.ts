/** What is made to go wrong with the next REST calls. */

export type Failure =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection is cut without an answer. */
  | { readonly kind: "reset" }
  /** Nothing is answered until the client gives up. */
  | { readonly kind: "hang" };

interface Plan {
  readonly matches: (method: string, path: string) => boolean;
  readonly failure: Failure;
  /** Carried out all the same, then answered with the failure: what a lost response looks like. */
  readonly afterCarryingOut: boolean;
  times: number;
}

export interface Faults {
  next(
    where: RegExp,
    failure: Failure,
    options?: { readonly times?: number; readonly afterCarryingOut?: boolean },
  ): void;
  take(method: string, path: string): Plan | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  let plans: Plan[] = [];
  return {
    next(where, failure, { times = 1, afterCarryingOut = false } = {}) {
      plans.push({
        matches: (method, path) => where.test(`${method} ${path}`),
        failure,
        afterCarryingOut,
        times,
      });
    },
    take(method, path) {
      const plan = plans.find((candidate) => candidate.times > 0 && candidate.matches(method, path));
      if (plan !== undefined) plan.times -= 1;
      return plan;
    },
    clear: () => {
      plans = [];
    },
  };
}
