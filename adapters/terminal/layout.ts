import stringWidth from "string-width";

export type Style = "plain" | "strong" | "faint";

export interface Span {
  readonly text: string;
  readonly style: Style;
  /** The source's own words: a pipe or a file gets every character of them. */
  readonly verbatim?: true;
}

/** What a terminal shows in one place: a grapheme, the columns it takes, and how it looks. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly style: Style;
}

/** Puts a paragraph's cells in the order of a terminal that prints them as they come. */
export interface Visual {
  /** The paragraph's letters in the shapes that they have in words; a ligature takes the place of its letters. */
  shape(cells: readonly Cell[]): readonly Cell[];
  /** Whether the paragraph is read from right to left, and its lines (ranges of cells) from left to right as printed. */
  order(
    cells: readonly Cell[],
    lines: readonly (readonly [start: number, end: number])[],
    direction: Direction,
  ): { readonly rightToLeft: boolean; readonly lines: readonly (readonly Cell[])[] };
}

/** `auto`: as the first letter with a direction has it. */
export type Direction = "ltr" | "rtl" | "auto";

export interface Layout {
  /** Columns of the terminal; undefined where lines need not end (a pipe, a file). */
  readonly width?: number | undefined;
  readonly colour: boolean;
  /** Undefined where the terminal orders right-to-left text itself. */
  readonly visual?: Visual | undefined;
}

const SGR: Readonly<Record<Style, string>> = { plain: "", strong: "\u001b[1m", faint: "\u001b[2m" };
const RESET = "\u001b[0m";
/** Columns that a line has beside its margin, however narrow the terminal. */
const NARROWEST = 8;

const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

/** A paragraph as printed lines: wrapped between words, or within one that is too long, never within a grapheme. */
export function paragraph(
  spans: readonly Span[],
  margin: string,
  direction: Direction,
  { width, colour, visual }: Layout,
): string[] {
  const logical = spans.flatMap(({ text, style, verbatim }) =>
    cellsOf(printable(text, !visual && (width !== undefined || !verbatim)), style, width !== undefined),
  );
  const cells = visual ? visual.shape(logical) : logical;
  const room = width === undefined ? Number.POSITIVE_INFINITY : Math.max(NARROWEST, width - margin.length);
  const lines = wrap(cells, room);
  const paint = (line: readonly Cell[]) => (colour ? painted(line) : line.map((c) => c.text).join(""));
  if (!visual) return lines.map(([from, to]) => (margin + paint(cells.slice(from, to))).trimEnd());
  const ordered = visual.order(cells, lines, direction);
  return ordered.lines.map((marked) => {
    // The marks have done their part in the ordering and are not shown
    const line = marked.filter(({ text }) => text.replace(DIRECTION_MARKS, "") !== "");
    if (!ordered.rightToLeft) return (margin + paint(line)).trimEnd();
    const taken = line.reduce((sum, cell) => sum + cell.width, 0);
    const before = width === undefined ? 0 : Math.max(0, room - taken);
    return " ".repeat(before) + paint(line) + [...margin].reverse().join("").trimEnd();
  });
}

/**
 * Control characters would reach the terminal as commands. Marks of direction mean nothing to a terminal (those that reorder
 * at all drop them first), and some show them as boxes; whoever reads a pipe wants the words alone, too.
 */
export function printable(text: string, unmarked: boolean): string {
  const line = text.replace(/\r?\n|[\p{Cc}\p{Zl}\p{Zp}]/gu, " ").replace(/\p{Cs}/gu, "\ufffd");
  return unmarked ? line.replace(DIRECTION_MARKS, "") : line;
}

export const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Widths are looked up only where lines have to wrap: it is the costliest part of printing. */
function cellsOf(text: string, style: Style, measured: boolean): Cell[] {
  return Array.from(graphemes.segment(text), ({ segment }) => ({
    text: segment,
    width: measured ? stringWidth(segment) : 1,
    style,
  }));
}

/** Ranges of cells, one a line, without the spaces at which lines were broken. */
function wrap(cells: readonly Cell[], room: number): (readonly [number, number])[] {
  const lines: (readonly [number, number])[] = [];
  let start = 0;
  let taken = 0;
  let gap: number | undefined;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] as Cell;
    const space = cell.text === " ";
    if (taken + cell.width > room && at > start && !space) {
      const end = gap ?? at;
      lines.push([start, end]);
      start = end;
      while (start < at && cells[start]?.text === " ") start += 1;
      taken = 0;
      for (let i = start; i < at; i += 1) taken += (cells[i] as Cell).width;
      gap = undefined;
    }
    if (space && cells[at - 1]?.text !== " " && at > start) gap = at;
    taken += cell.width;
  }
  lines.push([start, cells.length]);
  return lines;
}

function painted(line: readonly Cell[]): string {
  let out = "";
  let style: Style = "plain";
  for (const cell of line) {
    if (cell.style !== style) {
      out += (style === "plain" ? "" : RESET) + SGR[cell.style];
      style = cell.style;
    }
    out += cell.text;
  }
  return style === "plain" ? out : out + RESET;
}
