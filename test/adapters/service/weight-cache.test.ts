import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleWeights, weightCache } from "../../../adapters/service/weight-cache.ts";
import type { QuestionWeights } from "../../../src/expansion/question-classifier.ts";

const features = (value: number) => ({
  about: { values: Int8Array.of(0, value), unit: 0.5 },
  untold: { values: Int8Array.of(0, -value), unit: 0.25 },
  nowhere: Float32Array.of(0, 0.125),
});
const weights = (value: number): QuestionWeights => ({
  rows: Uint16Array.of(0, 1),
  own: features(value),
  followUp: { own: features(value + 1), earlier: features(value + 2) },
  aboutBiases: Float64Array.of(0.1),
  untoldBiases: Float64Array.of(-0.1),
  tellsKinds: true,
});
const examples = (...bytes: number[]) => Uint8Array.from(bytes);

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "isnad-weights-"));
  folder = join(root, "weights-0123456789abcdef");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("weights in a folder", () => {
  it("are there for the examples that they were learnt from, and for no others", () => {
    weightCache(folder).write(examples(1, 2), weights(3));
    expect(weightCache(folder).read(examples(1, 2))).toEqual(weights(3));
    expect(weightCache(folder).read(examples(1, 3))).toBeUndefined();
  });

  it("are not there where the file was damaged or cut off, and can be written again", () => {
    const cache = weightCache(folder);
    cache.write(examples(1), weights(3));
    const path = join(folder, readdirSync(folder)[0] as string);
    const whole = readFileSync(path);
    const flipped = Buffer.from(whole);
    flipped[whole.length - 20] = (flipped[whole.length - 20] as number) ^ 1;
    for (const bytes of [flipped, whole.subarray(0, 100), whole.subarray(0, 10), Buffer.alloc(0)]) {
      writeFileSync(path, bytes);
      expect(cache.read(examples(1))).toBeUndefined();
    }
    cache.write(examples(1), weights(3));
    expect(cache.read(examples(1))).toEqual(weights(3));
  });

  it("are no reason to fail where nothing can be written", () => {
    writeFileSync(join(root, "file"), "");
    const cache = weightCache(join(root, "file", "weights-0123456789abcdef"));
    cache.write(examples(1), weights(3));
    expect(cache.read(examples(1))).toBeUndefined();
  });

  it("leave nothing half written behind", () => {
    weightCache(folder).write(examples(1), weights(3));
    weightCache(folder).write(examples(1), weights(3));
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("that are used stay longer than others", () => {
    const cache = weightCache(folder);
    for (let n = 0; n < 40; n += 1) cache.write(examples(n), weights(1));
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1_000, 1_000);
    expect(cache.read(examples(7))).toEqual(weights(1));
    for (let n = 40; n < 79; n += 1) cache.write(examples(n), weights(1));
    expect(cache.read(examples(7))).toEqual(weights(1));
    expect(cache.read(examples(8))).toBeUndefined();
  });

  it("do not pile up", () => {
    const cache = weightCache(folder);
    for (let n = 0; n < 60; n += 1) cache.write(examples(n), weights(1));
    expect(readdirSync(folder).length).toBeLessThanOrEqual(40);
    expect(cache.read(examples(59))).toEqual(weights(1));
  });
});

describe("where weights are kept", () => {
  it("is beside the bundle that runs, and shared by all that were made of the same code", () => {
    const store = (bundle: string) => bundleWeights(pathToFileURL(join(root, bundle, "main.mjs")).href);
    store("service-0123456789abcdef")?.write(examples(1), weights(3));
    expect(readdirSync(root)).toEqual(["weights-0123456789abcdef"]);
    expect(store("ask-0123456789abcdef")?.read(examples(1))).toEqual(weights(3));
    expect(store("ask-1111111111111111")?.read(examples(1))).toBeUndefined();
  });

  it("is nowhere for a program that runs from its sources", () => {
    expect(bundleWeights()).toBeUndefined();
  });
});
