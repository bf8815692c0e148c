import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../../adapters/service/config.ts";
import { loadEnvironment } from "../../../adapters/service/environment.ts";
import { mistypedSettings } from "../../../adapters/service/mistyped-settings.ts";
import { launch, ROOT } from "../../support/service/program.ts";

const TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.a-secret-that-nobody-may-read";
const TELEGRAM_TOKEN = "1234567890:AAE-another_secret_that_nobody_may_read";

let folder: string;
let before: NodeJS.ProcessEnv;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-environment-"));
  before = { ...process.env };
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});

const problemOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return "";
};

describe(".env", () => {
  const LINES = `DISCORD_TOKEN=${TOKEN}\r\nHTTP_PORT=4000\r\n# تعليق\r\n`;
  const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

  it.each([
    ["UTF-8", Buffer.from(LINES)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${LINES}`)],
    ["UTF-16", Buffer.from(`\ufeff${LINES}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(LINES, "utf16le")],
    ["big-endian UTF-16", utf16be(`\ufeff${LINES}`)],
    ["big-endian UTF-16 without a mark", utf16be(LINES)],
  ])("is read in %s, to its first line and its last", (_name, bytes) => {
    const path = join(folder, ".env");
    writeFileSync(path, bytes);
    const config = readConfig(loadEnvironment(path));
    expect(config.discord?.token).toBe(TOKEN);
    expect(config.http?.port).toBe(4000);
  });

  it("gives way to what is set, and need not be there", () => {
    const path = join(folder, ".env");
    process.env["HTTP_PORT"] = "5000";
    expect(loadEnvironment(path)).toBe(process.env);
    writeFileSync(path, LINES);
    expect(loadEnvironment(path)["HTTP_PORT"]).toBe("5000");
  });

  it.each([
    ["a folder", (path: string) => mkdirSync(path), "folder"],
    ["no text", (path: string) => writeFileSync(path, Buffer.from([0x80, 0xff, 0x41])), "UTF-8"],
  ])("that is %s is named in one line", (_name, make, word) => {
    const path = join(folder, ".env");
    make(path);
    const problem = problemOf(() => loadEnvironment(path));
    expect(problem).toContain(".env");
    expect(problem).toContain(word);
    expect(problem).not.toContain("\n");
  });

  it.skipIf(process.getuid?.() !== 0)(
    "that may not be read is named in one line, and nothing starts without it",
    async () => {
      chmodSync(folder, 0o755);
      writeFileSync(join(folder, ".env"), LINES);
      chmodSync(join(folder, ".env"), 0);
      const program = launch(
        [process.execPath, join(ROOT, "adapters/launch.mjs"), "main"],
        {},
        {
          cwd: folder,
          uid: 65_534,
          gid: 65_534,
        },
      );
      expect(await program.ended).toBe(1);
      expect(program.said().trim()).toMatch(/^\.env .*EACCES.*$/);
    },
  );
});

