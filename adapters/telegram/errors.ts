import { TelegramError } from "telegraf";
import { ConfigError } from "../service/config.ts";
import { loggable } from "../service/loggable.ts";

/**
 * What went wrong with a call, as far as it decides what to do next:
 * - `flood`: refused, welcome again after `wait`;
 * - `unreached`: the call never left, so it can be made again;
 * - `failed`: the server says that it could not do it (500, 503), so it can be made again after a pause;
 * - `uncertain`: it may have taken effect (no answer, half an answer, a gateway's 502 or 504);
 * - `replaced`: a later change of the same message took its place;
 * - `unmodified`, `stale`: the normal ends of a pressed button and of an old query;
 * - `moved`: the group became a supergroup, `chat` is its new id;
 * - `unauthorized`: the token is not (or no longer) valid, nothing will work;
 * - `conflict`: somebody else polls with this token;
 * - `stopped`: we are shutting down;
 * - `refused`: every other 4xx, final.
 *
 * `says` may be logged: it holds nothing that the server wrote of its own, which may repeat what somebody asked.
 */
export type TelegramFault =
  | { readonly kind: "flood"; readonly wait: number; readonly says: string }
  | { readonly kind: "moved"; readonly chat: number; readonly says: string }
  | { readonly kind: PassingKind | FinalKind; readonly says: string };

type PassingKind = "unreached" | "failed" | "uncertain" | "conflict";
type FinalKind = "unmodified" | "stale" | "replaced" | "unauthorized" | "forbidden" | "stopped" | "refused";

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

/** A gateway's: what stands behind it may have done what it was asked to. */
const GATEWAY = new Set([502, 504]);

export function faultOf(error: unknown): TelegramFault {
  const says = describe(error);
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
  if (GATEWAY.has(code) || !Number.isInteger(code)) return { kind: "uncertain", says };
  if (code >= 500) return { kind: "failed", says };
  const moved = parameters?.migrate_to_chat_id;
  if (moved !== undefined) return { kind: "moved", chat: moved, says };
  if (says.includes("message is not modified")) return { kind: "unmodified", says };
  if (says.includes("query is too old")) return { kind: "stale", says };
  return { kind: "refused", says };
}

/** Error descriptions that Telegram is known to send. Anything else may repeat the text that it refused. */
const KNOWN = [
  "message is not modified",
  "query is too old",
  "chat not found",
  "message thread not found",
  "message to be replied not found",
  "message to edit not found",
  "message can't be edited",
  "message text is empty",
  "message is too long",
  "have no rights to send",
  "not enough rights",
  "bot was blocked by the user",
  "bot was kicked",
  "user is deactivated",
  "terminated by other getUpdates request",
  "can't use getUpdates method while webhook is active",
  "bad webhook",
  "Unauthorized",
  "Too Many Requests",
  "BUTTON_DATA_INVALID",
  "ENTITY",
  "MESSAGE_TOO_LONG",
] as const;

/**
 * One line for the log: the status and a phrase that is known, or the error's class and code. Never an error's own words: a TelegramError
 * may repeat the asker's text, and the messages of node-fetch carry the address, and with it the token.
 */
export function describe(error: unknown): string {
  if (error instanceof TelegramError) {
    const { code, description } = error;
    const phrase = KNOWN.find((known) => String(description ?? "").includes(known));
    return phrase === undefined ? `status ${code}` : `status ${code}, ${phrase}`;
  }
  if (error instanceof NoAnswer) return error.message;
  const { error: name, code } = loggable(error);
  return code === undefined ? name : `${name} ${code}`;
}

/** A call that was given up. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** For whoever has to mend it. */
export const refusedToken = (says: string): ConfigError =>
  new ConfigError(
    `Telegram refuses the token (${says}): put the one that BotFather shows into TELEGRAM_TOKEN.`,
  );
