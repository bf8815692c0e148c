import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { createAnswerer } from "../../src/answerer.ts";
import type { RawFile } from "../../src/corpus/decode.ts";
import { type Answerer, LANGUAGES } from "../../src/model.ts";
import { introduction } from "../../src/strings/introduction.ts";
import { cachedAnswerer } from "./answer-cache.ts";
import { readSeedFiles } from "./corpus-files.ts";
import { type CorpusWatch, watchCorpus } from "./corpus-watch.ts";
import { type IndexOptions, openIndex } from "./index-snapshot.ts";
import { type CorpusMeter, createLiveAnswerer, type LiveAnswerer } from "./live-answerer.ts";
import type { Log } from "./log.ts";
import { createThinkingPool, type ThinkingPool, threadsFor } from "./thinking-pool.ts";

export interface OpenCorpusOptions {
  readonly folder: string;
  /** A file for its index, for a quicker start. */
  readonly snapshot?: string | undefined;
  readonly log: Log;
  readonly meter?: CorpusMeter;
}

/** A corpus that is served while its folder may change. */
export interface OpenCorpus extends LiveAnswerer {
  /** Thinks in threads of their own from now on, where the machine has cores for them. Gives their number. */
  useThreads(): number;
  /** How many questions may be thought about at a time. */
  readonly slots: number;
  /** Follows the folder from now on. */
  watch(): CorpusWatch;
}

/** Opens a corpus folder for a process that runs for months. Throws SeedsError when it cannot be served. */
export async function openCorpus({ folder, snapshot, log, meter }: OpenCorpusOptions): Promise<OpenCorpus> {
  let serving = false;
  let read: readonly RawFile[] = [];
  let pool: ThinkingPool | undefined;
  const openPool = (files: readonly RawFile[], answerer: Answerer): void => {
    void pool?.close();
    const threads = threadsFor(answerer.corpus.passages.length);
    pool = threads > 0 ? createThinkingPool(files, threads) : undefined;
  };
  const live = await createLiveAnswerer({
    read: () => {
      const files = readSeedFiles(folder);
      const hash = hashOf(files);
      const build = async () => {
        const answerer = answererOf({ folder, files, hash, snapshot, log });
        // At the start there are connections to make meanwhile, and whoever starts us warms it beside them
        if (serving) await warm(answerer);
        if (pool) openPool(files, answerer);
        read = files;
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
    answerer: cachedAnswerer(live.answerer, async (asked) =>
      pool?.think(asked, live.answerer.corpus.fingerprint),
    ),
    reload: live.reload,
    // A thread that has answered has the next question at hand
    slots: Math.max(1, 2 * threadsFor(live.answerer.corpus.passages.length)),
    useThreads() {
      openPool(read, live.answerer);
      return pool?.threads ?? 0;
    },
    watch: () =>
      watchCorpus({
        folder: resolve(folder),
        changed: () => void live.reload(),
        failed: (code) =>
          log.warn({ code }, "the corpus folder cannot be watched: send SIGHUP after changing it"),
      }),
  };
}

function answererOf(options: IndexOptions): Answerer {
  const { seeds, index } = openIndex(options);
  for (const { file, line, message } of seeds.leftOut)
    options.log.warn({ file, ...(line !== undefined && { line }), why: message }, "left out of the corpus");
  return createAnswerer({ seeds, index });
}

/** The first question in each language builds its tables: better now than while somebody waits. Updates come in between. */
export async function warm(answerer: Answerer): Promise<void> {
  for (const lang of LANGUAGES) {
    for (const text of introduction(answerer.corpus, lang).examples) answerer.answer({ text });
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
