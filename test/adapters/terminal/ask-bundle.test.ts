import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../support/terminal-child.ts";

/** A tree of its own, whose sources can be edited and whose cache can be broken. */
const tree = mkdtempSync(join(tmpdir(), "isnad-bundle-"));
for (const path of ["src", "adapters", "seeds", "package.json", "package-lock.json"])
  cpSync(join(ROOT, path), join(tree, path), { recursive: true });
mkdirSync(join(tree, "node_modules"));
for (const name of readdirSync(join(ROOT, "node_modules")))
  if (!name.startsWith(".")) symlinkSync(join(ROOT, "node_modules", name), join(tree, "node_modules", name));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const cache = join(tree, "node_modules/.cache");
const ask = async (...args: string[]) =>
  (await promisify(execFile)(process.execPath, ["adapters/launch.mjs", ...args], { cwd: tree })).stdout;
const bundles = () => readdirSync(join(cache, "isnad")).filter((name) => name.startsWith("ask-"));
const PATIENCE = 120_000;

describe("the bundle that ask starts from", () => {
  beforeEach(() => rmSync(cache, { recursive: true, force: true }));

  it("is made once, and anew after an edit, with the old one gone", { timeout: PATIENCE }, async () => {
    const first = await ask("ask", "قمة قزوين");
    const [made] = bundles();
    expect(await ask("ask", "قمة قزوين")).toBe(first);
    expect(bundles()).toEqual([made]);

    const strings = join(tree, "src/strings/ar.ts");
    const before = readFileSync(strings, "utf8");
    writeFileSync(strings, before.replaceAll("السؤال", "المسألة"));
    expect(await ask("ask", "قمة قزوين")).toBe(first.replace("السؤال", "المسألة"));
    expect(bundles()).toHaveLength(1);
    expect(bundles()).not.toEqual([made]);
    writeFileSync(strings, before);
  });

  it("is all that installing asks for", { timeout: PATIENCE }, async () => {
    const { scripts } = JSON.parse(readFileSync(join(tree, "package.json"), "utf8"));
    expect(scripts.prepare).toBe("node adapters/launch.mjs --only-bundle");
    expect(await ask("--only-bundle")).toBe("");
    const [made] = bundles();
    expect(made).toMatch(/^ask-\w+$/);
    await ask("ask", "قمة قزوين");
    expect(bundles()).toEqual([made]);
  });

  it("is made by several processes at once without one reading half of another's", {
    timeout: PATIENCE,
  }, async () => {
    const answers = await Promise.all(
      ["--json", "--json", "--json"].map((form) => ask("ask", form, "قمة قزوين")),
    );
    expect(new Set(answers).size).toBe(1);
    expect(bundles()).toHaveLength(1);
  });

  it("is not needed: where it cannot be written, the sources answer themselves", {
    timeout: PATIENCE,
  }, async () => {
    const bundled = await ask("ask", "--json", "قمة قزوين");
    rmSync(cache, { recursive: true });
    writeFileSync(cache, "not a folder");
    expect(await ask("ask", "--json", "قمة قزوين")).toBe(bundled);
  });
});
