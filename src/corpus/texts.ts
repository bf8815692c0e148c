import type { BlockText } from "./block.ts";
import { decodeText, lineAt } from "./charset.ts";
import { chunk, headlineOf, type Paragraph } from "./chunker.ts";
import { MAX_TEXT_BYTES, type Problem, type RawFile } from "./decode.ts";
import { docxText } from "./docx.ts";
import type { Format } from "./file-kinds.ts";
import { formatOf, leftOutByName } from "./file-kinds.ts";
import { htmlText } from "./html.ts";
import { markdownText } from "./markdown.ts";
import { plainText } from "./plain-text.ts";

/** One document as read, cut into its paragraphs. */
export interface Text {
  /** The file's name in NFC, with the folders that it lies in. */
  readonly id: string;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** The headline of the text, or what its markup gives as the title. */
  readonly title?: string;
  readonly format: Format;
  /** Label of the Encoding Standard. */
  readonly encoding: string;
}

export interface Texts {
  /** Sorted by name. */
  readonly texts: readonly Text[];
  /** Files that are not read, why, and what to do. */
  readonly leftOut: readonly Problem[];
}

/** The documents of a folder. One that cannot be read does not keep the others from being served. */
export function decodeTexts(files: readonly RawFile[]): Texts {
  const texts = new Map<string, Text>();
  const leftOut: Problem[] = [];
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = file;
    const why = leftOutByName(name);
    const format = formatOf(name);
    // Linux keeps é and e with an accent apart, and so may an archive that was packed elsewhere
    const id = name.normalize("NFC");
    if (why !== undefined) leftOut.push({ file: name, message: why });
    else if (format === undefined) continue;
    else if (texts.has(id))
      leftOut.push({ file: name, message: "another file has this name but for its Unicode form" });
    else {
      const read = decodeWithinStack(file, format);
      if ("message" in read) leftOut.push({ file: name, ...read });
      else texts.set(id, { id, format, ...read });
    }
  }
  return { texts: [...texts.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)), leftOut };
}

/** A pattern of ours or of marked's may overflow V8's stack on a run of megabytes; that leaves out this file, and not all the others. */
function decodeWithinStack(file: RawFile, format: Format): ReturnType<typeof decode> {
  try {
    return decode(file, format);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { message: "a line of megabytes: part it into several" };
  }
}

function decode({ bytes }: RawFile, format: Format): Omit<Text, "id" | "format"> | Omit<Problem, "file"> {
  if (bytes.length > MAX_TEXT_BYTES)
    return {
      message: `${bytes.length} bytes; a document has at most ${MAX_TEXT_BYTES}: part it into several`,
    };
  if (bytes.length === 0) return { message: "empty" };
  let source: BlockText | undefined;
  let encoding = "utf-8";
  if (format === "docx") {
    source = docxText(bytes);
    if (!source) return { message: "no Word document: save it as .docx again, without a password" };
  } else {
    const decoded = decodeText(bytes, format === "html" ? charsetOf(bytes) : undefined);
    if ("problem" in decoded) {
      const { problem, at } = decoded;
      return { ...(at === undefined ? {} : { line: lineAt(bytes, at) }), message: problem };
    }
    if (decoded.text.replace("\ufeff", "").trim() === "") return { message: "empty" };
    encoding = decoded.encoding;
    source = READERS[format](decoded.text);
  }
  const paragraphs = chunk(source);
  if (paragraphs.length === 0) return { message: "no paragraph: no line with a letter or a digit" };
  const title = source.title ?? headlineOf(source);
  return { text: source.text, paragraphs, encoding, ...(title === undefined ? {} : { title }) };
}

const READERS = { text: plainText, markdown: markdownText, html: htmlText };

/** The encoding that a page names in its first kilobyte. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

/** What is said of a paragraph that a data file names and a document does not have: of lines put together the first has the number. */
export function noParagraph(
  doc: string,
  paragraph: number,
  count: number,
  numbers: ReadonlySet<number>,
): string {
  let before = 0;
  let last = 0;
  for (const number of numbers) {
    if (number < paragraph) before = Math.max(before, number);
    last = Math.max(last, number);
  }
  return paragraph > last || before === 0
    ? `${doc} has ${count} paragraphs, not ${paragraph}`
    : `line ${paragraph} of ${doc} is in the paragraph that begins in line ${before}: name that one`;
}
