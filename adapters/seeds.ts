import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { LARGEST_TEXT, loadSeeds, type Problem, type RawFile, type Seeds } from "../src/corpus/load.ts";

/** A corpus that cannot be used, with every problem in its message. */
export class SeedsError extends Error {
  override readonly name = "SeedsError";
  constructor(
    readonly folder: string,
    readonly problems: readonly Problem[],
  ) {
    const lines = problems.map((p) => `  ${p.file}${p.line === undefined ? "" : `:${p.line}`}  ${p.message}`);
    super(`The corpus in ${folder} cannot be used:\n${lines.join("\n")}`);
  }
}

/** Reads the corpus folder: its texts and its data files. Throws SeedsError. */
export function readSeeds(folder: string): Seeds {
  let files: RawFile[];
  try {
    files = [...read(folder, ""), ...read(folder, "lexicon/")];
  } catch (error) {
    throw new SeedsError(folder, [
      { file: ".", message: `cannot be read (${(error as NodeJS.ErrnoException).code})` },
    ]);
  }
  const loaded = loadSeeds(files);
  if (!loaded.ok) throw new SeedsError(folder, loaded.problems);
  return loaded.seeds;
}

function read(folder: string, below: string): RawFile[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(folder, below), { withFileTypes: true });
  } catch (error) {
    if (below !== "" && (error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return entries
    .filter(
      (e) => !e.isDirectory() && (e.name.endsWith(".json") || (below === "" && e.name.endsWith(".txt"))),
    )
    .map((e) => {
      const path = join(folder, below, e.name);
      // a file over the limit is reported by its size; reading it would be the crash that the limit is there to prevent
      const tooLarge = statSync(path).size > LARGEST_TEXT;
      return {
        name: below + e.name,
        bytes: tooLarge ? ({ length: statSync(path).size } as Uint8Array) : readFileSync(path),
      };
    });
}
