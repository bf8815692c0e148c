/** An index as bytes that threads can share, and the index of such bytes again: at once, or in steps between which the event loop turns. */
import { deserialize, serialize } from "node:v8";
import MiniSearch, { type AsPlainObject } from "minisearch";
import { createAnswerer } from "../../src/answerer.ts";
import type { Problem, RawFile } from "../../src/corpus/decode.ts";
import { type KeptSeeds, restoreSeeds } from "../../src/corpus/kept-seeds.ts";
import { ExpansionIndex } from "../../src/index/expansion-index.ts";
import { type KeptPassageIndex, PassageIndex } from "../../src/index/passage-index.ts";
import { ENGINE } from "../../src/index/term-search.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { KeptIndex } from "./index-snapshot.ts";

/** Terms of MiniSearch's in one part, of some ten milliseconds. */
const TERMS = 1_000;

/** In memory that every thread sees: nothing is copied from one to another. */
export interface IndexParts {
  readonly seeds: Uint8Array;
  /** Without MiniSearch's terms. */
  readonly index: Uint8Array;
  readonly terms: readonly Uint8Array[];
}

type Terms = AsPlainObject["index"];

export function partsOf({ seeds, index }: KeptIndex): IndexParts {
  const { index: terms, ...engine } = index.search as AsPlainObject;
  return {
    seeds: shared(seeds),
    index: shared({ ...index, search: engine }),
    terms: Array.from({ length: Math.ceil(terms.length / TERMS) }, (_, at) =>
      shared(terms.slice(at * TERMS, (at + 1) * TERMS)),
    ),
  };
}

function shared(value: unknown): Uint8Array {
  const bytes = serialize(value);
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** For a thread that has nothing else to do. */
export function answererOf(files: readonly RawFile[], parts: IndexParts): Answerer {
  const seeds = restoreSeeds(files, deserialize(parts.seeds) as KeptSeeds);
  const kept = keptOf(
    parts,
    parts.terms.flatMap((part) => deserialize(part) as Terms),
  );
  return createAnswerer({
    seeds,
    index: new PassageIndex(seeds.corpus, seeds.lexicon, seeds.leaders, { kept }),
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
  const terms: Terms = [];
  for (const part of parts.terms) {
    for (const term of deserialize(part) as Terms) terms.push(term);
    await turn();
  }
  const index = keptOf(parts, terms);
  await turn();
  const engine = await MiniSearch.loadJSAsync(index.search as AsPlainObject, ENGINE);
  const { corpus, lexicon, leaders, questions } = seeds;
  const expansions = new ExpansionIndex(corpus, questions);
  for (const _ of expansions.steps()) await turn();
  const made = new PassageIndex(corpus, lexicon, leaders, { kept: index, engine });
  return { answerer: createAnswerer({ seeds, index: made, expansions }), leftOut: seeds.leftOut };
}

function keptOf(parts: IndexParts, index: Terms): KeptPassageIndex {
  const kept = deserialize(parts.index) as KeptPassageIndex;
  return { ...kept, search: { ...(kept.search as object), index } };
}

const turn = (): Promise<void> => new Promise((go) => setImmediate(go));
