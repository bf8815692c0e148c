/** An index as bytes that threads can share, and the index of such bytes again: at once, or in steps between which the event loop turns. */
import { deserialize, serialize } from "node:v8";
import { createAnswerer } from "../../src/answerer.ts";
import type { Problem, RawFile } from "../../src/corpus/decode.ts";
import { type KeptSeeds, restoreSeeds } from "../../src/corpus/kept-seeds.ts";
import { ExpansionIndex } from "../../src/expansion/expansion-index.ts";
import { ForwardIndex } from "../../src/index/forward-index.ts";
import { type KeptPassageIndex, PassageIndex } from "../../src/index/passage-index.ts";
import { TermSearch } from "../../src/index/term-search.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { KeptIndex } from "./index-snapshot.ts";
import { bundleWeights } from "./weight-cache.ts";

/** In memory that every thread sees: nothing is copied from one to another. */
export interface IndexParts {
  readonly seeds: Uint8Array;
  readonly index: Uint8Array;
}

export const partsOf = ({ seeds, index }: KeptIndex): IndexParts => ({
  seeds: shared(seeds),
  index: shared(index),
});

function shared(value: unknown): Uint8Array {
  const bytes = serialize(value);
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** For a thread that has nothing else to do. */
export function answererOf(files: readonly RawFile[], parts: IndexParts): Answerer {
  const seeds = restoreSeeds(files, deserialize(parts.seeds) as KeptSeeds);
  const kept = deserialize(parts.index) as KeptPassageIndex;
  return createAnswerer({
    seeds,
    index: new PassageIndex(seeds.corpus, seeds.lexicon, seeds.leaders, { kept }),
    weightStore: bundleWeights(),
  });
}

/** For the thread that talks to the platforms meanwhile. */
export async function answererInSteps(
  files: readonly RawFile[],
  parts: IndexParts,
): Promise<{ readonly answerer: Answerer; readonly leftOut: readonly Problem[] }> {
  const kept = deserialize(parts.seeds) as KeptSeeds;
  await turn();
  const seeds = restoreSeeds(files, kept);
  await turn();
  const index = deserialize(parts.index) as KeptPassageIndex;
  await turn();
  const forward = new ForwardIndex();
  forward.restore(index.forward);
  const search = new TermSearch();
  for (const _ of search.filling(forward, index.terms)) await turn();
  const { corpus, lexicon, leaders, questions } = seeds;
  const expansions = new ExpansionIndex(corpus, questions, bundleWeights());
  for (const _ of expansions.steps()) await turn();
  const made = new PassageIndex(corpus, lexicon, leaders, { kept: index, search });
  return { answerer: createAnswerer({ seeds, index: made, expansions }), leftOut: seeds.leftOut };
}

const turn = (): Promise<void> => new Promise((go) => setImmediate(go));
