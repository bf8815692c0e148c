import { createAnswerer } from "../../src/answerer.ts";
import { loadSeeds } from "../../src/corpus/load.ts";
import type { Answerer } from "../../src/model/answerer.ts";

/** A core over texts that a test makes up, by file name. */
export function answererOver(texts: Readonly<Record<string, string>>): Answerer {
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  const loaded = loadSeeds(files);
  if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.file}: ${p.message}`).join("\n"));
  return createAnswerer({ seeds: loaded.seeds });
}
