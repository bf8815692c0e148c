import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isRecord, type Json } from "./rules.ts";

/** A published scrape of the Bot API: a second judge of every call, where it is present. */
const SCRAPE = fileURLToPath(new URL("../../../../shared/specs/telegram-bot-api.json", import.meta.url));

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
}
interface Described {
  readonly fields?: readonly Field[];
  readonly subtypes?: readonly string[];
}
interface Scrape {
  readonly methods: Readonly<Record<string, Described>>;
  readonly types: Readonly<Record<string, Described>>;
}

export type Judge = (method: string, call: Json) => readonly string[];

export function loadJudge(): Judge | undefined {
  if (!existsSync(SCRAPE)) return undefined;
  const scrape = JSON.parse(readFileSync(SCRAPE, "utf8")) as Scrape;
  return (method, call) => {
    const described = scrape.methods[method];
    return described
      ? judgeFields(scrape, described.fields ?? [], call, method)
      : [`${method}: no such method`];
  };
}

function judgeFields(scrape: Scrape, fields: readonly Field[], value: Json, at: string): string[] {
  const known = new Map(fields.map((field) => [field.name, field]));
  const wrong = fields
    .filter((f) => f.required && !(f.name in value))
    .map((f) => `${at}.${f.name} is missing`);
  for (const [name, given] of Object.entries(value)) {
    const field = known.get(name);
    if (!field) wrong.push(`${at}.${name} is unknown`);
    else wrong.push(...judgeTypes(scrape, field.types, given, `${at}.${name}`));
  }
  return wrong;
}

/** No complaint when one of the types has none; else the complaints of the type that came nearest. */
function judgeTypes(scrape: Scrape, types: readonly string[], value: unknown, at: string): string[] {
  const verdicts = types.map((type) => judgeType(scrape, type, value, at));
  return verdicts.sort((a, b) => a.length - b.length)[0] ?? [];
}

function judgeType(scrape: Scrape, type: string, value: unknown, at: string): string[] {
  const items = /^Array of (.+)$/.exec(type)?.[1];
  if (items) {
    if (!Array.isArray(value)) return [`${at} is not an array`];
    return value.flatMap((item, i) => judgeType(scrape, items, item, `${at}[${i}]`));
  }
  switch (type) {
    case "Integer":
      return Number.isInteger(value) ? [] : [`${at} is not an integer`];
    case "Float":
      return typeof value === "number" ? [] : [`${at} is not a number`];
    case "String":
      return typeof value === "string" ? [] : [`${at} is not a string`];
    case "Boolean":
    case "True":
      return typeof value === "boolean" ? [] : [`${at} is not a boolean`];
  }
  const described = scrape.types[type];
  if (!described) return [`${at}: no such type ${type}`];
  if (!isRecord(value)) return [`${at} is not a ${type}`];
  if (described.subtypes) return judgeTypes(scrape, described.subtypes, value, at);
  return judgeFields(scrape, described.fields ?? [], value, at);
}
