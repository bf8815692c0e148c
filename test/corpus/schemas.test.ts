import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { corpusFileSchemas } from "../../.ci/json-schemas.ts";
import { loadSeeds } from "../../src/corpus/load.ts";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8"));

describe("the JSON Schemas for editors", () => {
  it.each([...corpusFileSchemas()])(
    "%s is that of the loader (`npm run schemas` writes it)",
    (path, schema) => {
      expect(read(path)).toEqual(JSON.parse(JSON.stringify(schema)));
    },
  );

  it("may be named in the file", () => {
    const file = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });
    const loaded = loadSeeds([
      file("a.txt", "سطر من النص هنا.\n"),
      file("catalogue.json", '{ "$schema": "catalogue.schema.json", "documents": {} }'),
      file("lexicon/x.json", '{ "$schema": "../lexicon.schema.json", "concepts": [] }'),
    ]);
    expect(loaded.ok).toBe(true);
  });
});
