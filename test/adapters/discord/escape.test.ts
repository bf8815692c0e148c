import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMarkdown, shownText } from "../../../adapters/discord/escape.ts";
import { livePieces } from "../../support/discord/live-markup.ts";

describe("escaped markdown", () => {
  it.each([
    "**bold** *i* __u__ ~~s~~ ||spoiler|| `code`",
    "```js\nprocess.exit(1)\n",
    "[text](https://evil.example) <https://evil.example> https://discord.gg/abc discord.gg/abc",
    "<@1> <@&1> <#1> <t:0:R> <a:x:1> </leader:1> <id:customize> :smile:",
    "# heading\n## two\n-# small\n- item\n+ item\n1. item\n> quote\n>>> all",
    "@everyone @here",
    "  - indented",
  ])("is shown as it was, and nothing in it is alive: %s", (text) => {
    expect(livePieces(text).length, "the scanner sees it unescaped").toBeGreaterThan(0);
    expect(livePieces(escapeMarkdown(text))).toEqual([]);
    expect(shownText(escapeMarkdown(text))).toBe(text);
  });

  it("leaves Arabic as it is", () => {
    const text = 'وقال بوتين، في كلمة ألقاها: إن روسيا "دائما تؤيد" تعميق العلاقات؛ 29 حزيران.';
    expect(escapeMarkdown(text).replace("\\:", ":")).toBe(text);
  });

  it("comes back exactly, for any text", () => {
    const awkward = fc.string({ unit: fc.constantFrom(..."\\*_~`|<>#@:[]()/.-+ \nab1بـ") });
    fc.assert(
      fc.property(fc.oneof(awkward, fc.string({ unit: "binary" })), (text) => {
        expect(shownText(escapeMarkdown(text))).toBe(text);
        expect(livePieces(escapeMarkdown(text))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("comes back exactly with bold in it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
        const bold = `${escapeMarkdown(a)}**${escapeMarkdown(b)}**${escapeMarkdown(c)}`;
        // A dot after a letter is escaped by what stands before it, so parts are escaped on their own.
        expect(shownText(bold)).toBe(a + b + c);
      }),
    );
  });
});
