import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** One idea fits in them. The lint counts those of functions. */
const MAX_FILE_LINES = 250;

it("no file of code or styles is longer than one idea", () => {
  const files = ["src", "adapters"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:ts|js|mjs|css)$/.test(file))
      .map((file) => join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(300);
  const lines = (file: string) => readFileSync(join(ROOT, file), "utf8").split("\n").length - 1;
  expect(files.filter((file) => lines(file) > MAX_FILE_LINES)).toEqual([]);
});

it("no list of words of a language stands outside its profile", () => {
  // Letters of Latin stand in all code; those of other scripts are words of a language or, two at most, letters that are alike
  const LIST =
    /[\p{Script=Arabic}\p{Script=Cyrillic}]{3,}(?:[ |"',]+[\p{Script=Arabic}\p{Script=Cyrillic}]{3,})+/u;
  const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g;
  const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/^(?:languages|strings)\//.test(file),
  );
  const withLists = files.filter((file) =>
    LIST.test(readFileSync(join(ROOT, "src", file), "utf8").replace(COMMENTS, "")),
  );
  expect(withLists).toEqual([]);
});
