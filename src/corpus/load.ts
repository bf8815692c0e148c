import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { z } from "zod";
import type { Corpus, Document, Known, Passage } from "../model.ts";
import { tokenise } from "../text/tokens.ts";
import { Leaders } from "./leaders.ts";
import { Lexicon } from "./lexicon.ts";
import { type Paragraph, parse } from "./parse.ts";
import {
  type Catalogue,
  type ConceptEntry,
  catalogueSchema,
  leadersSchema,
  lexiconSchema,
  type SpeakerCorrection,
  speakersSchema,
} from "./schema.ts";
import { speakersOf } from "./speakers.ts";

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

/** Everything that belongs to one corpus. */
export interface Seeds {
  readonly corpus: Corpus;
  readonly leaders: Leaders;
  readonly lexicon: Lexicon;
}

export type Loaded =
  | { readonly ok: true; readonly seeds: Seeds }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Bytes of one text. More is a mistake: an export of a whole site, not a document. */
export const LARGEST_TEXT = 20 * 1024 * 1024;
/** Units of the opening words that stand for a headline that is not there. */
const OPENING = 70;

/** Reads a corpus from its files. Finds every problem before it gives up, so that they can be mended at one go. */
export function loadSeeds(files: readonly RawFile[]): Loaded {
  const problems: Problem[] = [];
  const texts = readTexts(files, problems);
  const names = new Set(texts.map((t) => t.id));

  const catalogue = readJson(files, "catalogue.json", catalogueSchema, problems);
  const leaders = readJson(files, "leaders.json", leadersSchema, problems);
  const corrections = readJson(files, "speakers.json", speakersSchema, problems);
  const concepts = readLexicon(files, problems);

  for (const id of Object.keys(catalogue?.value.documents ?? {}))
    if (!names.has(id))
      problems.push({
        file: "catalogue.json",
        ...catalogue?.line(["documents", id]),
        message: `describes ${id}, which is not in the folder`,
      });
  const seen = new Set<string>();
  leaders?.value.leaders.forEach((leader, at) => {
    if (seen.has(leader.id))
      problems.push({
        file: "leaders.json",
        ...leaders.line(["leaders", at, "id"]),
        message: `repeats the id ${leader.id}`,
      });
    seen.add(leader.id);
  });
  corrections?.value.corrections.forEach((correction, at) => {
    const where = { file: "speakers.json", ...corrections.line(["corrections", at]) };
    const text = texts.find((t) => t.id === correction.doc);
    if (!text) problems.push({ ...where, message: `corrects ${correction.doc}, which is not in the folder` });
    else if (correction.paragraph > text.paragraphs.length)
      problems.push({
        ...where,
        message: `${correction.doc} has ${text.paragraphs.length} paragraphs, not ${correction.paragraph}`,
      });
    for (const id of correction.speakers)
      if (!seen.has(id)) problems.push({ ...where, message: `${id} is not in leaders.json` });
  });
  for (const { id, text } of texts) {
    const title = catalogue?.value.documents[id]?.title;
    if (title?.how === "stated" && !text.includes(title.value))
      problems.push({
        file: "catalogue.json",
        ...catalogue?.line(["documents", id, "title"]),
        message: `the title of ${id} is "stated", but the text does not contain it`,
      });
  }
  if (problems.length > 0) return { ok: false, problems };

  const people = new Leaders(leaders?.value.leaders ?? []);
  const lexicon = new Lexicon(concepts);
  const corpus = assemble(texts, catalogue?.value, people, lexicon, corrections?.value.corrections ?? []);
  return { ok: true, seeds: { corpus, leaders: people, lexicon } };
}

interface Text {
  readonly id: string;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

function readTexts(files: readonly RawFile[], problems: Problem[]): Text[] {
  const texts: Text[] = [];
  const own = files.filter((f) => f.name.endsWith(".txt"));
  if (own.length === 0)
    problems.push({ file: ".", message: "no document: put at least one .txt file into the folder" });
  for (const { name, bytes } of own.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (bytes.length > LARGEST_TEXT) {
      problems.push({ file: name, message: `${bytes.length} bytes; a document has at most ${LARGEST_TEXT}` });
      continue;
    }
    const nul = bytes.indexOf(0);
    if (nul >= 0) {
      problems.push({ file: name, line: lineAt(bytes, nul), message: "a NUL byte: not a text" });
      continue;
    }
    let text: string;
    try {
      // the BOM stays, so that offsets are true for whoever decodes the file as it is
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      problems.push({ file: name, line: lineAt(bytes, firstInvalid(bytes)), message: "not UTF-8" });
      continue;
    }
    if (text.replace("\ufeff", "").trim() === "") problems.push({ file: name, message: "empty" });
    else {
      const paragraphs = parse(text);
      if (paragraphs.length === 0)
        problems.push({ file: name, message: "no paragraph: no line with a letter or a digit" });
      else texts.push({ id: name, text, paragraphs });
    }
  }
  return texts;
}

function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i += 1) if (bytes[i] === 10) line += 1;
  return line;
}

