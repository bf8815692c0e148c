import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startDiscord } from "../../support/discord/server.ts";
import { LAUNCHED, launch, type Program, ROOT } from "../../support/service/program.ts";
import { STURGEON } from "../../support/telegram/bot-stage.ts";
import { People, person } from "../../support/telegram/people.ts";
import { TelegramServer } from "../../support/telegram/server.ts";

/** It has to start and to index the sources, on a machine that may be busy. */
const PATIENT = { timeout: 120_000 };

let folder: string;
let programs: Program[] = [];

function start(
  variables: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]] = LAUNCHED,
  options: Parameters<typeof launch>[2] = {},
): Program {
  const program = launch(command, { HTTP_PORT: "0", ...variables }, options);
  programs.push(program);
  return program;
}

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-start-"));
});

afterEach(async () => {
  for (const program of programs) await program.kill();
  programs = [];
  rmSync(folder, { recursive: true, force: true });
});

describe("npm start", PATIENT, () => {
  let server: TelegramServer;

  beforeEach(async () => {
    server = await TelegramServer.start();
    server.patience = 60_000;
  });

  afterEach(async () => {
    await server.close();
    expect(server.complaints).toEqual([]);
  });

  const telegram = () => ({ TELEGRAM_TOKEN: server.token, TELEGRAM_API_ROOT: server.url });

  it("drains on SIGTERM to npm, ends with 0, and leaves nothing behind", async () => {
    const people = new People(server);
    people.privateChat(person(11));
    const show = `data:text/javascript,${encodeURIComponent('process.stdout.write("pid " + process.pid + "\\n")')}`;
    const program = start({ ...telegram(), NODE_OPTIONS: `--import=${show}` }, ["npm", "start"]);
    await program.says("Telegram");
    await server.until(() => server.made("getUpdates").length > 0, "a poll");
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 1 } });
    people.say(person(11), STURGEON);
    await server.until(() => server.made("sendMessage").length === 1, "the answer's first try");
    const pids = [...program.said().matchAll(/^pid (\d+)$/gm)].map(([, pid]) => Number(pid));
    program.child.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    expect(server.sent).toHaveLength(1);
    expect(pids.length).toBeGreaterThan(1);
    expect(pids.filter(alive)).toEqual([]);
    const polls = server.made("getUpdates").length;
    await new Promise((wake) => setTimeout(wake, 1_500));
    expect(server.made("getUpdates")).toHaveLength(polls);
  });

  it("drains on a Ctrl-C, which the terminal sends to all and npm sends once more", async () => {
    const people = new People(server);
    people.privateChat(person(11));
    const program = start(telegram(), ["npm", "start"], { detached: true });
    await server.until(() => server.made("getUpdates").length > 0, "a poll");
    server.fail({ method: "sendMessage", how: { code: 429, retryAfter: 1 } });
    people.say(person(11), STURGEON);
    await server.until(() => server.made("sendMessage").length === 1, "the answer's first try");
    process.kill(-(program.child.pid as number), "SIGINT");
    expect(await program.ended).toBe(0);
    expect(server.sent).toHaveLength(1);
  });

  it("ends in one line that names the token when it is refused while the tables are being built", async () => {
    server.fail({ method: "getMe", how: { code: 401, description: "Unauthorized" } });
    const program = start(telegram());
    expect(await program.ended).toBe(1);
    const plain = program
      .said()
      .split("\n")
      .filter((line) => line.includes("TELEGRAM_TOKEN") && !line.startsWith("{"));
    expect(plain).toHaveLength(1);
    expect(program.said()).not.toMatch(/^\s+at /m);
  });

  it("ends in one line that names the journal when its folder is missing, and polls nobody", async () => {
    const program = start({ ...telegram(), TELEGRAM_JOURNAL: join(folder, "missing/journal") });
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain("TELEGRAM_JOURNAL");
    expect(program.said()).not.toMatch(/^\s+at /m);
    expect(server.calls).toEqual([]);
  });

  it("says what a mistyped name was meant to be, and what is expected of a setting", async () => {
    const program = launch(LAUNCHED, { DISCORD_TOKN: "x", HTTP_PORT: "abc" });
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain("did you mean DISCORD_TOKEN?");
    expect(program.said()).toContain("HTTP_PORT  must be a whole number from 0 to 65535");
  });

  it("sends nothing to a platform while its port is taken", async () => {
    const taken: Server = createServer();
    await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
    const discord = await startDiscord({ token: "a.token.for.tests.that.is.long" });
    const program = start({
      ...telegram(),
      DISCORD_TOKEN: discord.world.token,
      DISCORD_API_URL: discord.api,
      HTTP_PORT: String((taken.address() as AddressInfo).port),
    });
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain("HTTP_PORT");
    expect(program.said()).not.toMatch(/^\s+at /m);
    expect(server.calls).toEqual([]);
    expect(discord.world.calls).toEqual([]);
    await discord.close();
    taken.close();
  });
});

describe("where little may be written", PATIENT, () => {
  let tree: string;
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), "isnad-tree-"));
    chmodSync(tree, 0o755);
    for (const path of ["src", "adapters", "seeds", "package.json", "package-lock.json"])
      cpSync(join(ROOT, path), join(tree, path), { recursive: true });
    mkdirSync(join(tree, "node_modules"));
    for (const name of readdirSync(join(ROOT, "node_modules")))
      if (!name.startsWith("."))
        symlinkSync(join(ROOT, "node_modules", name), join(tree, "node_modules", name));
    writeFileSync(join(tree, "node_modules/.cache"), "no folder, so that no bundle can be made\n");
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each([
    ["from the bundle", ROOT],
    ["from the sources", ""],
  ])("runs %s without a temporary folder", async (_how, cwd) => {
    const program = start({ TMPDIR: "/nowhere", HOME: "/nowhere" }, LAUNCHED, { cwd: cwd || tree });
    await program.says(/page\s+on, (http\S+)/);
    const [, address] = /page\s+on, (http\S+)/.exec(program.said()) ?? [];
    const answer = await fetch(`${address}/api/answer?q=${encodeURIComponent(STURGEON)}`);
    expect(await answer.text()).toContain("سمك الحفش");
    program.child.kill("SIGTERM");
    expect(await program.ended).toBe(0);
  });

  it.skipIf(process.getuid?.() !== 0)("runs as anybody, from a folder that nobody may write to", async () => {
    const program = start({ TMPDIR: "/nowhere" }, LAUNCHED, { cwd: tree, ...nobody });
    await program.says(/page\s+on, (http\S+)/);
    program.child.kill("SIGTERM");
    expect(await program.ended).toBe(0);
  });
});
