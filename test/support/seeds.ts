import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RawFile } from "../../src/corpus/decode.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The corpus folder as it stands, to grow or to break. */
export function seedFiles(): RawFile[] {
  const folder = join(root, "seeds");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: path.slice(folder.length + 1), bytes: readFileSync(path) };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Questions as people ask them, of all kinds and languages in turn. */
export function askedQuestions(): string[] {
  const sets = ["msa", "casual", "multi", "unanswerable"].map((name) =>
    readFileSync(join(root, "test/questions", `${name}.jsonl`), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { question: string }).question),
  );
  const longest = Math.max(...sets.map((set) => set.length));
  return Array.from({ length: longest }, (_, at) => sets.map((set) => set[at]))
    .flat()
    .filter((q) => q !== undefined);
}