/** Where decoding first fails: a byte that a lenient decoder has to replace. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true });
      low = middle + 1;
    } catch {
      high = middle;
    }
  }
  return low;
}

interface Read<T> {
  readonly value: T;
  /** The line of a place in the file, as a field of a problem. */
  line(path: readonly (string | number)[]): { line: number };
}

function readJson<T>(
  files: readonly RawFile[],
  name: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): Read<T> | undefined {
  const file = files.find((f) => f.name === name);
  if (!file) return undefined;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(file.bytes);
  } catch {
    problems.push({ file: name, line: lineAt(file.bytes, firstInvalid(file.bytes)), message: "not UTF-8" });
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

function readLexicon(files: readonly RawFile[], problems: Problem[]): ConceptEntry[] {
  const entries: ConceptEntry[] = [];
  const places = new Map<string, string>();
  for (const { name } of files.filter((f) => /^lexicon(?:\/[^/]+)?\.json$/.test(f.name))) {
    const read = readJson(files, name, lexiconSchema, problems);
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

function assemble(
  texts: readonly Text[],
  catalogue: Catalogue | undefined,
  leaders: Leaders,
  lexicon: Lexicon,
  corrections: readonly SpeakerCorrection[],
): Corpus {
  const passages: Passage[] = [];
  const documents: Document[] = texts.map(({ id, text, paragraphs }) => {
    const entry = catalogue?.documents[id];
    const tokens = paragraphs.map((p) => tokenise(p.text));
    const isPlace = (token: { folded: string }) =>
      lexicon
        .match([token as never], "ar")
        .some((m) => m.concepts.some((c) => lexicon.concepts[c]?.kind === "place"));
    const people = leaders.inDocument(tokens, isPlace);
    const speakers = speakersOf({
      paragraphs,
      tokens,
      people,
      leaders,
      corrections: corrections.filter((c) => c.doc === id),
    });
    const own = paragraphs.map((p, at): Passage => {
      const { paragraph, start, end, kind, heading, sentences } = p;
      return {
        index: passages.length + at,
        doc: id,
        paragraph,
        start,
        end,
        text: p.text,
        kind,
        ...(heading === undefined ? {} : { heading }),
        sentences,
        speakers: speakers[at] as readonly string[],
        people: [...new Set((people[at] ?? []).flatMap((m) => m.ids))],
      };
    });
    for (const passage of own)
      if (text.slice(passage.start, passage.end) !== passage.text)
        throw new Error(`${id}: paragraph ${passage.paragraph} is not the slice that it says it is`);
    passages.push(...own);
    const headline = paragraphs.find((p) => p.kind === "headline");
    const unknown = { how: "unknown" } as const;
    const stated = headline ? ({ how: "stated", value: headline.text } as const) : unknown;
    return {
      id,
      text,
      title: (entry?.title as Known<string> | undefined) ?? stated,
      opening: opening((paragraphs[0] as Paragraph).text),
      publisher: (entry?.publisher as Known<string> | undefined) ?? unknown,
      date: (entry?.date as Known<string> | undefined) ?? unknown,
      passages: own,
    };
  });
  return { documents, passages, leaders: leaders.all, fingerprint: fingerprint(texts) };
}

/** The first words, whole, up to OPENING units. */
function opening(text: string): string {
  if (text.length <= OPENING) return text;
  const cut = text.slice(0, OPENING + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), OPENING / 2)).replace(/[\s،,:"“]+$/u, "");
}

/** FNV-1a over the names and texts, folded to 24 bits: small enough for a button, and any edit changes it. */
function fingerprint(texts: readonly Text[]): number {
  let hash = 0x811c9dc5;
  for (const { id, text } of texts)
    for (const part of [id, text])
      for (let i = 0; i <= part.length; i += 1) {
        hash ^= i < part.length ? part.charCodeAt(i) : 0xffff;
        hash = Math.imul(hash, 0x01000193);
      }
  return ((hash >>> 24) ^ hash) & 0xffffff;
}
