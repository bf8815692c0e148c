import { describe, expect, it } from "vitest";
import { z } from "zod";
import { loadSeeds } from "../../src/corpus/load.ts";
import {
  catalogueSchema,
  corpusSchema,
  leadersSchema,
  lexiconSchema,
  speakersSchema,
} from "../../src/corpus/schema.ts";

const SCHEMAS = {
  catalogue: catalogueSchema,
  corpus: corpusSchema,
  leaders: leadersSchema,
  lexicon: lexiconSchema,
  speakers: speakersSchema,
};

describe("the JSON Schemas for editors", () => {
  it.each(Object.entries(SCHEMAS))(
    "%s is that of the loader (`vitest -u` writes it)",
    async (name, schema) => {
      const json = z.toJSONSchema(schema as z.ZodType, { io: "input" });
      await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(
        `../../.github/schemas/${name}.schema.json`,
      );
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
