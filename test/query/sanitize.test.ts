import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sanitize } from "../../src/query/sanitize.ts";

describe("a cleaned question", () => {
  it.each([
    ["a link", "ما هذا https://example.org/a?b=قزوين ؟", "ما هذا   ؟"],
    ["an invitation", "ادخل discord.gg/abc123 الآن", "ادخل   الآن"],
    ["a bare address", "www.example.org قزوين", "قزوين"],
    ["a call to everyone", "@everyone قمة @here", "قمة"],
    ["a call to everyone, hidden", "@\u200beveryone قمة", "قمة"],
    ["Discord's people, channels, emoji and times", "<@1> <#2> <@&3> قمة <a:x:4> <t:0:R>", "قمة"],
    ["a terminal's colours", "\u001b[31mقمة\u001b[0m", "قمة"],
    ["a terminal's title", "\u001b]0;owned\u0007قمة", "قمة"],
    ["NUL and other controls", "قم\u0000ة\u0007", "قمة"],
    ["half of a surrogate pair", "قمة \ud83d", "قمة"],
    ["tags that hide text", "قمة\u{e0061}\u{e0062}", "قمة"],
    ["markup", "<b>قمة</b> <a href='x'>قزوين</a><br/>", "قمة   قزوين"],
    ["markup, cut by a control", "<b\u0000>قمة&am\u0000p;", "قمة"],
    ["white space around it", "  \n قمة \t", "قمة"],
  ])("has lost %s", (_what, text, expected) => {
    expect(sanitize(text)).toBe(expected);
  });

  it.each([
    "ما هي قمة بحر قزوين؟",
    "قال 🙂",
    "عشق‌آباد",
    "سطر\nسطر",
    "a/b",
    "10.2%",
    "a@here.org",
    "2 < b > 1",
    "R&D; x",
  ])("keeps %s", (text) => {
    expect(sanitize(text)).toBe(text);
  });

  it("is never longer, whole in Unicode, and clean already", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const cleaned = sanitize(text);
        expect(cleaned.length).toBeLessThanOrEqual(text.length);
        expect(cleaned).not.toMatch(/\p{Cs}/u);
        expect(sanitize(cleaned)).toBe(cleaned);
      }),
      { numRuns: 2000 },
    );
  });
});
