import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { createAnswerer } from "../../src/answerer.ts";
import type { Problem, RawFile } from "../../src/corpus/decode.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import { cachedAnswerer } from "./answer-cache.ts";
import { readSeedFiles } from "./corpus-files.ts";
import { type CorpusWatch, watchCorpus } from "./corpus-watch.ts";
import { firstQuestions } from "./first-questions.ts";
import { indexElsewhere } from "./index-elsewhere.ts";
import { answererInSteps, type IndexParts } from "./index-parts.ts";
import { type IndexOptions, openIndex } from "./index-snapshot.ts";
import { type CorpusMeter, createLiveAnswerer, type LiveAnswerer } from "./live-answerer.ts";
import type { Log } from "./log.ts";
import { loggable } from "./loggable.ts";
import { threadsFor } from "./thinking-pool.ts";
import { createThreads } from "./threads.ts";
import { bundleWeights } from "./weight-cache.ts";

export interface OpenCorpusOptions {
  readonly folder: string;
  /** A file for its index, for a quicker start. */
  readonly snapshot?: string | undefined;
  readonly log: Log;
  readonly meter?: CorpusMeter;
}

/** A corpus that is served while its folder may change. */
export interface OpenCorpus extends LiveAnswerer {
  /** Moves answering to threads, where the machine has cores for them, once they have read the corpus. Resolves with their number. */
  useThreads(): Promise<number>;
  /** Questions that may be answered at the same time. */
  readonly slots: number;
  /** Follows the folder from now on. */
  watch(): CorpusWatch;
}

/** Opens a corpus folder for a process that runs for months. Throws SeedsError when it cannot be served. */
export async function openCorpus({ folder, snapshot, log, meter }: OpenCorpusOptions): Promise<OpenCorpus> {
  let serving = false;
  const threads = createThreads();
  const live = await createLiveAnswerer({
    read: () => {
      const files = readSeedFiles(folder);
      const hash = hashOf(files);
      const options: IndexOptions = { folder, files, hash, snapshot, log };
      const build = async () => {
        // At start-up nobody is waiting yet, and starting a thread would take longer
        const parts = serving ? await partsElsewhere(options) : undefined;
        const { answerer, leftOut } = parts ? await answererInSteps(files, parts) : answererHere(options);
        for (const { file, line, message } of leftOut)
          log.warn({ file, ...(line !== undefined && { line }), why: message }, "left out of the corpus");
        // At the start there are connections to make meanwhile, and whoever starts us warms it beside them
        if (serving) await warm(answerer);
        const { log: _, ...source } = options;
        await threads.follow(parts ? { files, parts } : source, answerer.corpus.passages.length);
        return answerer;
      };
      return { hash, build };
    },
    log,
    ...(meter && { meter }),
  });
  serving = true;
  return {
    // Turning a page asks the question again for its emphasis, and a link that is passed around is opened by many
    answerer: cachedAnswerer(live.answerer, (asked) =>
      threads.think(asked, live.answerer.corpus.fingerprint),
    ),
    reload: live.reload,
    // Each thread has one question in progress and one queued
    slots: Math.max(1, 2 * threadsFor(live.answerer.corpus.passages.length)),
    useThreads: () => threads.use(),
    watch: () =>
      watchCorpus({
        folder: resolve(folder),
        changed: () => void live.reload(),
        failed: (code) =>
          log.warn({ code }, "the corpus folder cannot be watched: send SIGHUP after changing it"),
      }),
  };
}

function answererHere(options: IndexOptions): { answerer: Answerer; leftOut: readonly Problem[] } {
  const { seeds, index } = openIndex(options);
  return { answerer: createAnswerer({ seeds, index, weightStore: bundleWeights() }), leftOut: seeds.leftOut };
}

/** Undefined where no thread can be started; the index is then built here, and everybody waits. Throws SeedsError. */
async function partsElsewhere(options: IndexOptions): Promise<IndexParts | undefined> {
  try {
    return await indexElsewhere(options);
  } catch (error) {
    if ((error as Error).name === "SeedsError") throw error;
    options.log.warn(loggable(error), "no thread could build the index");
    return undefined;
  }
}

/** The first question in each language builds its tables: better now than while somebody waits. Updates are handled in between. */
export async function warm(answerer: Answerer): Promise<void> {
  for (const question of firstQuestions(answerer.corpus)) {
    answerer.answer(question);
    await new Promise((go) => setImmediate(go));
  }
}

/** Of the names and bytes of all files, in hexadecimal. */
export function hashOf(files: readonly RawFile[]): string {
  const hash = createHash("sha256");
  for (const { name, bytes } of files) {
    // With both lengths, so that no two folders run into the same bytes; a file over the limit has only its size
    hash.update(`${name.length} ${name} ${bytes.length} `);
    if (bytes instanceof Uint8Array) hash.update(bytes);
  }
  return hash.digest("hex");
}
