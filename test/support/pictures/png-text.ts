import { crc32 } from "node:zlib";

/** Bytes of a PNG before its first chunk, and of that chunk (IHDR), after which text may stand (https://www.w3.org/TR/png/). */
const SIGNATURE = 8;
const HEADER = 25;
const KEYWORD = "Source";

/** The same picture with a line of text in it that no viewer shows. */
export function withText(png: Buffer, text: string): Buffer {
  const at = SIGNATURE + HEADER;
  const data = Buffer.from(`tEXt${KEYWORD}\0${text}`, "latin1");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(data));
  return Buffer.concat([png.subarray(0, at), length, data, sum, png.subarray(at)]);
}

export function textOf(png: Buffer): string | undefined {
  const at = SIGNATURE + HEADER;
  const length = png.readUInt32BE(at);
  const data = png.subarray(at + 4, at + 8 + length).toString("latin1");
  const lead = `tEXt${KEYWORD}\0`;
  return data.startsWith(lead) ? data.slice(lead.length) : undefined;
}
