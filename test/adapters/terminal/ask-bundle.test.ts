import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
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
const made = (kind: string) =>
  readdirSync(join(cache, "isnad")).filter((name) => name.startsWith(`${kind}-`));
const bundles = () => made("ask");
/** What was learnt, a file a language. */
const learnt = () => made("weights").flatMap((folder) => readdirSync(join(cache, "isnad", folder)).sort());
const PATIENCE = 120_000;

describe("the bundle that ask starts from", () => {
  beforeEach(() => rmSync(cache, { recursive: true, force: true }));

  it("is made once, and anew after an edit, with the old one gone", { timeout: PATIENCE }, async () => {
    const first = await ask("ask", "قمة قزوين");
    const [bundle] = bundles();
    expect(await ask("ask", "قمة قزوين")).toBe(first);
    expect(bundles()).toEqual([bundle]);

    const strings = join(tree, "src/strings/ar.ts");
    const before = readFileSync(strings, "utf8");
    writeFileSync(strings, before.replaceAll("السؤال", "المسألة"));
    expect(await ask("ask", "قمة قزوين")).toBe(first.replace("السؤال", "المسألة"));
    expect(bundles()).toHaveLength(1);
    expect(bundles()).not.toEqual([bundle]);
    expect(made("weights")).toEqual(bundles().map((name) => name.replace("ask", "weights")));
    writeFileSync(strings, before);
  });

  it("is all that installing asks for", { timeout: PATIENCE }, async () => {
    const { scripts } = JSON.parse(readFileSync(join(tree, "package.json"), "utf8"));
    expect(scripts.prepare).toBe("node adapters/launch.mjs --only-bundle");
    expect(await ask("--only-bundle")).toBe("");
    const [bundle] = bundles();
    expect(bundle).toMatch(/^ask-\w+$/);
    const languages = readdirSync(join(tree, "seeds/questions"));
    const known = learnt();
    expect(known).toHaveLength(languages.length);
    await ask("ask", "قمة قزوين");
    expect(bundles()).toEqual([bundle]);
    expect(learnt()).toEqual(known);
  });

  it("is made, and installing succeeds, where there is nothing to learn from or nothing can be read", {
    timeout: PATIENCE,
  }, async () => {
    const [seeds, away] = [join(tree, "seeds"), join(tree, "away")];
    renameSync(seeds, away);
    expect(await ask("--only-bundle")).toBe("");
    expect(bundles()).toHaveLength(1);
    expect(learnt()).toEqual([]);
    mkdirSync(seeds);
    writeFileSync(join(seeds, "leaders.json"), "{");
    expect(await ask("--only-bundle")).toBe("");
    rmSync(seeds, { recursive: true });
    renameSync(away, seeds);
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
