import { notUtf8, type Problem, type RawFile } from "./decode.ts";

export interface Line {
  /** 1-based, as an editor counts. */
  readonly number: number;
  readonly text: string;
}

/** The non-empty lines of a plain data file, without the white space around each; none where it cannot be read. */
export function decodeLines({ name, bytes }: RawFile, problems: Problem[]): Line[] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    problems.push(notUtf8(name, bytes));
    return [];
  }
  // Nearly every file has the line ends of Unix, and nothing is as quick to find
  const ends = text.includes("\r") ? /\r\n|\r|\n/ : "\n";
  const lines: Line[] = [];
  text.split(ends).forEach((line, at) => {
    const own = line.trim();
    if (own !== "") lines.push({ number: at + 1, text: own });
  });
  return lines;
}
