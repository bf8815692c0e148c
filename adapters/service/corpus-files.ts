import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { MAX_TEXT_BYTES, type Problem, type RawFile } from "../../src/corpus/decode.ts";
import { formatOf, isData } from "../../src/corpus/file-kinds.ts";
import { type Loaded, loadSeeds, type Seeds } from "../../src/corpus/load.ts";
import { decodeQuestionsLate } from "../../src/corpus/questions.ts";

/** A problem in one line, as it is printed. */
export const lineOf = ({ file, line, message }: Problem) =>
  `  ${file}${line === undefined ? "" : `:${line}`}  ${message}`;

/** A corpus that cannot be used, with every problem in its message. */
export class SeedsError extends Error {
  override readonly name = "SeedsError";
  constructor(
    readonly folder: string,
    readonly problems: readonly Problem[],
  ) {
    super(`The corpus in ${folder} cannot be used:\n${problems.map(lineOf).join("\n")}`);
  }
}

/** Reads the corpus folder: its texts and its data files. Throws SeedsError. */
export function readSeeds(folder: string): Seeds {
  return seedsOf(folder, loadSeeds(readSeedFiles(folder)));
}

/**
 * The same for a process that answers a question or two: what is expected in a language is read when it is first asked in, and what is
 * wrong with it is thrown then.
 */
export function readSeedsLate(folder: string): Seeds {
  const faulty = (problems: readonly Problem[]): never => {
    throw new SeedsError(folder, problems);
  };
  return seedsOf(
    folder,
    loadSeeds(readSeedFiles(folder), (files, texts, problems) =>
      decodeQuestionsLate(files, texts, problems, faulty),
    ),
  );
}

function seedsOf(folder: string, loaded: Loaded): Seeds {
  if (!loaded.ok) throw new SeedsError(folder, loaded.problems);
  return loaded.seeds;
}

/** Folders in folders that are looked into. */
const MAX_DEPTH = 8;

/**
 * The files of a corpus folder and of those below: with their bytes where they are read, with their size alone where they are not.
 * Throws SeedsError where they cannot be read.
 */
export function readSeedFiles(folder: string): RawFile[] {
  try {
    return filesIn(folder, "", 0);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    const file = path === undefined ? "." : relative(folder, path) || ".";
    throw new SeedsError(folder, [{ file, message: `cannot be read (${code})` }]);
  }
}

function filesIn(folder: string, below: string, depth: number): RawFile[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry): RawFile[] => {
    const name = below + entry.name;
    const path = join(folder, name);
    // Hidden folders are version control's and editors'; a link to a folder may lead back to where it stands
    if (entry.isDirectory())
      return entry.name.startsWith(".") || depth === MAX_DEPTH ? [] : filesIn(folder, `${name}/`, depth + 1);
    const isRead = isData(name) || formatOf(name) !== undefined;
    const stat = statSync(path, { throwIfNoEntry: isRead });
    // Reading a pipe would wait for ever
    if (!stat?.isFile()) return [];
    // A file over the limit is reported by its size; reading it would be the crash that the limit is there to prevent
    const bytes =
      isRead && stat.size <= MAX_TEXT_BYTES ? readFileSync(path) : ({ length: stat.size } as Uint8Array);
    return [{ name, bytes }];
  });
}
