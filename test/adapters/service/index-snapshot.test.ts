import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answererInSteps, answererOf, partsOf } from "../../../adapters/service/index-parts.ts";
import { keptIndex, openIndex } from "../../../adapters/service/index-snapshot.ts";
import { hashOf } from "../../../adapters/service/open-corpus.ts";
import { createAnswerer } from "../../../src/answerer.ts";
import type { RawFile } from "../../../src/corpus/decode.ts";
import { grow } from "../../support/grown-corpus.ts";
import { processorTime } from "../../support/processor-time.ts";
import { askedQuestions, seedFiles } from "../../support/seeds.ts";

let folder: string;
let snapshot: string;
let logged: string;

const log = pino(
  { level: "info" },
  {
    write(line: string) {
      logged += line;
    },
  },
);
const open = (files: readonly RawFile[], at: string | undefined = snapshot) =>
  openIndex({ folder: "seeds", files, hash: hashOf(files), snapshot: at, log });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-snapshot-"));
  snapshot = join(folder, "index");
  logged = "";
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("an index that is kept", () => {
  it("is the one that was built, to its last number, and answers as it does", () => {
    const files = seedFiles();
    const built = open(files);
    const kept = open(files);
    expect(logged).toBe("");
    // All of it, private or not: a field that is forgotten would be found by no question of today's
    expect(plain(kept.index)).toEqual(plain(built.index));
    expect({ ...kept.seeds.corpus, glossary: undefined }).toEqual({
      ...built.seeds.corpus,
      glossary: undefined,
    });
    const [a, b] = [createAnswerer(built), createAnswerer(kept)];
    for (const text of askedQuestions().slice(0, 60)) expect(b.answer({ text })).toEqual(a.answer({ text }));
  });

  it("is the same from parts, at once or in steps", async () => {
    const files = seedFiles();
    const built = createAnswerer(open(files));
    const parts = partsOf(
      keptIndex({ folder: "seeds", files, hash: hashOf(files), snapshot: undefined, log }),
    );
    const stepped = await answererInSteps(files, parts);
    expect(stepped.leftOut).toEqual([]);
    for (const answerer of [answererOf(files, parts), stepped.answerer]) {
      expect({ ...answerer.corpus, glossary: undefined }).toEqual({ ...built.corpus, glossary: undefined });
      for (const text of askedQuestions().slice(0, 60))
        expect(answerer.answer({ text })).toEqual(built.answer({ text }));
    }
  });

  it("is made anew for another corpus, other code, or when it is damaged, and never half written", () => {
    const files = seedFiles();
    open(files);
    const whole = readFileSync(snapshot);
    const more = [...files, { name: "zz.txt", bytes: Buffer.from("يبيع السوق السمك كل خميس.\n") }];
    expect(open(more).seeds.corpus.documents).toHaveLength(
      files.filter(({ name }) => /^[^/]*\.txt$/.test(name)).length + 1,
    );
    expect(readFileSync(snapshot).subarray(0, 64)).not.toEqual(whole.subarray(0, 64));
    expect(logged).toBe("");

    open(files);
    truncateSync(snapshot, 50_000);
    expect(open(files).index.size).toBeGreaterThan(0);
    expect(logged).toContain("damaged");
    const flipped = Buffer.from(whole);
    flipped[40_000] = (flipped[40_000] as number) ^ 1;
    for (const bytes of [flipped, Buffer.alloc(0), Buffer.from("not an index"), whole.subarray(0, 128)]) {
      writeFileSync(snapshot, bytes);
      expect(open(files).index.size).toBeGreaterThan(0);
      // And it is in order again
      expect(readFileSync(snapshot).length).toBeGreaterThan(0.9 * whole.length);
    }
    expect(readdirSync(folder)).toEqual(["index"]);
  });

  it("is no reason not to start where it cannot be read or written", () => {
    const files = seedFiles();
    writeFileSync(join(folder, "file"), "");
    for (const at of [folder, join(folder, "missing", "index"), join(folder, "file", "index")])
      expect(open(files, at).index.size).toBeGreaterThan(0);
    expect(logged).toContain("INDEX_SNAPSHOT cannot be written");
    openIndex({ folder: "seeds", files, hash: hashOf(files), snapshot: undefined, log });
    expect(existsSync(snapshot)).toBe(false);
  });

  it("is there at least three times as fast as it is built (five on a quiet machine)", () => {
    const files = grow(seedFiles(), 5_000);
    const [built = 0, ...kept] = [0, 1, 2].map(() => {
      const from = processorTime();
      open(files);
      return processorTime() - from;
    });
    expect(built / Math.min(...kept)).toBeGreaterThan(3);
  });
});

/** Made when they are first asked for, or for the corpus and not of its texts. */
const LEFT_OUT = new Set(["views", "reachedBy", "hashes", "lexicon", "leaders"]);

/** Every field as data. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, one: unknown) => {
      if (typeof one === "function" || LEFT_OUT.has(key)) return undefined;
      // MiniSearch's, whose tree has no order of its own
      if (key === "search") {
        const { index, ...rest } = one as { index: [string, unknown][] };
        return { ...rest, index: Object.fromEntries(index) };
      }
      // Room that a packed array has not filled yet
      if (one instanceof Object && "numbers" in one && "length" in one && ArrayBuffer.isView(one.numbers))
        return [...(one.numbers as Int32Array).subarray(0, one.length as number)];
      if (ArrayBuffer.isView(one)) return [...(one as Int32Array)];
      if (one instanceof Map) return [...one];
      return one instanceof Set ? [...one] : one;
    }),
  );
}
