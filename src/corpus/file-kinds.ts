/** Which files of a corpus folder are documents, which are data about them, and why the others are not read. */

export type Format = "text" | "markdown" | "html" | "docx";

const FORMATS: Readonly<Record<string, Format>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  docx: "docx",
};

const DATA = /^(?:(?:corpus|catalogue|leaders|speakers|lexicon)\.json|lexicon\/[^/]+\.json)$/;
const DATA_OF_LANGUAGES = /^(?:translations|questions)(?:\/[^./][^/]*){2,}$/;
const DATA_FOLDER = /^(?:translations|questions|lexicon)\//;
/** What systems put into every folder, which nobody takes for a document. */
const LITTER = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\.git(?:keep|ignore|attributes)|\.editorconfig)$/i;

const ending = (name: string) => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
const base = (name: string) => name.slice(name.lastIndexOf("/") + 1);

/** Whether it is read as data, by its name (`lexicon/names.json`). */
export const isData = (name: string): boolean =>
  DATA.test(name) || (DATA_OF_LANGUAGES.test(name) && ending(name) in FORMATS);

/** How a document of this name is read; undefined if it is not a document. */
export function formatOf(name: string): Format | undefined {
  return DATA_FOLDER.test(name) || leftOutByName(name) !== undefined ? undefined : FORMATS[ending(name)];
}

/** Kinds of file that are not read, and what their owner can do about it. */
const OTHERS: readonly (readonly [endings: string, why: string])[] = [
  ["pdf", "a PDF is not read: export its text as .docx or .txt"],
  ["doc dot rtf odt pages wps", "this format of a word processor is not read: save it as .docx or .txt"],
  [
    "csv tsv xls xlsx ods numbers",
    "a table is not read: write it as a text, for questions and answers a line each",
  ],
  ["ppt pptx odp key epub", "this format is not read: export its text as .docx or .txt"],
  [
    "png jpg jpeg gif webp svg bmp tif tiff heic mp3 mp4 wav ogg mov",
    "pictures and recordings are not read: write down what they say",
  ],
  ["zip tar gz tgz rar 7z", "an archive is not read: unpack it into the folder"],
  ["json", "no data file of a corpus: those are corpus, catalogue, leaders, speakers and lexicon"],
];

/** Why a file is not read, where its name alone tells; undefined for one that is, and for litter. */
export function leftOutByName(name: string): string | undefined {
  const file = base(name);
  if (DATA_FOLDER.test(name) || isData(name) || LITTER.test(file)) return undefined;
  if (file.startsWith("._")) return "what macOS keeps about a file, not the file: delete it";
  if (file.startsWith(".") || file.startsWith("~$")) return "hidden or temporary: rename it to have it read";
  if (/^readme\.[^.]+$/i.test(file)) return "taken for a word about the folder: rename it to have it read";
  if (ending(name) in FORMATS) return undefined;
  return (
    OTHERS.find(([endings]) => endings.split(" ").includes(ending(name)))?.[1] ??
    "not read: documents are .txt, .md, .html and .docx"
  );
}
