import { z } from "zod";

/** Settings that cannot be used, with every problem in the message. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const onOff = (fallback: "on" | "off") =>
  optional(z.enum(["on", "off"])).transform((v) => (v ?? fallback) === "on");
const count = (fallback: number, least: number, most: number) =>
  optional(z.coerce.number().int().min(least).max(most)).transform((v) => v ?? fallback);
const webAddress = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));
/** Discord's ids are 64-bit numbers in decimal. */
const snowflake = z.string().regex(/^\d{17,20}$/, "a Discord id: 17 to 20 digits");

/** One entry a variable; `.env.example` documents each, and a test keeps the two equal. */
const schema = z.object({
  SEEDS_DIR: optional(z.string()).transform((v) => v ?? "seeds"),
  LOG_LEVEL: optional(z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"])).transform(
    (v) => v ?? "info",
  ),
  ANSWERS_PER_MINUTE: count(20, 1, 10_000),
  TERMINAL_BIDI: optional(z.enum(["auto", "terminal", "visual"])).transform((v) => v ?? "auto"),

  HTTP: onOff("on"),
  HTTP_HOST: optional(z.string()).transform((v) => v ?? "127.0.0.1"),
  HTTP_PORT: count(3000, 0, 65_535),
  PUBLIC_URL: optional(webAddress),

  DISCORD_TOKEN: optional(z.string().min(20, "too short for a Discord bot token")),
  DISCORD_GUILD_ID: optional(snowflake),
  DISCORD_CHANNELS: optional(z.string()).transform((v, context) => {
    const ids = (v ?? "").split(/[\s,]+/).filter(Boolean);
    if (!ids.every((id) => snowflake.safeParse(id).success))
      context.addIssue({ code: "custom", message: "channel ids, separated by commas" });
    return ids;
  }),
  DISCORD_SHARDS: optional(z.union([z.literal("auto"), z.coerce.number().int().min(1).max(10_000)])),
  DISCORD_API_URL: optional(webAddress),

  TELEGRAM_TOKEN: optional(
    z.string().regex(/^\d+:[\w-]{20,}$/, "not of the form 123456:ABC…, as BotFather gives it"),
  ),
  TELEGRAM_API_ROOT: optional(webAddress),
  TELEGRAM_JOURNAL: optional(z.string()),
  TELEGRAM_WEBHOOK_URL: optional(webAddress),
  TELEGRAM_WEBHOOK_SECRET: optional(z.string().regex(/^[\w-]{16,256}$/, "16 to 256 letters, digits, _ or -")),
});

export const VARIABLES = Object.keys(schema.shape) as (keyof z.infer<typeof schema>)[];

export interface Config {
  readonly seedsDir: string;
  readonly logLevel: string;
  /** Answers that one person gets in a minute, on any platform. */
  readonly answersPerMinute: number;
  /** Who orders right-to-left text in a terminal: it, or we; `auto` goes by what it says of itself. */
  readonly terminalBidi: "auto" | "terminal" | "visual";
  readonly http: { readonly host: string; readonly port: number } | undefined;
  /** Root of the source reader as the public sees it, without a final slash. */
  readonly publicUrl: string | undefined;
  readonly discord:
    | {
        readonly token: string;
        readonly guildId: string | undefined;
        /** Where it answers; everywhere when empty. */
        readonly channels: readonly string[];
        readonly shards: "auto" | number | undefined;
        readonly apiUrl: string | undefined;
      }
    | undefined;
  readonly telegram:
    | {
        readonly token: string;
        readonly apiRoot: string | undefined;
        /** File in which ids of answered updates outlive a crash. */
        readonly journal: string | undefined;
        readonly webhook: { readonly url: string; readonly secret: string } | undefined;
      }
    | undefined;
}

/** Reads the settings from an environment. Throws ConfigError with all that is wrong, and never a value: it may be a secret. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = schema.safeParse(environment);
  const problems = result.success
    ? []
    : result.error.issues.map((i) => `  ${i.path.join(".")}  ${i.message}`);
  const raw = (name: string) => environment[name] || undefined;
  if (raw("TELEGRAM_WEBHOOK_URL") && !raw("TELEGRAM_WEBHOOK_SECRET"))
    problems.push(
      "  TELEGRAM_WEBHOOK_SECRET  needed with TELEGRAM_WEBHOOK_URL: without it anyone could send updates",
    );
  if (raw("TELEGRAM_WEBHOOK_URL") && raw("HTTP") === "off")
    problems.push("  HTTP  off, but TELEGRAM_WEBHOOK_URL needs the web server to receive updates");
  if (problems.length > 0 || !result.success)
    throw new ConfigError(`The settings cannot be used (see .env.example):\n${problems.join("\n")}`);
  const v = result.data;
  return {
    seedsDir: v.SEEDS_DIR,
    logLevel: v.LOG_LEVEL,
    answersPerMinute: v.ANSWERS_PER_MINUTE,
    terminalBidi: v.TERMINAL_BIDI,
    http: v.HTTP ? { host: v.HTTP_HOST, port: v.HTTP_PORT } : undefined,
    publicUrl: v.PUBLIC_URL,
    discord: v.DISCORD_TOKEN
      ? {
          token: v.DISCORD_TOKEN,
          guildId: v.DISCORD_GUILD_ID,
          channels: v.DISCORD_CHANNELS,
          shards: v.DISCORD_SHARDS,
          apiUrl: v.DISCORD_API_URL,
        }
      : undefined,
    telegram: v.TELEGRAM_TOKEN
      ? {
          token: v.TELEGRAM_TOKEN,
          apiRoot: v.TELEGRAM_API_ROOT,
          journal: v.TELEGRAM_JOURNAL,
          webhook:
            v.TELEGRAM_WEBHOOK_URL && v.TELEGRAM_WEBHOOK_SECRET
              ? { url: v.TELEGRAM_WEBHOOK_URL, secret: v.TELEGRAM_WEBHOOK_SECRET }
              : undefined,
        }
      : undefined,
  };
}
