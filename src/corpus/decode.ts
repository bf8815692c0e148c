import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { z } from "zod";
import { firstInvalid, lineAt } from "./charset.ts";
import { type ConceptEntry, lexiconSchema } from "./schema.ts";

/** A file of the corpus folder; `name` has the folder in it for those below (`lexicon/names.json`). */
export interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is wrong with a corpus, and where. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** Bytes of one text. More is a mistake: an export of a whole site, not a document. */
export const MAX_TEXT_BYTES = 20 * 1024 * 1024;
/** Reports a file that cannot be decoded, at the line of its first bad byte. */
export function notUtf8(file: string, bytes: Uint8Array): Problem {
  return { file, line: lineAt(bytes, firstInvalid(bytes)), message: "not UTF-8" };
}

/** The content of a data file, once it has the right shape. */
export interface DecodedJson<T> {
  readonly value: T;
  /** The line of a place in the file, as a field of a problem. */
  line(path: readonly (string | number)[]): { line: number };
}

/** Reads a data file; undefined if it is absent or unusable. */
export function decodeJson<T>(
  files: readonly RawFile[],
  name: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): DecodedJson<T> | undefined {
  const file = files.find((f) => f.name === name);
  if (!file) return undefined;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(file.bytes);
  } catch {
    problems.push(notUtf8(name, file.bytes));
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors);
    const first = errors[0];
    problems.push({
      file: name,
      line: text.slice(0, first?.offset ?? 0).split("\n").length,
      message: `not JSON (${first ? printParseErrorCode(first.error) : "syntax"})`,
    });
    return undefined;
  }
  let tree: Node | undefined;
  const line = (path: readonly (string | number)[]) => {
    tree ??= parseTree(text);
    const node = tree && findNodeAtLocation(tree, [...path]);
    return { line: text.slice(0, node?.offset ?? 0).split("\n").length };
  };
  const result = schema.safeParse(value);
  if (!result.success) {
    for (const issue of result.error.issues) {
      const path = issue.path.filter((p) => typeof p !== "symbol");
      problems.push({ file: name, ...line(path), message: `${path.join(".") || "file"}: ${issue.message}` });
    }
    return undefined;
  }
  return { value: result.data, line };
}

/** The concepts of all the lexicon's files. */
export function decodeLexicon(files: readonly RawFile[], problems: Problem[]): ConceptEntry[] {
  const entries: ConceptEntry[] = [];
  const places = new Map<string, string>();
  for (const { name } of files.filter((f) => /^lexicon(?:\/[^/]+)?\.json$/.test(f.name))) {
    const read = decodeJson(files, name, lexiconSchema, problems);
    read?.value.concepts.forEach((entry, at) => {
      const before = places.get(entry.id);
      if (before)
        problems.push({
          file: name,
          ...read.line(["concepts", at, "id"]),
          message: `repeats the concept ${entry.id} of ${before}`,
        });
      places.set(entry.id, name);
      entries.push(entry);
    });
  }
  return entries;
}
