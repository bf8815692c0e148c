import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { AnswerOf } from "../../../src/model/answer.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import { ROOT, run } from "../../support/terminal-child.ts";

const QUESTION = "ماذا قال بوتين عن سمك الحفش؟";
const { quotes } = realAnswerer().answer({ text: QUESTION }) as AnswerOf<"quotes">;
const PATIENCE = 120_000;

describe.concurrent("npm run chat", () => {
  it("works through a pipe", { timeout: PATIENCE }, async () => {
    const { code, out, err } = await run("chat", [], `${QUESTION}\n/next\n`, {}, "npm");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`  | ${quotes[0]?.text}\n`);
    expect(out).toContain(`  | ${quotes[1]?.text}\n`);
    expect(out).not.toContain("\u001b");
  });

  it("ends at once when nothing is typed", { timeout: PATIENCE }, async () => {
    expect(await run("chat", [])).toEqual({ code: 0, out: "", err: "" });
  });

  it("tells how it is called, and ends with 2 when it is called wrongly", { timeout: PATIENCE }, async () => {
    const [help, ...wrong] = await Promise.all([
      run("chat", ["--help"]),
      run("chat", ["--bidi=up"]),
      run("chat", ["--nonsense"]),
    ]);
    expect(help).toMatchObject({ code: 0, err: "" });
    for (const word of ["--bidi", "TERMINAL_BIDI", "NO_COLOR"]) expect(help.out).toContain(word);
    for (const { code, out, err } of wrong) {
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain("usage:");
    }
  });

  it("ends with 1 and a clear word when there is no corpus", { timeout: PATIENCE }, async () => {
    const { code, err } = await run("chat", [], "", { SEEDS_DIR: "/nowhere/at/all" });
    expect(code).toBe(1);
    expect(err).toContain("/nowhere/at/all");
    expect(err).not.toMatch(/^\s+at /m);
  });

  // A terminal of the system's own, where there is the command that lends one
  it.skipIf(!existsSync("/usr/bin/script") || process.platform !== "linux")(
    "talks at a real terminal, and leaves it as it was",
    { timeout: PATIENCE },
    async ({ onTestFinished }) => {
      const { PATH = "", HOME = "" } = process.env;
      const child = spawn(
        "script",
        ["-qec", "stty cols 70; npm run --silent chat; echo left=$?; stty", "/dev/null"],
        {
          cwd: ROOT,
          env: { PATH, HOME, TERM: "xterm", LANG: "ar_EG.UTF-8" },
        },
      );
      onTestFinished(() => void child.kill("SIGKILL"));
      // Listened for from the start: it may come between two looks at what was printed
      const closed = new Promise((resolve) => child.once("close", resolve));
      let out = "";
      child.stdout.on("data", (chunk) => {
        out += chunk;
      });
      const deadline = Date.now() + PATIENCE / 2;
      const shows = async (text: string) => {
        while (!stripVTControlCharacters(out).includes(text)) {
          if (child.exitCode !== null || Date.now() > deadline) throw new Error(`no ${text} in ${out}`);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };
      await shows("\n> ");
      // While it loads, somebody who waits is told so; then the line is wiped
      expect(out.startsWith(STRINGS.ar.terminal.loading)).toBe(true);
      expect(out).toContain("\r\u001b[K");
      child.stdin.write(`${QUESTION}\r`);
      await shows(STRINGS.ar.answer.counter(1, quotes.length));
      await shows("/context");
      const lines = stripVTControlCharacters(out).split(/\r?\n/);
      expect(lines.filter((line) => line.startsWith("  |")).every((line) => stringWidth(line) <= 70)).toBe(
        true,
      );
      child.stdin.write("\u0003");
      await shows("left=0");
      await closed;
      // `stty` names what differs from a sane terminal: echo and line editing are on again
      expect(out.slice(out.indexOf("left="))).not.toMatch(/-icanon|-echo\b/);
    },
  );
});
