/**
 * What was learnt from expected questions, in files beside the bundle that runs. Other code has a bundle of another name, and learns anew;
 * making it clears away what older code has left.
 */

import { mkdirSync, readdirSync, statSync, utimesSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { QuestionWeights } from "../../src/expansion/question-classifier.ts";
import type { WeightStore } from "../../src/expansion/question-training.ts";
import { readKept, removeKept, sumOf, writeKept } from "./kept-file.ts";

/** A bundle's folder: its name, and what changes with the code. */
const BUNDLE = /^[a-z]+-([0-9a-f]{16})$/;
const NAME = "weights";
/** Numbers alone, which tell nothing of the texts: an installation may be another user's. */
const MODE = 0o644;
/** Files that are kept, of some megabytes each: those of a few corpora, or of one that is being edited. */
const MAX_FILES = 40;

/** The store of the program that runs; undefined where it runs from its sources. */
export function bundleWeights(module = import.meta.url): WeightStore | undefined {
  const bundle = dirname(fileURLToPath(module));
  const state = BUNDLE.exec(basename(bundle))?.[1];
  return state === undefined ? undefined : weightCache(join(dirname(bundle), `${NAME}-${state}`));
}

/** Whatever cannot be read or written is not there: it is learnt again. */
export function weightCache(folder: string): WeightStore {
  return {
    read(examples) {
      const key = sumOf(examples);
      const path = join(folder, key);
      try {
        const kept = readKept(path, key);
        if (kept === undefined || kept === "damaged") return undefined;
        touch(path);
        return kept.value as QuestionWeights;
      } catch {
        return undefined;
      }
    },
    write(examples, weights) {
      const key = sumOf(examples);
      try {
        mkdirSync(folder, { recursive: true });
        writeKept(join(folder, key), key, weights, MODE);
        forgetOldest(folder);
      } catch {
        // Then it is learnt again
      }
    },
  };
}

/** What is used is not among the oldest. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Then it is forgotten earlier
  }
}

/** The files that were not used for longest, beyond those that are kept. */
function forgetOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  if (files.length <= MAX_FILES) return;
  const age = new Map(files.map((file) => [file, statSync(file).mtimeMs]));
  files.sort((a, b) => (age.get(b) as number) - (age.get(a) as number));
  for (const file of files.slice(MAX_FILES)) removeKept(file);
}
