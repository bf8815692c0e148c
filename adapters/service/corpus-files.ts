import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { MAX_TEXT_BYTES, type Problem, type RawFile } from "../../src/corpus/decode.ts";
import { loadSeeds, type Seeds } from "../../src/corpus/load.ts";

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
  const loaded = loadSeeds(readSeedFiles(folder));
  if (!loaded.ok) throw new SeedsError(folder, loaded.problems);
  return loaded.seeds;
}

/** The files of a corpus folder as they are. Throws SeedsError where they cannot be read. */
export function readSeedFiles(folder: string): RawFile[] {
  try {
    return [
      ...read(folder, ""),
      ...read(folder, "lexicon/"),
      ...DATA_FOLDERS.flatMap((below) =>
        foldersIn(folder, below).flatMap((language) => read(folder, `${below}${language}/`)),
      ),
    ];
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    const file = path === undefined ? "." : relative(folder, path) || ".";
    throw new SeedsError(folder, [{ file, message: `cannot be read (${code})` }]);
  }
}

/** Those that hold a folder for each language. */
const DATA_FOLDERS = ["translations/", "questions/"];

function foldersIn(folder: string, below: string): string[] {
  return entriesIn(folder, below)
    .filter((e) => !e.name.startsWith(".") && statSync(join(folder, below, e.name)).isDirectory())
    .map((e) => e.name);
}

function entriesIn(folder: string, below: string): Dirent[] {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true });
  } catch (error) {
    if (below !== "" && (error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Which files of a folder are read, by their endings: everything else may lie there too. */
const ENDING = (below: string) =>
  below === "" ? /\.(?:json|txt)$/ : below === "lexicon/" ? /\.json$/ : /^[^.].*\.txt$/;

function read(folder: string, below: string): RawFile[] {
  const ending = ENDING(below);
  return entriesIn(folder, below)
    .filter((e) => ending.test(e.name))
    .flatMap((e) => {
      const path = join(folder, below, e.name);
      const stat = statSync(path);
      // a folder of that name is no text, and reading a pipe would wait for ever
      if (!stat.isFile()) return [];
      // a file over the limit is reported by its size; reading it would be the crash that the limit is there to prevent
      const bytes = stat.size > MAX_TEXT_BYTES ? ({ length: stat.size } as Uint8Array) : readFileSync(path);
      return [{ name: below + e.name, bytes }];
    });
}
