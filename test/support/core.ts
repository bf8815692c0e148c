import { fileURLToPath } from "node:url";
import { readSeeds } from "../../adapters/service/corpus-files.ts";
import { createAnswerer } from "../../src/answerer.ts";
import type { Answerer } from "../../src/model/answerer.ts";

let answerer: Answerer | undefined;

/** The real core over the real sources: made once a process, for it is pure. */
export function realAnswerer(): Answerer {
  answerer ??= createAnswerer({ seeds: readSeeds(fileURLToPath(new URL("../../seeds", import.meta.url))) });
  return answerer;
}
