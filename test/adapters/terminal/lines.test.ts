import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, linesOf } from "../../../adapters/terminal/lines.ts";

async function* stream(...chunks: (Uint8Array | string)[]) {
  yield* chunks;
}

async function read(input: AsyncIterable<Uint8Array | string>, longest?: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(input, longest)) lines.push(line);
  return lines;
}

const texts = (...lines: string[]) => lines.map((text) => ({ text }));

describe("the lines of a stream", () => {
  it.each<[string, string, string[]]>([
    ["LF", "a\nb\n", ["a", "b"]],
    ["CRLF", "a\r\nb\r\n", ["a", "b"]],
    ["no end of the last line", "a\nb", ["a", "b"]],
    ["empty lines", "\n\r\na\n\n", ["", "", "a", ""]],
    ["nothing", "", []],
    ["a byte order mark", "\ufeffa\nb", ["a", "b"]],
    ["a return inside a line", "a\rb\n", ["a\rb"]],
    ["separators that are text in JSON", "a\u2028b\u2029c\u0085d\n", ["a\u2028b\u2029c\u0085d"]],
  ])("end as they are ended: %s", async (_name, input, lines) => {
    expect(await read(stream(Buffer.from(input)))).toEqual(texts(...lines));
    // Byte by byte, so that every letter and every CRLF is cut in two somewhere
    expect(await read(stream(...Array.from(Buffer.from(input), (b) => Buffer.of(b))))).toEqual(
      texts(...lines),
    );
  });

  it("are the same however the stream is cut", async () => {
    const line = fc.string({ unit: "grapheme", maxLength: 30 }).filter((s) => !/[\n\r\ufeff]/.test(s));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), fc.array(fc.nat()), async (lines, cuts) => {
        const bytes = Buffer.from(`${lines.join("\n")}\n`);
        const places = [...new Set(cuts.map((c) => c % bytes.length))].sort((a, b) => a - b);
        const chunks = [...places, bytes.length].map((end, i) => bytes.subarray(places[i - 1] ?? 0, end));
        expect(await read(stream(...chunks))).toEqual(texts(...lines));
      }),
    );
  });

  it("that are not UTF-8 are said to be so, and the next is read", async () => {
    const bad = Buffer.concat([Buffer.from("ok\n"), Buffer.of(0x62, 0xff, 0xe3, 0x0a), Buffer.from("ق\n")]);
    expect(await read(stream(bad))).toEqual([{ text: "ok" }, { problem: "not UTF-8" }, { text: "ق" }]);
    expect(await read(stream(Buffer.from("ق").subarray(0, 1)))).toEqual([{ problem: "not UTF-8" }]);
  });

  it("that are too long are said to be so, and the next is read", async () => {
    const lines = await read(stream("aaaa\n", "aaa", "aa", "\n", "bbbb\r\n", "aaaaaaaa"), 4);
    expect(lines).toEqual([
      { text: "aaaa" },
      { problem: "longer than 4 bytes" },
      { problem: "longer than 4 bytes" },
      { problem: "longer than 4 bytes" },
    ]);
  });

  it("cost no memory for a line of a gigabyte", async () => {
    const chunk = Buffer.alloc(1 << 16, "a");
    async function* endless() {
      // Copies, as a real stream brings new bytes every time
      for (let i = 0; i < 1 << 14; i += 1) yield Buffer.from(chunk);
      yield Buffer.from("\nnext\n");
    }
    const before = process.memoryUsage().rss;
    let highest = before;
    const lines: Line[] = [];
    for await (const line of linesOf(endless())) lines.push(line);
    highest = Math.max(highest, process.memoryUsage().rss);
    expect(lines).toEqual([{ problem: "longer than 1048576 bytes" }, { text: "next" }]);
    expect(highest - before).toBeLessThan(512 << 20);
  });
});