describe("secrets", () => {
  it("are taken without the white space around them", () => {
    const config = readConfig({
      DISCORD_TOKEN: ` ${TOKEN}\n`,
      TELEGRAM_TOKEN: `\t${TELEGRAM_TOKEN}\r\n`,
      TELEGRAM_WEBHOOK_URL: "https://isnad.example/hook ",
      TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef\n",
    });
    expect(config.discord?.token).toBe(TOKEN);
    expect(config.telegram?.token).toBe(TELEGRAM_TOKEN);
    expect(config.telegram?.webhook).toEqual({
      url: "https://isnad.example/hook",
      secret: "0123456789abcdef",
    });
  });

  it("with white space or a letter of no token in them are refused by name", () => {
    for (const token of [
      `Bot ${TOKEN}`,
      `${TOKEN.slice(0, 30)}\n${TOKEN.slice(30)}`,
      `${TOKEN}\u200b`,
      "”".repeat(30),
    ])
      expect(problemOf(() => readConfig({ DISCORD_TOKEN: token }))).toContain("DISCORD_TOKEN  must be");
  });

  it("may be in files", () => {
    const files = {
      DISCORD_TOKEN: `${TOKEN}\n`,
      TELEGRAM_TOKEN: `\ufeff${TELEGRAM_TOKEN}\r\n`,
      TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef",
    };
    const environment = Object.fromEntries(
      Object.entries(files).map(([name, text]) => {
        writeFileSync(join(folder, name), text);
        return [`${name}_FILE`, join(folder, name)];
      }),
    );
    const config = readConfig({ ...environment, TELEGRAM_WEBHOOK_URL: "https://isnad.example/hook" });
    expect(config.discord?.token).toBe(TOKEN);
    expect(config.telegram?.token).toBe(TELEGRAM_TOKEN);
    expect(config.telegram?.webhook?.secret).toBe("0123456789abcdef");
  });

  it("whose file cannot be read, is empty, or stands beside the secret itself are named", () => {
    writeFileSync(join(folder, "empty"), "\n");
    const missing = {
      DISCORD_TOKEN_FILE: join(folder, "missing"),
      TELEGRAM_TOKEN_FILE: join(folder, "empty"),
    };
    expect(problemOf(() => readConfig(missing))).toMatch(
      /DISCORD_TOKEN_FILE .*ENOENT[\s\S]*TELEGRAM_TOKEN_FILE .*empty/,
    );
    expect(
      problemOf(() => readConfig({ DISCORD_TOKEN: TOKEN, DISCORD_TOKEN_FILE: join(folder, "empty") })),
    ).toContain("only one");
  });
});

describe("what an owner reads of a setting that cannot be used", () => {
  it.each([
    ["HTTP_PORT", "abc", "a whole number from 0 to 65535"],
    ["DISCORD_SHARDS", "x", "auto, or a whole number from 1 to 10000"],
    ["DISCORD_SHARDS", "0", "auto, or a whole number from 1 to 10000"],
    ["HTTP", "yes", "on or off"],
    ["LOG_LEVEL", "loud", "one of silent, fatal"],
    ["PUBLIC_URL", "isnad.example", "http:// or https://"],
    ["HTTP_TRUSTED_PROXIES", "the proxy", "addresses or ranges"],
  ])("is what %s must be", (name, value, words) => {
    const problem = problemOf(() => readConfig({ [name]: value }));
    expect(problem).toContain(`  ${name}  must be `);
    expect(problem).toContain(words);
    expect(problem).not.toMatch(/invalid|expected|received|NaN/i);
  });

  it("is PORT where a hosting platform sets it, and HTTP_PORT before it", () => {
    expect(readConfig({ PORT: "8080" }).http?.port).toBe(8080);
    expect(readConfig({ PORT: "8080", HTTP_PORT: "" }).http?.port).toBe(8080);
    expect(readConfig({ PORT: "8080", HTTP_PORT: "3001" }).http?.port).toBe(3001);
  });
});

describe("a mistyped name", () => {
  it.each([
    ["DISCORD_TOKN", "DISCORD_TOKEN"],
    ["discord_token", "DISCORD_TOKEN"],
    ["DISCORD_BOT_TOKEN", "DISCORD_TOKEN"],
    ["TELEGRAM_BOT_TOKEN", "TELEGRAM_TOKEN"],
    ["TELEGRAM_WEBHOK_URL", "TELEGRAM_WEBHOOK_URL"],
    ["DISCORD_GUILDID", "DISCORD_GUILD_ID"],
    ["PUBLIC_ULR", "PUBLIC_URL"],
    ["SEED_DIR", "SEEDS_DIR"],
  ])("%s is taken for %s", (name, meant) => {
    expect(mistypedSettings({ [name]: "x", PATH: "/bin" })).toEqual([{ name, meant }]);
  });

  it("is none of ours, and none of what other programs read", () => {
    const others = [
      "PATH",
      "HOME",
      "LANG",
      "TERM",
      "https_proxy",
      "no_proxy",
      "NODE_OPTIONS",
      "HTTP_HEADER",
      "LOGNAME",
      "PUBLIC_KEY",
      "REDIS_HOST",
    ];
    const ours = ["DISCORD_TOKEN", "DISCORD_TOKEN_FILE", "HTTP_PORT", "PORT"];
    expect(mistypedSettings(Object.fromEntries([...others, ...ours].map((name) => [name, "x"])))).toEqual([]);
  });
});
