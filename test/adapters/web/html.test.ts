import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { echo } from "../../../adapters/web/echo.ts";
import { escapeHtml, Html, html } from "../../../adapters/web/views/html.ts";
import { marked } from "../../../adapters/web/views/marked.ts";
import type { Span } from "../../../src/model/corpus.ts";

/** Reads markup back as a browser would, for the few entities that are made here. */
function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}

describe("html", () => {
  test("escapes what is put in, wherever it stands", () => {
    const hostile = `"><script>alert('1')</script>&amp;`;
    const { markup } = html`<a title="${hostile}">${hostile}</a>`;
    expect(markup).toBe(
      `<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</a>`,
    );
  });

  test("keeps markup of its own making, flattens lists and leaves out what is absent", () => {
    const items = [1, 2].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}${false}${undefined}${null}</ul>`.markup).toBe("<ul><li>1</li><li>2</li></ul>");
    expect(html`${0}`.markup).toBe("0");
  });

  test("text that looks like markup of its own is text all the same", () => {
    expect(html`${{ markup: "<b>" } as unknown as Html}`.markup).not.toContain("<b>");
    expect(html`${new Html("<b>")}`.markup).toBe("<b>");
  });

  test("characters that HTML forbids are replaced, each by one", () => {
    expect(escapeHtml("a\u0000b\ud800c\u0085d\ufffee\u{1f600}\u200c")).toBe(
      "a\ufffdb\ufffdc\ufffdd\ufffde\u{1f600}\u200c",
    );
  });

  test("any text comes out as the same text, less what HTML cannot hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        const allowed = textOf(escaped);
        expect(allowed.length).toBe(text.length - (text.match(/[\ufdd0-\ufdef]/gu)?.length ?? 0) * 0);
        expect(
          [...allowed].every((character, at) => character === [...text][at] || character === "\ufffd"),
        ).toBe(true);
      }),
    );
  });
});

describe("marked", () => {
  const excerpt = { text: "قال بوتين إن روسيا تؤيد", start: 100 };

  test("marks words inside and outside the sentence that answers", () => {
    expect(
      html`${marked(excerpt, {
        passage: [104, 118],
        words: [
          [100, 103],
          [113, 118],
        ],
      })}`.markup,
    ).toBe(`<b>قال</b> <mark>بوتين إن <b>روسيا</b></mark> تؤيد`);
  });

  test("a word that lies across the edge of the sentence is marked on both sides", () => {
    expect(html`${marked(excerpt, { passage: [104, 118], words: [[100, 109]] })}`.markup).toBe(
      `<b>قال </b><mark><b>بوتين</b> إن روسيا</mark> تؤيد`,
    );
  });

  test("a span that begins or ends inside a character takes it whole", () => {
    expect(html`${marked({ text: "a😀b😀c", start: 10 }, { words: [[12, 15]] })}`.markup).toBe(
      "a<b>😀b😀</b>c",
    );
  });

  test("whatever the spans, the text is the excerpt's, character for character", () => {
    const span = fc.tuple(fc.integer({ min: -20, max: 150 }), fc.integer({ min: -20, max: 150 }));
    const text = fc.string({ unit: fc.constantFrom("ب", "ّ", "<", "&", " ", "x", "😀"), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(span), fc.option(span), (content, highlights, best) => {
        const { markup } =
          html`${marked({ text: content, start: 7 }, { words: highlights as Span[], passage: best ?? undefined })}`;
        expect(textOf(markup)).toBe(content);
      }),
    );
  });
});

describe("echo", () => {
  test.each([
    ["a direction override", "\u202eنيتوب", "نيتوب"],
    ["a zero-width space", "بو\u200bتين", "بوتين"],
    ["invisible tags", "بوتين\u{e0069}\u{e0067}\u{e007f}", "بوتين"],
    ["controls and line breaks", "a\u0000\u0007\n\r\tb", "a b"],
    ["half a surrogate pair", "a\ud83d b", "a b"],
    ["the joiner of Persian", "می\u200cخواهم", "می\u200cخواهم"],
  ])("%s", (_, typed, shown) => expect(echo(typed)).toBe(shown));

  test("is cut where it would go on for ever, not inside a character", () => {
    const shown = echo("😀".repeat(5000));
    expect(shown.length).toBeLessThan(500);
    expect(shown).toMatch(/^(?:😀)+…$/u);
  });
});
