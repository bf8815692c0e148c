/** How often one person may ask. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export interface LimitSettings {
  readonly questions: number;
  /** In how many seconds. */
  readonly seconds: number;
}

/** An answer has up to ten passages to turn through. */
const PRESSES_A_QUESTION = 5;

export interface Limits {
  /** Seconds to wait before the next question; 0 when this one may be answered. Call it once a question. */
  wait(userId: string): Promise<number>;
  /** The same for buttons, of which there may be more. */
  waitToPress(userId: string): Promise<number>;
  /** Whether a person who has to wait has not been told yet; asking tells. */
  tell(userId: string): Promise<boolean>;
}

export function createLimits({ questions, seconds }: LimitSettings): Limits {
  const asked = new RateLimiterMemory({ points: questions, duration: seconds, keyPrefix: "asked" });
  const pressed = new RateLimiterMemory({
    points: questions * PRESSES_A_QUESTION,
    duration: seconds,
    keyPrefix: "pressed",
  });
  const told = new RateLimiterMemory({ points: 1, duration: seconds, keyPrefix: "told" });
  return {
    wait: async (userId) => Math.ceil((await refused(asked, userId)) / 1_000),
    waitToPress: async (userId) => Math.ceil((await refused(pressed, userId)) / 1_000),
    tell: async (userId) => (await refused(told, userId)) === 0,
  };
}

/** ms to wait. The limiter rejects with its result, not with an error, when there is nothing left. */
async function refused(limiter: RateLimiterMemory, userId: string): Promise<number> {
  try {
    await limiter.consume(userId);
    return 0;
  } catch (result) {
    if (result instanceof RateLimiterRes) return Math.max(1, result.msBeforeNext);
    throw result;
  }
}
