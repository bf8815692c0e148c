/**
 * What was learnt from expected questions, in files beside the bundle that runs. Other code has a bundle of another name, and learns anew;
 * making it clears away what older code has left.
 */

import { createHash, randomUUID } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import type { QuestionWeights } from "../../src/expansion/question-classifier.ts";
import type { WeightStore } from "../../src/expansion/question-training.ts";

/** A bundle's folder: its name, and what changes with the code. */
const BUNDLE = /^[a-z]+-([0-9a-f]{16})$/;
const NAME = "weights";
/** Hexadecimal letters of a SHA-256. */
const SUM = 64;
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
  const pathOf = (examples: Uint8Array) => join(folder, sumOf(examples));
  return {
    read(examples) {
      const path = pathOf(examples);
      try {
        const bytes = readFileSync(path);
        const kept = bytes.subarray(SUM);
        if (bytes.subarray(0, SUM).toString("latin1") !== sumOf(kept)) return undefined;
        touch(path);
        return deserialize(kept) as QuestionWeights;
      } catch {
        return undefined;
      }
    },
    write(examples, weights) {
      const path = pathOf(examples);
      // Threads and containers may share a number of their process
      const own = `${path}.${randomUUID()}`;
      try {
        mkdirSync(folder, { recursive: true });
        const kept = serialize(weights);
        writeFileSync(own, Buffer.concat([Buffer.from(sumOf(kept), "latin1"), kept]));
        // At once: another process finds all of it or nothing
        renameSync(own, path);
        forgetOldest(folder);
      } catch {
        forget(own);
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

function forget(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays where it is
  }
}

/** The files that were not used for longest, beyond those that are kept. */
function forgetOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  if (files.length <= MAX_FILES) return;
  const age = new Map(files.map((file) => [file, statSync(file).mtimeMs]));
  files.sort((a, b) => (age.get(b) as number) - (age.get(a) as number));
  for (const file of files.slice(MAX_FILES)) forget(file);
}

const sumOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
