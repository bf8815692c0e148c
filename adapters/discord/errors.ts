/** Errors of Discord, by what they mean here. */

import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from "discord.js";
import { loggable } from "../service/loggable.ts";

/** The bot cannot go on, and starting it again will not help: somebody has to change something first. */
export class FatalError extends Error {
  override readonly name = "CannotGoOn";
}

const TOKEN =
  "Discord does not accept the token. Set DISCORD_TOKEN to the one under “Bot” in the application's settings " +
  "(Reset Token shows a new one).";
const BY_CLOSE_CODE: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN,
  [GatewayCloseCodes.InvalidShard]: "Discord does not accept the shard. Set DISCORD_SHARDS=auto.",
  [GatewayCloseCodes.ShardingRequired]:
    "The bot is in too many servers for one connection. Set DISCORD_SHARDS=auto.",
  [GatewayCloseCodes.InvalidAPIVersion]: "Discord no longer serves this API version. Update discord.js.",
  [GatewayCloseCodes.InvalidIntents]: "Discord does not know the intents. Update discord.js.",
  [GatewayCloseCodes.DisallowedIntents]:
    "Discord does not allow the intents. None of them is privileged: check that the application is not disabled.",
};

/** For a gateway close code that is final; undefined for one after which the library reconnects. */
export function fatalErrorOfClose(code: number): FatalError | undefined {
  const message = BY_CLOSE_CODE[code];
  return message === undefined ? undefined : new FatalError(`${message} (gateway close ${code})`);
}

/** For an error of login or of a REST call; undefined when it is temporary or concerns only that call. */
export function fatalErrorOf(error: unknown): FatalError | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return new FatalError(`${TOKEN} (401)`);
  // 50027 is a 401 too: the token of an interaction that is over 15 minutes old, not the bot's.
  if (error instanceof DiscordAPIError && error.status === 401 && error.code === 0)
    return new FatalError(`${TOKEN} (401)`);
  return undefined;
}

const UNKNOWN_INTERACTION = 10062;
const ALREADY_ACKNOWLEDGED = 40060;
const UNKNOWN_MESSAGE = 10008;

/**
 * Expected outcomes. `late`: the interaction has expired (too slow, or the client went away). `repeated`: an earlier try succeeded although
 * its response was lost. `gone`: the message to change has been deleted.
 */
export function expected(error: unknown): "late" | "repeated" | "gone" | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  if (error.code === UNKNOWN_INTERACTION || error.code === 50027) return "late";
  if (error.code === ALREADY_ACKNOWLEDGED) return "repeated";
  if (error.code === UNKNOWN_MESSAGE) return "gone";
  return undefined;
}

/** The class of an error, for counting: `DiscordAPIError.10062`. */
export function classOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return `DiscordAPIError.${error.code}`;
  return loggable(error).error;
}

/** What may be logged of an error: never the body of the request, which holds the asker's words. */
export function described(error: unknown): Record<string, unknown> {
  if (error instanceof DiscordAPIError)
    return {
      error: error.name,
      code: error.code,
      status: error.status,
      method: error.method,
      fields: fields(error),
    };
  return { ...loggable(error) };
}

/** The names of the fields that Discord refused, without their values. */
function fields(error: DiscordAPIError): string[] {
  const errors = "errors" in error.rawError ? error.rawError.errors : undefined;
  const found: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node))
      if (key === "_errors") found.push(`${path} ${(child as { code?: string }[])[0]?.code ?? ""}`.trim());
      else visit(child, path === "" ? key : `${path}.${key}`);
  };
  visit(errors, "");
  return found;
}
