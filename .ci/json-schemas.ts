/**
 * `npm run schemas`: writes what is made of the schemas that the code checks by. `.github/schemas/*.json` are for editors of a corpus;
 * the records and the queries in `adapters/web/openapi.json` are for whoever calls the API. The rest of that file is written by hand.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { API_QUERIES, queryParameters } from "../adapters/web/routes/api-queries.ts";
import { RECORD_SCHEMAS } from "../src/answer-record.ts";
import {
  catalogueSchema,
  corpusSchema,
  leadersSchema,
  lexiconSchema,
  speakersSchema,
} from "../src/corpus/schema.ts";

const CORPUS_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  catalogue: catalogueSchema,
  corpus: corpusSchema,
  leaders: leadersSchema,
  lexicon: lexiconSchema,
  speakers: speakersSchema,
};

/** The JSON Schema of each data file of a corpus, by its path from the root. */
export function corpusFileSchemas(): Map<string, unknown> {
  return new Map(
    Object.entries(CORPUS_SCHEMAS).map(([name, schema]) => [
      `.github/schemas/${name}.schema.json`,
      z.toJSONSchema(schema, { io: "input" }),
    ]),
  );
}

/** The records of the machine interface, as `components.schemas` of an OpenAPI document. */
export function recordSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(RECORD_SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]));
}

/** The parameters of each route that is asked with a query, by its path: those, and what all of them have. */
export function routeParameters(): Record<string, object[]> {
  return Object.fromEntries(
    Object.entries(API_QUERIES).map(([path, schema]) => [
      path,
      [...queryParameters(schema), { $ref: "#/components/parameters/AcceptLanguage" }],
    ]),
  );
}

interface OpenApi {
  paths: Record<string, { get: { parameters?: object[] } }>;
  components: { schemas: Record<string, object> };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  for (const [path, schema] of corpusFileSchemas())
    writeFileSync(root + path, `${JSON.stringify(schema, null, 2)}\n`);
  const path = `${root}adapters/web/openapi.json`;
  const openapi = JSON.parse(readFileSync(path, "utf8")) as OpenApi;
  openapi.components.schemas = { ...openapi.components.schemas, ...recordSchemas() };
  for (const [route, parameters] of Object.entries(routeParameters()))
    (openapi.paths[route] as OpenApi["paths"][string]).get.parameters = parameters;
  writeFileSync(path, JSON.stringify(openapi));
  spawnSync("npx", ["biome", "format", "--write", path], { cwd: root, stdio: "inherit" });
}
