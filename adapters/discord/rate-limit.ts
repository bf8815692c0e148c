/** How often one person may ask. */
import { createRateLimit } from "../service/rate-limit.ts";
import type { RedisConnection } from "../service/redis-connection.ts";

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
  /** Whether a person who has to wait has yet to be told; true only once per wait. */
  tell(userId: string): Promise<boolean>;
}

export function createLimits({ questions, seconds }: LimitSettings, redis?: RedisConnection): Limits {
  const limit = (name: string, points: number) =>
    createRateLimit({ name: `discord:${name}`, points, seconds, redis });
  const asked = limit("asked", questions);
  const pressed = limit("pressed", questions * PRESSES_A_QUESTION);
  const told = limit("told", 1);
  return {
    wait: async (userId) => (await asked.take(userId))?.seconds ?? 0,
    waitToPress: async (userId) => (await pressed.take(userId))?.seconds ?? 0,
    tell: async (userId) => (await told.take(userId)) === undefined,
  };
}
