import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../support/service/program.ts";

describe.skipIf(!existsSync(join(ROOT, ".git")))("a clone with core.autocrlf", () => {
  it("has the bytes of any other", () => {
    const folder = mkdtempSync(join(tmpdir(), "isnad-clone-"));
    const git = (...args: string[]): string => execFileSync("git", args, { cwd: ROOT, encoding: "utf8" });
    try {
      git("clone", "-q", "--depth=1", "-c", "core.autocrlf=true", `file://${ROOT}`, folder);
      const files = execFileSync("git", ["ls-files"], { cwd: folder, encoding: "utf8" }).trim().split("\n");
      const different = files.filter(
        (file) => file.endsWith(".ts") && readFileSync(join(folder, file)).includes("\r\n"),
      );
      expect(different).toEqual([]);
      for (const file of files.filter((one) => one.startsWith("seeds/") && one.endsWith(".txt"))) {
        const stored = execFileSync("git", ["show", `HEAD:${file}`], { cwd: folder });
        expect(readFileSync(join(folder, file)).equals(stored), file).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
