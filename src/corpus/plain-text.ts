import type { Block, BlockText } from "./block.ts";
import { ITEM, isArticleHead, isQuestion, SENTENCE_END } from "./line-patterns.ts";

/** Paragraphs of a text without markup: one per line, or joined lines where the text is wrapped and separated by blank lines. */

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether a blank line or a paragraph separator parts it from the line before. */
  readonly parted: boolean;
}

/**
 * One of them at a time, for V8 keeps each letter of a run to go back to once a process has compiled many patterns, and a line of some
 * megabytes overflows that stack.
 */
const LINE_BREAK = /[\r\n\u2028\u2029\f\v\u0085]/g;

/** The lines that have a letter or a digit; offsets exclude the white space (and a BOM) around each. */
function linesOf(text: string): Line[] {
  const found: Line[] = [];
  let before = 0;
  for (let from = 0, end = 0; from < text.length; from = end + 1) {
    LINE_BREAK.lastIndex = from;
    end = LINE_BREAK.test(text) ? LINE_BREAK.lastIndex - 1 : text.length;
    const raw = text.slice(from, end);
    const body = raw.trim();
    if (!/[\p{L}\p{N}]/u.test(body)) continue;
    const start = from + raw.length - raw.trimStart().length;
    const between = text.slice(before, start);
    const parted =
      found.length > 0 &&
      (/\u2029/.test(between) || (between.match(/\r\n|[\r\n\u2028\f\v\u0085]/gu)?.length ?? 0) > 1);
    found.push({ start, end: start + body.length, text: body, parted });
    before = start + body.length;
  }
  return found;
}

/** UTF-16 units between which people and programs wrap lines. */
const MIN_WIDTH = 30;
const MAX_WIDTH = 200;
/** Of the lines that end in the middle of a sentence, the share that must be full for the text to be wrapped. */
const MOSTLY = 0.6;
/** Share of the width from which a line counts as full: marks take no column, and editors count differently. */
const FULL = 0.88;
/** A line of less than this share of the width, not ended, with a full one before: a heading. */
const SHORT = 0.6;
/** Share of the lines that blank lines must part for a text without a width to be read as blocks. */
const PARTED = 1 / 6;
/** Units, and how often a heading goes into the paragraph under it. */
const MAX_HEADING_LENGTH = 80;
const HEADING_RATIO = 1.5;

export function plainText(text: string): BlockText {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const inBlocks =
    lines.filter((line) => line.parted).length >= lines.length * PARTED &&
    lines.some((line, at) => at > 0 && !line.parted);
  const blocks: Block[] = [];
  let joined = false;
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const last = blocks.at(-1);
    const goesOn =
      before !== undefined &&
      !line.parted &&
      !startsAnew(line.text) &&
      !isQuestion(before.text) &&
      !isArticleHead(before.text) &&
      (width !== undefined
        ? isFull(before, line, lines[at + 1], width)
        : inBlocks && isOpen(before, line, last));
    if (goesOn && last) {
      blocks[blocks.length - 1] = { ...last, end: line.end };
      joined = true;
    } else blocks.push({ start: line.start, end: line.end, line: at + 1 });
  });
  return { text, blocks, lineByLine: !joined };
}

const startsAnew = (line: string) => ITEM.test(line) || isArticleHead(line);
const firstWord = (line: string) => line.search(/\s/u) >>> 0;
const reach = (line: Line, next: Line) =>
  line.text.length + 1 + Math.min(firstWord(next.text), next.text.length);

/** The width at which the text is wrapped; undefined where it is not. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const open = lines.flatMap((line, at): (readonly [Line, Line])[] => {
    const next = lines[at + 1];
    const goesOn = next && !next.parted && !SENTENCE_END.test(line.text) && !startsAnew(next.text);
    return goesOn ? [[line, next]] : [];
  });
  if (open.length < 2) return undefined;
  const width = Math.max(...open.slice(0, 10_000).map(([line]) => line.text.length));
  if (width < MIN_WIDTH || width > MAX_WIDTH) return undefined;
  const full = open.filter(([line, next]) => reach(line, next) >= width * FULL).length;
  return full >= open.length * MOSTLY ? width : undefined;
}

/** Whether a line was broken only because the next word had no room in it. */
function isFull(line: Line, next: Line, after: Line | undefined, width: number): boolean {
  if (reach(line, next) < width * FULL) return false;
  const isHeading =
    SENTENCE_END.test(line.text) &&
    !SENTENCE_END.test(next.text) &&
    next.text.length < width * SHORT &&
    after !== undefined &&
    reach(next, after) < width * FULL;
  return !isHeading;
}

/** In a text of blocks a line that ends in the middle of a sentence goes on, unless it is a heading over a longer line. */
function isOpen(line: Line, next: Line, block: Block | undefined): boolean {
  if (SENTENCE_END.test(line.text)) return false;
  const isFirst = block?.start === line.start;
  const isHeading =
    isFirst &&
    line.text.length <= MAX_HEADING_LENGTH &&
    next.text.length > line.text.length * HEADING_RATIO &&
    SENTENCE_END.test(next.text);
  return !isHeading;
}
