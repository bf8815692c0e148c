/**
 * The second judge: Discord's published OpenAPI, where it lies beside the project (`../shared/specs`). Without the
 * file every body passes here, and the hand-written rules stand alone.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";

const SPECIFICATION = new URL("../../../../shared/specs/discord-openapi.json", import.meta.url);

export interface SchemaJudge {
  readonly present: boolean;
  /** What the schema has against the body of this call; empty when it has nothing or the judge is absent. */
  faults(method: string, path: string, body: unknown): string[];
  /** The `{template}` of a call, or undefined for a route that Discord does not have. */
  route(method: string, path: string): string | undefined;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}
interface Specification {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let loaded: SchemaJudge | undefined;

/** Read once a process: compiling costs a second. */
export function schemaJudge(): SchemaJudge {
  if (loaded === undefined) {
    loaded = load(fileURLToPath(SPECIFICATION));
    // Now, and not while a bot waits for the answer to its first call of each kind
    for (const [method, path] of CALLS) loaded.faults(method, path, {});
  }
  return loaded;
}

/** What every bot calls and has to be answered soon. */
const CALLS = [
  ["POST", "/interactions/1/token/callback"],
  ["POST", "/channels/1/messages"],
  ["PATCH", "/channels/1/messages/2"],
  ["PATCH", "/webhooks/1/token/messages/@original"],
  ["POST", "/webhooks/1/token"],
  ["PUT", "/applications/1/commands"],
] as const;

function load(file: string): SchemaJudge {
  let specification: Specification;
  try {
    specification = JSON.parse(readFileSync(file, "utf8")) as Specification;
  } catch {
    return { present: false, faults: () => [], route: () => undefined };
  }
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
  ajv.addSchema(specification, "discord");
  const templates = Object.keys(specification.paths).map((template) => ({
    template,
    // Literal parts first: `@original` must win over `{message_id}`.
    weight: template.split("/").filter((part) => part.startsWith("{")).length,
    pattern: new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+")}$`),
  }));
  templates.sort((a, b) => a.weight - b.weight);
  const compiled = new Map<string, ValidateFunction>();
  const route = (method: string, path: string): string | undefined =>
    templates.find(
      ({ template, pattern }) =>
        pattern.test(path) && specification.paths[template]?.[method.toLowerCase()] !== undefined,
    )?.template;
  return {
    present: true,
    route,
    faults(method, path, body) {
      const template = route(method, path);
      if (template === undefined) return [`${method} ${path} is no route of Discord`];
      const operation = specification.paths[template]?.[method.toLowerCase()];
      if (operation?.requestBody?.content["application/json"] === undefined) return [];
      const key = `${method} ${template}`;
      let validate = compiled.get(key);
      if (validate === undefined) {
        const pointer = [
          "paths",
          template,
          method.toLowerCase(),
          "requestBody",
          "content",
          "application/json",
          "schema",
        ]
          .map((part) => encodeURIComponent(part.replace(/~/g, "~0").replace(/\//g, "~1")))
          .join("/");
        validate = ajv.compile({ $ref: `discord#/${pointer}` });
        compiled.set(key, validate);
      }
      if (validate(body)) return [];
      return (validate.errors ?? [])
        .slice(-3)
        .map((e: ErrorObject) => `${key}${e.instancePath} ${e.message}`);
    },
  };
}
