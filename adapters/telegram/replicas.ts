import { type Claims, createClaims } from "../service/claims.ts";
import { createLease, type Lease } from "../service/lease.ts";
import type { SharedState } from "../service/shared-state.ts";

/** What several processes of one bot have to agree on: who polls, and who answers which update. */
export interface Replicas {
  /** Telegram lets one program poll; the others stand by. */
  readonly polling: Lease;
  /** Updates by their ids. */
  readonly updates: Claims;
  close(): Promise<void>;
}

export function createReplicas({ redis, self }: SharedState, token: string): Replicas {
  // The number before the colon is the bot's id, which is no secret
  const name = `telegram:${token.split(":")[0]}`;
  const polling = createLease({ name, redis, self });
  const updates = createClaims({ name, redis, self });
  return {
    polling,
    updates,
    async close() {
      updates.close();
      await polling.release();
    },
  };
}
