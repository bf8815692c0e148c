import { isIP } from "node:net";
import { z } from "zod";

/** One environment variable: how it is read, and what it has to be, in words that end the sentence "NAME must be …". */
interface Setting<T extends z.ZodType = z.ZodType> {
  readonly schema: T;
  readonly expected: string;
}

/** Empty, and nothing but white space, is as if it were not there: `.env.example` has a line for everything. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined),
    schema.optional(),
  );

const setting = <T extends z.ZodType>(expected: string, schema: T): Setting<T> => ({ schema, expected });

const text = (expected: string) => setting(expected, optional(z.string()));
const choice = <const T extends readonly string[]>(...values: T) =>
  setting(
    values.length === 2 ? values.join(" or ") : `one of ${values.join(", ")}`,
    optional(z.enum(values)),
  );
const whole = (least: number, most: number) =>
  setting(
    `a whole number from ${least} to ${most}`,
    optional(z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))),
  );
const webAddress = () =>
  setting(
    "an address that begins with http:// or https://",
    optional(z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""))),
  );

const translationService = () =>
  setting(
    "an address that begins with https:// and has {text} in it",
    optional(z.url({ protocol: /^https$/ }).refine((value) => value.includes("{text}"))),
  );

/** Discord's ids are 64-bit numbers in decimal. */
const SNOWFLAKE = /^\d{17,20}$/;
const LISTED = /[\s,]+/;
const list = (expected: string, one: (value: string) => boolean) =>
  setting(
    expected,
    optional(
      z
        .string()
        .transform((value) => value.split(LISTED).filter(Boolean))
        .refine((values) => values.every(one)),
    ),
  );

/** "0-3,7" as 0, 1, 2, 3, 7; nothing where a part is neither a number nor a range. */
function numbersIn(value: string): number[] {
  const parts = value.split(LISTED).filter(Boolean);
  const ranges = parts.map((part) => /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part));
  const all = ranges.flatMap((range) => {
    const [first, last] = [Number(range?.[1]), Number(range?.[2] ?? range?.[1])];
    return first <= last ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [Number.NaN];
  });
  return all.every(Number.isInteger) ? [...new Set(all)] : [];
}

/** Ranges that Fastify knows by name. */
const NAMED_RANGES = new Set(["loopback", "linklocal", "uniquelocal"]);

function isAddressRange(value: string): boolean {
  const [address = "", bits, ...more] = value.split("/");
  const kind = isIP(address);
  if (NAMED_RANGES.has(value)) return true;
  if (kind === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128));
}

const DISCORD_TOKEN = z.string().regex(/^[\x21-\x7e]{20,}$/);
const TELEGRAM_TOKEN = z.string().regex(/^\d+:[\w-]{20,}$/);
const WEBHOOK_SECRET = z.string().regex(/^[\w-]{16,256}$/);

/** `.env.example` documents each, and a test keeps the two equal. */
const SETTINGS = {
  SEEDS_DIR: text("a folder"),
  LOG_LEVEL: choice("silent", "fatal", "error", "warn", "info", "debug", "trace"),
  ANSWERS_PER_MINUTE: whole(1, 10_000),
  REDIS_URL: setting(
    "an address such as redis://localhost:6379 or rediss://user:password@host:6379",
    optional(z.url({ protocol: /^rediss?$/ })),
  ),
  REDIS_URL_FILE: text("a file that holds the address"),
  INDEX_SNAPSHOT: text("a file in a folder that can be written to"),
  UNANSWERED_LOG: text("a folder that can be written to"),
  UNANSWERED_DAYS: whole(1, 3650),
  FEEDBACK: choice("on", "off"),
  TERMINAL_BIDI: choice("auto", "terminal", "visual"),

  HTTP: choice("on", "off"),
  HTTP_HOST: text("an address of this machine"),
  HTTP_PORT: whole(0, 65_535),
  PORT: whole(0, 65_535),
  HTTP_TRUSTED_PROXIES: list(
    "addresses or ranges such as 10.0.0.0/8, separated by commas (loopback, linklocal and uniquelocal are ranges too)",
    isAddressRange,
  ),
  PUBLIC_URL: webAddress(),
  TRANSLATOR_URL: translationService(),
  SUPPORT_URL: webAddress(),
  HTTPS_PROXY: text("the address of a proxy"),
  HTTP_PROXY: text("the address of a proxy"),
  NO_PROXY: text("names of hosts, separated by commas"),

  DISCORD_TOKEN: setting(
    "a bot token as the developer portal shows it: 20 characters or more, without white space",
    optional(DISCORD_TOKEN),
  ),
  DISCORD_TOKEN_FILE: text("a file that holds the token"),
  DISCORD_GUILD_ID: setting("the id of a server, 17 to 20 digits", optional(z.string().regex(SNOWFLAKE))),
  DISCORD_CHANNELS: list("ids of channels, 17 to 20 digits each, separated by commas", (id) =>
    SNOWFLAKE.test(id),
  ),
  DISCORD_SHARDS: setting(
    "auto, or a whole number from 1 to 10000",
    optional(
      z.union([
        z.literal("auto"),
        z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(10_000)),
      ]),
    ),
  ),
  DISCORD_SHARD_IDS: setting(
    "numbers and ranges such as 0-3,7, or hostname",
    optional(z.union([z.literal("hostname"), z.string().transform(numbersIn).pipe(z.array(z.int()).min(1))])),
  ),
  DISCORD_API_URL: webAddress(),

  TELEGRAM_TOKEN: setting("of the form 123456:ABC…, as BotFather gives it", optional(TELEGRAM_TOKEN)),
  TELEGRAM_TOKEN_FILE: text("a file that holds the token"),
  TELEGRAM_API_ROOT: webAddress(),
  TELEGRAM_JOURNAL: text("a file in a folder that can be written to"),
  TELEGRAM_WEBHOOK_URL: webAddress(),
  TELEGRAM_WEBHOOK_SECRET: setting("16 to 256 letters, digits, _ or -", optional(WEBHOOK_SECRET)),
  TELEGRAM_WEBHOOK_SECRET_FILE: text("a file that holds the secret"),
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { readonly [K in SettingName]: z.output<(typeof SETTINGS)[K]["schema"]> };

export const VARIABLES = Object.keys(SETTINGS) as SettingName[];

/** Secrets, each of which may stand in a file whose name `NAME_FILE` gives: secrets of containers are files. */
export const SECRETS = ["REDIS_URL", "DISCORD_TOKEN", "TELEGRAM_TOKEN", "TELEGRAM_WEBHOOK_SECRET"] as const;

/** The settings, and a line for each that cannot be used. A line never holds a value: it may be a secret. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): {
  readonly settings: Settings;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const settings = Object.fromEntries(
    VARIABLES.map((name) => {
      const { schema, expected } = SETTINGS[name];
      const parsed = schema.safeParse(environment[name]);
      if (!parsed.success) problems.push(`${name}  must be ${expected}`);
      return [name, parsed.success ? parsed.data : undefined];
    }),
  );
  return { settings: settings as Settings, problems };
}
