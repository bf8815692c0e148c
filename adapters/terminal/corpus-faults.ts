import type { Problem } from "../../src/corpus/decode.ts";
import { lineOf } from "../service/corpus-files.ts";

/** An example of a correct file of each kind, shown under a fault in one. */
const EXAMPLES: readonly (readonly [file: RegExp, example: string])[] = [
  [
    /^corpus\.json$/,
    '{ "name": { "en": "The hill railway" }, "languages": ["en"], "examples": { "en": ["When was it built?"] } }',
  ],
  [
    /^catalogue\.json$/,
    '{ "documents": { "history.txt": { "title": { "how": "stated", "value": "The hill railway" }, "date": { "how": "editor", "value": "2024-05-01" } } } }',
  ],
  [
    /^leaders\.json$/,
    '{ "leaders": [{ "id": "ada-hill", "name": { "ar": "آدا هيل", "en": "Ada Hill" }, "names": ["Ada Hill", "آدا هيل"] }] }',
  ],
  [
    /^speakers\.json$/,
    '{ "corrections": [{ "doc": "history.txt", "paragraph": 3, "speakers": ["ada-hill"] }] }',
  ],
  [/^lexicon/, '{ "concepts": [{ "id": "locomotive", "en": ["locomotive", "engine"], "ar": ["قاطرة"] }] }'],
  [/^translations\//, "one line for each paragraph of the document, in the same order"],
  [/^questions\//, "a line “# history.txt 3”, and under it “When was it built?”, a line for each question"],
  [/^\.$/, "history.txt, with a paragraph a line or blank lines between paragraphs"],
];

/** A fault with its place and an example of what is right there. */
export function faultWithExample(problem: Problem): string {
  const example = EXAMPLES.find(([file]) => file.test(problem.file))?.[1];
  return example === undefined ? lineOf(problem) : `${lineOf(problem)}\n      right: ${example}`;
}
