import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOMS } from "./rooms.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const GUIDES = [".github/CONTRIBUTING.md", ".github/ARCHITECTURE.md"];

/** Everything in the folders of the code, by its path from the root. */
const FILES = ["src", "adapters", "test", "seeds", ".github", ".deploy", ".ci"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
);
const NAMES = new Set(FILES.map((file) => basename(file)));

/** What stands in code spans; of a command with several words nothing. */
const spans = (text: string) =>
  [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, span]) => span as string);

describe.each(GUIDES)("%s", (guide) => {
  it("names files and folders that are there", () => {
    const paths = spans(read(guide)).filter((span) => /^[\w.-]+(?:\/[\w.-]+)*(?:\/|\.ts|\.mjs)$/.test(span));
    expect(paths.length).toBeGreaterThan(10);
    const absent = paths.filter(
      (path) =>
        !/(?:^|\/)xx[./]/.test(path) &&
        !existsSync(join(ROOT, path)) &&
        !existsSync(join(ROOT, "src", path)) &&
        !existsSync(join(ROOT, "seeds", path)) &&
        !existsSync(join(ROOT, "test/example-corpus", path)) &&
        !FILES.some((file) => file.endsWith(`/${path.replace(/\/$/, "")}`)) &&
        !NAMES.has(path),
    );
    expect(absent).toEqual([]);
  });

  it("names modules that are there", () => {
    // `passage-index`, beside its whole path elsewhere; a command is called alike
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const modules = spans(read(guide)).filter((span) => /^[a-z]+(?:-[a-z]+)+$/.test(span));
    const known = (name: string) => name in scripts || name === "redis-server" || NAMES.has(`${name}.ts`);
    expect(modules.filter((name) => !known(name))).toEqual([]);
  });

  it("names exports that are there", () => {
    const source = FILES.filter((file) => /^(?:src|adapters|test)\/.*\.ts$/.test(file))
      .map(read)
      .join("\n");
    const names = spans(read(guide)).filter((span) =>
      /^(?:[A-Z][a-z]+){2,}$|^is[A-Z]\w+$|^[A-Z]+_[A-Z_]+$/.test(span),
    );
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(source))).toEqual([]);
  });

  it("names commands that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const commands = [...read(guide).matchAll(/`npm (?:run )?(?:--silent )?([\w-]+)/g)].map(
      ([, name]) => name as string,
    );
    expect(commands.filter((name) => name !== "ci" && !(name in scripts))).toEqual([]);
  });
});

describe("ARCHITECTURE.md", () => {
  it("has every room of the ladder, in its order", () => {
    const [, table = ""] = read(".github/ARCHITECTURE.md").split("## The ladder");
    const at = ROOMS.flat().map((room) =>
      table.indexOf(`\`${room.replace("src/", "")}${room.endsWith(".ts") ? "" : "/"}\``),
    );
    expect(at.filter((place) => place < 0)).toEqual([]);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });
});

describe("the issue forms", () => {
  const forms = readdirSync(join(ROOT, ".github/ISSUE_TEMPLATE")).filter((name) => name !== "config.yml");

  it.each(forms)("%s is one that GitHub shows", (name) => {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as {
      name: string;
      description: string;
      body: {
        type: string;
        id?: string;
        attributes: { label?: string; value?: string; options?: string[] };
      }[];
    };
    expect(form.name).toBeTruthy();
    expect(form.description).toBeTruthy();
    for (const { type, id, attributes } of form.body) {
      expect(["markdown", "input", "textarea", "dropdown", "checkboxes"]).toContain(type);
      if (type === "markdown") expect(attributes.value).toBeTruthy();
      else expect([id, attributes.label].every(Boolean)).toBe(true);
      if (type === "dropdown") expect(new Set(attributes.options).size).toBe(attributes.options?.length);
    }
    const ids = form.body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.skipIf(!existsSync(join(ROOT, ".git")))("the documents", () => {
  it("are marked as bytes that no tool of Git's or an editor's changes", () => {
    const seeds = execFileSync("git", ["ls-files", "seeds/*.txt"], { cwd: ROOT, encoding: "utf8" });
    const [first = ""] = seeds.split("\n");
    const text = execFileSync("git", ["check-attr", "text", first], { cwd: ROOT, encoding: "utf8" });
    expect(text.trim()).toBe(`${first}: text: unset`);
    expect(read(".editorconfig")).toMatch(/^\[seeds\/\*\*\]\n(?:\w+ = unset\n)+/m);
  });
});
