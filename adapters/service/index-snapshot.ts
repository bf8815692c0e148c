/** The index of a corpus in a file, so that a start need not read all the texts again. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RawFile } from "../../src/corpus/decode.ts";
import { type KeptSeeds, keepSeeds, restoreSeeds } from "../../src/corpus/kept-seeds.ts";
import { loadSeeds, type Seeds } from "../../src/corpus/load.ts";
import { type KeptPassageIndex, PassageIndex } from "../../src/index/passage-index.ts";
import { SeedsError } from "./corpus-files.ts";
import { readKept, writeKept } from "./kept-file.ts";
import type { Log } from "./log.ts";
import { loggable } from "./loggable.ts";
import { packageRoot } from "./package-root.ts";

/** The texts may be private. */
const MODE = 0o600;
/** ms between two progress messages. */
const BETWEEN_LINES = 2_000;

/** Where the time of reading and indexing a corpus went. */
export interface KeptIndex {
  readonly seeds: KeptSeeds;
  readonly index: KeptPassageIndex;
}

export interface Indexed {
  readonly seeds: Seeds;
  readonly index: PassageIndex;
}

export interface IndexOptions {
  readonly folder: string;
  readonly files: readonly RawFile[];
  /** Of the files. */
  readonly hash: string;
  /** Where the index is kept; it is built each time without it. */
  readonly snapshot: string | undefined;
  readonly log: Pick<Log, "info" | "warn">;
}

/** From the snapshot where that is of these files and this code, else from the texts. Throws SeedsError. */
export function openIndex(options: IndexOptions): Indexed {
  const kept = readSnapshot(options);
  if (kept) return restoreIndex(options.files, kept);
  const built = buildIndex(options);
  if (options.snapshot !== undefined) writeSnapshot(options, keep(built));
  return built;
}

/** The same as data. Throws SeedsError. */
export function keptIndex(options: IndexOptions): KeptIndex {
  const known = readSnapshot(options);
  if (known) return known;
  const kept = keep(buildIndex(options));
  if (options.snapshot !== undefined) writeSnapshot(options, kept);
  return kept;
}

function restoreIndex(files: readonly RawFile[], kept: KeptIndex): Indexed {
  const seeds = restoreSeeds(files, kept.seeds);
  const { corpus, lexicon, leaders } = seeds;
  return { seeds, index: new PassageIndex(corpus, lexicon, leaders, { kept: kept.index }) };
}

const keep = ({ seeds, index }: Indexed): KeptIndex => ({ seeds: keepSeeds(seeds), index: index.keep() });

function buildIndex({ folder, files, log }: IndexOptions): Indexed {
  const loaded = loadSeeds(files);
  if (!loaded.ok) throw new SeedsError(folder, loaded.problems);
  const { seeds } = loaded;
  let told = performance.now();
  const progress = (passages: number, of: number): void => {
    if (performance.now() - told < BETWEEN_LINES) return;
    told = performance.now();
    log.info({ passages, of }, "building the index");
  };
  return { seeds, index: new PassageIndex(seeds.corpus, seeds.lexicon, seeds.leaders, { progress }) };
}

/** Changes with the corpus, with any line or weight of the core, and with the engine, whose serialisation it is. */
function keyOf(hash: string): string {
  const key = createHash("sha256").update(`${hash} ${process.versions.v8} `);
  const root = join(packageRoot(), "src");
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  for (const name of sources) {
    const path = join(root, name);
    if (statSync(path).isFile()) key.update(`${name} `).update(readFileSync(path));
  }
  return key.digest("hex");
}

function readSnapshot({ snapshot: path, hash, log }: IndexOptions): KeptIndex | undefined {
  if (path === undefined) return undefined;
  try {
    const kept = readKept(path, keyOf(hash));
    if (kept !== "damaged") return kept?.value as KeptIndex | undefined;
    log.warn("INDEX_SNAPSHOT is damaged; the index is built");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      log.warn(loggable(error), "INDEX_SNAPSHOT cannot be read; the index is built");
  }
  return undefined;
}

function writeSnapshot({ snapshot: path = "", hash, log }: IndexOptions, kept: KeptIndex): void {
  try {
    writeKept(path, keyOf(hash), kept, MODE);
  } catch (error) {
    log.warn(loggable(error), "INDEX_SNAPSHOT cannot be written");
  }
}
