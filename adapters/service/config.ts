import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { parseSettings, SECRETS } from "./settings.ts";

/** Settings that cannot be used, with every problem in the message. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

export interface Config {
  readonly seedsDir: string;
  readonly logLevel: string;
  /** Answers that one person gets in a minute, on any platform. */
  readonly answersPerMinute: number;
  /** Where replicas and shards share limits and answered updates; each on its own without it. */
  readonly redisUrl: string | undefined;
  /** File that keeps the index between two starts. */
  readonly indexSnapshot: string | undefined;
  /** Where questions without an answer are kept, and for how many days; they are not without it. */
  readonly unanswered: { readonly folder: string; readonly days: number } | undefined;
  /** Whether answers on Discord and Telegram can be voted on. */
  readonly feedback: boolean;
  /** Who reorders right-to-left text: the terminal, or this program; `auto` goes by the terminal's environment. */
  readonly terminalBidi: "auto" | "terminal" | "visual";
  readonly http:
    | {
        readonly host: string;
        readonly port: number;
        /** Addresses and ranges of proxies whose `X-Forwarded-For` is trusted. */
        readonly trustedProxies: readonly string[];
      }
    | undefined;
  /** Root of the source reader as the public sees it, without a final slash. */
  readonly publicUrl: string | undefined;
  readonly translatorUrl: string | undefined;
  /** Where to reach who runs the bot. */
  readonly supportUrl: string | undefined;
  readonly discord:
    | {
        readonly token: string;
        readonly guildId: string | undefined;
        /** Where it answers; everywhere when empty. */
        readonly channels: readonly string[];
        readonly shards: "auto" | number | undefined;
        /** Those of them that this process runs; all of them without it. */
        readonly shardIds: readonly number[] | undefined;
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

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings from an environment. Throws ConfigError with everything that is wrong, but never a value, which may be a secret. */
export function readConfig(environment: Environment): Config {
  const files = readSecretFiles(environment);
  const { settings: v, problems: wrong } = parseSettings({ ...environment, ...files.secrets });
  const problems = [...files.problems, ...wrong];
  const refused = (name: string) => problems.some((problem) => problem.startsWith(`${name}  `));
  const { TELEGRAM_WEBHOOK_URL: hook, TELEGRAM_WEBHOOK_SECRET: secret } = v;
  if (hook && !secret && !refused("TELEGRAM_WEBHOOK_SECRET") && !refused("TELEGRAM_WEBHOOK_SECRET_FILE"))
    problems.push(
      "TELEGRAM_WEBHOOK_SECRET  is needed with TELEGRAM_WEBHOOK_URL: without it anyone could send updates",
    );
  if (hook && v.HTTP === "off")
    problems.push("HTTP  is off, but TELEGRAM_WEBHOOK_URL needs the web server to receive updates");
  const shardIds = v.DISCORD_SHARD_IDS === "hostname" ? shardOfHost(problems) : v.DISCORD_SHARD_IDS;
  const wanted = shardIds?.filter((id) => typeof v.DISCORD_SHARDS !== "number" || id >= v.DISCORD_SHARDS);
  if (wanted !== undefined && wanted.length > 0 && !refused("DISCORD_SHARDS"))
    problems.push(
      `DISCORD_SHARD_IDS  needs DISCORD_SHARDS to be the number of all shards, and to be above each of these (${wanted.slice(0, 5).join(", ")})`,
    );
  if (problems.length > 0)
    throw new ConfigError(
      `The settings cannot be used (see .env.example):\n${problems.map((problem) => `  ${problem}`).join("\n")}`,
    );
  return {
    seedsDir: v.SEEDS_DIR ?? "seeds",
    logLevel: v.LOG_LEVEL ?? "info",
    answersPerMinute: v.ANSWERS_PER_MINUTE ?? 20,
    redisUrl: v.REDIS_URL,
    indexSnapshot: v.INDEX_SNAPSHOT,
    unanswered: v.UNANSWERED_LOG ? { folder: v.UNANSWERED_LOG, days: v.UNANSWERED_DAYS ?? 30 } : undefined,
    feedback: v.FEEDBACK === "on",
    terminalBidi: v.TERMINAL_BIDI ?? "auto",
    http:
      v.HTTP === "off"
        ? undefined
        : {
            host: v.HTTP_HOST ?? "127.0.0.1",
            // Platforms that run other people's programs say by PORT where they expect them
            port: v.HTTP_PORT ?? v.PORT ?? 3000,
            trustedProxies: v.HTTP_TRUSTED_PROXIES ?? ["loopback"],
          },
    publicUrl: v.PUBLIC_URL,
    translatorUrl: v.TRANSLATOR_URL,
    supportUrl: v.SUPPORT_URL,
    discord: v.DISCORD_TOKEN
      ? {
          token: v.DISCORD_TOKEN,
          guildId: v.DISCORD_GUILD_ID,
          channels: v.DISCORD_CHANNELS ?? [],
          shards: v.DISCORD_SHARDS,
          shardIds,
          apiUrl: v.DISCORD_API_URL,
        }
      : undefined,
    telegram: v.TELEGRAM_TOKEN
      ? {
          token: v.TELEGRAM_TOKEN,
          apiRoot: v.TELEGRAM_API_ROOT,
          journal: v.TELEGRAM_JOURNAL,
          webhook: hook && secret ? { url: hook, secret } : undefined,
        }
      : undefined,
  };
}

/** Every secret of a configuration, for the log to redact. */
export function secretsOf({ discord, telegram, redisUrl }: Config): string[] {
  const password = redisUrl === undefined ? "" : decodeURIComponent(new URL(redisUrl).password);
  const secrets = [discord?.token, telegram?.token, telegram?.webhook?.secret, redisUrl, password];
  return secrets.filter((one) => one !== undefined && one !== "") as string[];
}

/** A pod of a stateful set is called `isnad-3`: it runs the shard of that number. */
function shardOfHost(problems: string[]): number[] | undefined {
  const number = /-(\d{1,5})$/.exec(hostname())?.[1];
  if (number !== undefined) return [Number(number)];
  problems.push("DISCORD_SHARD_IDS  is hostname, but the name of this machine does not end in -NUMBER");
  return undefined;
}

/** What the files hold that `NAME_FILE` names. */
function readSecretFiles(environment: Environment): {
  secrets: Record<string, string>;
  problems: string[];
} {
  const secrets: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of SECRETS) {
    const path = environment[`${name}_FILE`]?.trim();
    if (!path) continue;
    if (environment[name]?.trim()) {
      problems.push(`${name}_FILE  is set beside ${name}: only one of them may be`);
      continue;
    }
    try {
      const secret = readFileSync(path, "utf8").trim();
      if (secret === "") problems.push(`${name}_FILE  names a file that is empty`);
      else secrets[name] = secret;
    } catch (error) {
      problems.push(
        `${name}_FILE  names a file that cannot be read (${(error as NodeJS.ErrnoException).code})`,
      );
    }
  }
  return { secrets, problems };
}
