import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { BuilderInput, BuilderOutput } from "./builder.ts";
import { SeedsError } from "./corpus-files.ts";
import type { IndexParts } from "./index-parts.ts";
import type { IndexOptions } from "./index-snapshot.ts";
import { packageRoot } from "./package-root.ts";

/** Indexes these files in a thread. Throws SeedsError; any other error means that no thread could do it. */
export async function indexElsewhere({ log, ...input }: IndexOptions): Promise<IndexParts> {
  const thread = new Worker(join(packageRoot(), "adapters/service/builder-thread.mjs"), {
    workerData: input satisfies BuilderInput,
  });
  try {
    return await new Promise<IndexParts>((resolve, reject) => {
      thread.on("message", (output: BuilderOutput) => {
        if (output.kind === "built") resolve(output.parts);
        else if (output.kind === "refused") reject(new SeedsError(input.folder, output.problems));
        else log[output.level](...(output.line as [object, string]));
      });
      thread.on("error", reject);
      thread.on("exit", (code) => reject(new Error(`the thread ended with ${code}`)));
    });
  } finally {
    await thread.terminate();
  }
}
