/** Reads and indexes a corpus in a thread of its own, and hands the index over as bytes. */
import { parentPort, workerData } from "node:worker_threads";
import type { Problem } from "../../src/corpus/decode.ts";
import { SeedsError } from "./corpus-files.ts";
import { type IndexParts, partsOf } from "./index-parts.ts";
import { type IndexOptions, keptIndex } from "./index-snapshot.ts";
import type { Log } from "./log.ts";

export type BuilderInput = Omit<IndexOptions, "log">;

export type BuilderOutput =
  | { readonly kind: "built"; readonly parts: IndexParts }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "log"; readonly level: "info" | "warn"; readonly line: unknown[] };

const tell = (output: BuilderOutput): void => parentPort?.postMessage(output);
const telling =
  (level: "info" | "warn") =>
  (...line: unknown[]): void =>
    tell({ kind: "log", level, line });

try {
  // Only loggable data is sent: errors have been reduced to it by then
  const log = { info: telling("info"), warn: telling("warn") } as unknown as Pick<Log, "info" | "warn">;
  tell({ kind: "built", parts: partsOf(keptIndex({ ...(workerData as BuilderInput), log })) });
} catch (error) {
  if (!(error instanceof SeedsError)) throw error;
  tell({ kind: "refused", problems: error.problems });
}
