/** A line as it came, or why it cannot be read. */
export type Line = { readonly text: string } | { readonly problem: string };

/** Bytes. The longest question is 4000 UTF-16 units; what is longer than this is not a request. */
const MAX_LINE_LENGTH = 1 << 20;

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * The lines of a stream of bytes, ended by LF or CRLF, the last with or without. Memory holds one line, and of a line that is too
 * long nothing: `readline` would gather all of it, and it also ends lines at U+2028, which JSON allows inside a text.
 */
export async function* linesOf(
  input: AsyncIterable<Uint8Array | string>,
  longest = MAX_LINE_LENGTH,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let pieces: Uint8Array[] = [];
  let length = 0;

  const keep = (piece: Uint8Array) => {
    length += piece.length;
    if (length > longest) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  const line = (): Line => {
    const bytes = pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces);
    const tooLong = length > longest;
    pieces = [];
    length = 0;
    if (tooLong) return { problem: `longer than ${longest} bytes` };
    try {
      return { text: decoder.decode(bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes) };
    } catch {
      return { problem: "not UTF-8" };
    }
  };

  for await (const chunk of input) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      keep(bytes.subarray(start, end));
      yield line();
      start = end + 1;
    }
    keep(bytes.subarray(start));
  }
  if (length > 0) yield line();
}
