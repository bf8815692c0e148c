import { TelegramError } from "telegraf";

/**
 * What went wrong with a call, as far as it decides what to do next:
 * - `flood`: refused, welcome again after `wait`;
 * - `unreached`: the call never left, so it can be made again;
 * - `uncertain`: it may have taken effect (no answer, half an answer, 5xx);
 * - `unmodified`, `stale`: the normal ends of a pressed button and of an old query;
 * - `moved`: the group became a supergroup, `chat` is its new id;
 * - `unauthorized`: the token is not (or no longer) valid, nothing will work;
 * - `conflict`: somebody else polls with this token;
 * - `stopped`: we are shutting down;
 * - `refused`: every other 4xx, final.
 */
export type TelegramFault =
  | { readonly kind: "flood"; readonly wait: number; readonly says: string }
  | { readonly kind: "moved"; readonly chat: number; readonly says: string }
  | { readonly kind: FinalKind | "unreached" | "uncertain" | "conflict"; readonly says: string };

type FinalKind = "unmodified" | "stale" | "unauthorized" | "forbidden" | "stopped" | "refused";

/** Errors of a connection that was never made: nothing can have been sent over it. */
const UNREACHED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ENETDOWN",
]);

/** Seconds to wait when a 429 does not say how long. */
const FLOOD_WAIT = 5;

export function faultOf(error: unknown, token: string): TelegramFault {
  const says = describe(error, token);
  if (error instanceof TelegramError) return faultOfAnswer(error, says);
  const code = (error as { code?: unknown } | null)?.code;
  return { kind: typeof code === "string" && UNREACHED.has(code) ? "unreached" : "uncertain", says };
}

function faultOfAnswer(error: TelegramError, says: string): TelegramFault {
  const { code, parameters } = error;
  if (code === 429) return { kind: "flood", wait: (parameters?.retry_after ?? FLOOD_WAIT) * 1000, says };
  // A token of the wrong shape is answered with 404, a revoked one with 401. Elsewhere 404 is a method that an older
  // server of one's own lacks.
  const method = (error.on as { method?: unknown } | undefined)?.method;
  if (code === 401 || (code === 404 && method === "getMe")) return { kind: "unauthorized", says };
  if (code === 403) return { kind: "forbidden", says };
  if (code === 409) return { kind: "conflict", says };
  if (code >= 500 || !Number.isInteger(code)) return { kind: "uncertain", says };
  const moved = parameters?.migrate_to_chat_id;
  if (moved !== undefined) return { kind: "moved", chat: moved, says };
  if (says.includes("message is not modified")) return { kind: "unmodified", says };
  if (says.includes("query is too old")) return { kind: "stale", says };
  return { kind: "refused", says };
}

/**
 * One line for the log. The message only, never the error itself: a TelegramError carries the whole call with the
 * asker's text, and the messages of node-fetch carry the address, and with it the token.
 */
export function describe(error: unknown, token: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return (token === "" ? message : message.replaceAll(token, "[token]")).slice(0, 300);
}
