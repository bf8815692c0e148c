import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig, secretsOf } from "../../../adapters/service/config.ts";
import { VARIABLES } from "../../../adapters/service/settings.ts";

const EXAMPLE = readFileSync(new URL("../../../.env.example", import.meta.url), "utf8");
const DISCORD_TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.a-secret-that-nobody-may-read";
const TELEGRAM_TOKEN = "1234567890:AAE-another_secret_that_nobody_may_read";

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return "";
}

describe("the settings", () => {
  it("are documented in .env.example, each once, and nothing else is", () => {
    const documented = [...EXAMPLE.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map((m) => m[1]);
    expect(documented.toSorted()).toEqual([...VARIABLES].toSorted());
  });

  it("have a comment each, of their own or of the group that they stand in", () => {
    for (const block of EXAMPLE.split(/\n\n+/)) if (/^[A-Z]/m.test(block)) expect(block).toMatch(/^# \w/);
  });

  it("are in .env.example what they are without it", () => {
    const lines = EXAMPLE.split("\n").filter((line) => /^[A-Z]/.test(line));
    const environment = Object.fromEntries(lines.map((line) => line.split("=", 2) as [string, string]));
    expect(readConfig(environment)).toEqual(readConfig({}));
  });

  it("are all optional: with none, the page is served to this machine and the platforms are off", () => {
    expect(readConfig({})).toEqual({
      seedsDir: "seeds",
      logLevel: "info",
      answersPerMinute: 20,
      feedback: false,
      terminalBidi: "auto",
      http: { host: "127.0.0.1", port: 3000, trustedProxies: ["loopback"] },
      publicUrl: undefined,
      discord: undefined,
      telegram: undefined,
    });
  });

  it("that are empty are as if they were not there", () => {
    const empty = Object.fromEntries(VARIABLES.map((name) => [name, ""]));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it("turn a platform on by its token", () => {
    const config = readConfig({
      DISCORD_TOKEN,
      DISCORD_CHANNELS: "12345678901234567, 12345678901234568",
      DISCORD_SHARDS: "auto",
      TELEGRAM_TOKEN,
      TELEGRAM_WEBHOOK_URL: "https://isnad.example/hook/",
      TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef",
      PUBLIC_URL: "https://isnad.example///",
    });
    expect(config.discord).toMatchObject({
      token: DISCORD_TOKEN,
      channels: ["12345678901234567", "12345678901234568"],
      shards: "auto",
    });
    expect(config.telegram).toMatchObject({
      token: TELEGRAM_TOKEN,
      webhook: { url: "https://isnad.example/hook", secret: "0123456789abcdef" },
    });
    expect(config.publicUrl).toBe("https://isnad.example");
  });

  it("say which shards run here, when it is known how many there are", () => {
    const idsOf = (DISCORD_SHARD_IDS: string) =>
      readConfig({ DISCORD_TOKEN, DISCORD_SHARDS: "8", DISCORD_SHARD_IDS }).discord?.shardIds;
    expect(idsOf("0-3, 7")).toEqual([0, 1, 2, 3, 7]);
    expect(idsOf("5 5")).toEqual([5]);
    expect(idsOf("")).toBeUndefined();
    for (const ids of ["8", "6-9"])
      expect(problemsOf({ DISCORD_TOKEN, DISCORD_SHARDS: "8", DISCORD_SHARD_IDS: ids })).toContain(
        "above each",
      );
    for (const ids of ["3-1", "a", "1,b", "-1", "0-99999999"])
      expect(problemsOf({ DISCORD_TOKEN, DISCORD_SHARDS: "8", DISCORD_SHARD_IDS: ids })).toContain(
        "DISCORD_SHARD_IDS  must be numbers",
      );
    expect(problemsOf({ DISCORD_TOKEN, DISCORD_SHARDS: "auto", DISCORD_SHARD_IDS: "0" })).toContain(
      "needs DISCORD_SHARDS",
    );
    // This machine is not a pod of a stateful set
    expect(problemsOf({ DISCORD_TOKEN, DISCORD_SHARDS: "8", DISCORD_SHARD_IDS: "hostname" })).toMatch(
      /^$|hostname/,
    );
  });

  it("take Redis by its address, whose password no log shows", () => {
    const config = readConfig({ REDIS_URL: "rediss://bot:s%20ecret-word@redis.example:6379/2" });
    expect(config.redisUrl).toBe("rediss://bot:s%20ecret-word@redis.example:6379/2");
    expect(secretsOf(config)).toContain("s ecret-word");
    for (const wrong of ["redis.example:6379", "https://redis.example", "6379"])
      expect(problemsOf({ REDIS_URL: wrong })).toContain("REDIS_URL  must be an address");
  });

  it("report every problem at once, by the variable's name", () => {
    const wrong = {
      LOG_LEVEL: "loud",
      ANSWERS_PER_MINUTE: "0",
      TERMINAL_BIDI: "left",
      HTTP: "yes",
      HTTP_PORT: "70000",
      PORT: "eighty",
      HTTP_TRUSTED_PROXIES: "10.0.0.0/33",
      PUBLIC_URL: "isnad.example",
      DISCORD_TOKEN: "short",
      DISCORD_GUILD_ID: "my server",
      DISCORD_CHANNELS: "general",
      DISCORD_SHARDS: "many",
      DISCORD_API_URL: "ftp://discord.example",
      TELEGRAM_TOKEN: "token",
      TELEGRAM_API_ROOT: "localhost",
      TELEGRAM_WEBHOOK_URL: "isnad.example/hook",
      TELEGRAM_WEBHOOK_SECRET: "short",
    };
    const message = problemsOf(wrong);
    for (const name of Object.keys(wrong)) expect(message).toContain(`  ${name}  `);
    expect(message).toContain(".env.example");
  });

  it("never tell a value, which may be a secret, when they are wrong", () => {
    const secrets = {
      DISCORD_TOKEN: "s3cret-one",
      TELEGRAM_TOKEN: "s3cret-two",
      TELEGRAM_WEBHOOK_SECRET: "s3cret three!",
      TELEGRAM_WEBHOOK_URL: "s3cret four",
      DISCORD_API_URL: "s3cret five",
      PUBLIC_URL: "s3cret six",
      LOG_LEVEL: "s3cret seven",
      DISCORD_GUILD_ID: "s3cret eight",
      DISCORD_CHANNELS: "s3cret,nine",
      HTTP_PORT: "s3cret",
      HTTP: "s3cret",
    };
    const message = problemsOf(secrets);
    for (const name of Object.keys(secrets)) expect(message).toContain(name);
    expect(message).not.toContain("s3cret");
  });

  it("want a secret with a webhook, and the page's server that receives it", () => {
    const hook = { TELEGRAM_TOKEN, TELEGRAM_WEBHOOK_URL: "https://isnad.example/hook" };
    expect(problemsOf(hook)).toContain("TELEGRAM_WEBHOOK_SECRET");
    expect(problemsOf({ ...hook, TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef", HTTP: "off" })).toContain(
      "HTTP",
    );
  });

  it("take numbers as they are and nothing near to one", () => {
    for (const port of ["3000.5", "-1", "1e9", "0x1F90000", "port"])
      expect(problemsOf({ HTTP_PORT: port })).toContain("HTTP_PORT");
    expect(readConfig({ HTTP_PORT: "0" }).http?.port).toBe(0);
  });
});
