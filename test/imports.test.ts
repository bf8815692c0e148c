import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { biomeConfig, importRules, isImportRule, PLATFORMS, ROOMS, SEARCH_ENGINE_USER } from "./rooms.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const IMPORT = /^(?:import|export)\s+(?:[\w*\s{},]+\sfrom\s+)?"([^"\n]+)"|\bimport\(\s*"([^"\n]+)"\s*\)/gm;

interface Import {
  readonly from: string;
  readonly to: string;
  /** False for types alone. */
  readonly runs: boolean;
}

/** Every import of the files below a folder; those of a path by the path from the root, all others as they stand. */
function importsOf(folder: string): Import[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const from = join(folder, file);
      return [...readFileSync(join(ROOT, from), "utf8").matchAll(IMPORT)].map((match) => {
        const to = (match[1] ?? match[2]) as string;
        return {
          from,
          to: to.startsWith(".") ? relative(ROOT, join(ROOT, dirname(from), to)) : to,
          runs: !/^\w+ type /.test(match[0]),
        };
      });
    });
}

const src = importsOf("src");
const adapters = importsOf("adapters");

const floorOf = (path: string) =>
  ROOMS.findIndex((rooms) => rooms.some((room) => path === room || path.startsWith(`${room}/`)));

describe("imports", () => {
  it("are seen at all", () => {
    expect(src.length).toBeGreaterThan(100);
    expect(adapters.length).toBeGreaterThan(50);
    expect(src).toContainEqual({ from: "src/answerer.ts", to: "src/model/answerer.ts", runs: false });
  });

  it("of the core stay in the core", () => {
    expect(src.filter((one) => /^(?:adapters|test|seeds)\//.test(one.to))).toEqual([]);
  });

  it("of the core take nothing from Node, so that it runs anywhere", () => {
    const builtin =
      /^(?:node:|(?:fs|path|os|url|util|http|https|net|crypto|process|child_process|worker_threads)$)/;
    expect(src.filter((one) => builtin.test(one.to))).toEqual([]);
  });

  it("of the core take from others only what reads, stems, checks or searches", () => {
    const packages = new Set(src.filter((one) => !one.to.startsWith("src/")).map((one) => one.to));
    expect([...packages].toSorted()).toEqual([
      "@orama/stemmers/english",
      "@orama/stemmers/french",
      "@orama/stemmers/russian",
      "domhandler",
      "fflate",
      "htmlparser2",
      "jsonc-parser",
      "marked",
      "minisearch",
      "zod",
    ]);
  });

  it("of MiniSearch are in the search alone", () => {
    const users = [...src, ...adapters].filter((one) => one.to === "minisearch").map((one) => one.from);
    expect(users).toEqual([SEARCH_ENGINE_USER]);
  });

  it("inside the core run down the ladder", () => {
    const up = src.filter(
      ({ from, to }) => to.startsWith("src/") && (floorOf(to) < 0 || floorOf(from) < floorOf(to)),
    );
    expect(up).toEqual([]);
  });

  it("are held to the same ladder by the lint", () => {
    expect(biomeConfig().overrides.filter(isImportRule)).toEqual(importRules());
  });

  it("of a platform never reach another platform", () => {
    const platformOf = (path: string) =>
      PLATFORMS.find((platform) => path.startsWith(`adapters/${platform}/`));
    const across = adapters.filter(({ from, to }) => {
      const [own, other] = [platformOf(from), platformOf(to)];
      return own !== undefined && other !== undefined && other !== own;
    });
    expect(across).toEqual([]);
  });

  it("of no file go round in a circle", () => {
    const next = new Map<string, string[]>();
    // Types leave no import behind
    for (const { from, to } of [...src, ...adapters].filter((one) => one.runs))
      next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const to of next.get(file) ?? []) {
        const circle = visit(to, [...path, file]);
        if (circle) return circle;
      }
      done.add(file);
      return undefined;
    };
    const circles = [...next.keys()].map((file) => visit(file, [])).filter(Boolean);
    expect(circles).toEqual([]);
  });
});

describe("the core", () => {
  it("has no clock, chance, console, network, environment or promise of its own", () => {
    const OUTSIDE =
      /\b(?:Date\.now|new Date\(\)|Math\.random|console\.|process\.|fetch\(|setTimeout|await |async |Promise[.<(])/;
    const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const impure = files.filter((file) =>
      OUTSIDE.test(readFileSync(join(ROOT, "src", file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")),
    );
    expect(impure).toEqual([]);
  });
});
