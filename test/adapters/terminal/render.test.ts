import { describe, expect, it } from "vitest";
import type { Card, Part } from "../../../adapters/conversation/card.ts";
import { createConversation } from "../../../adapters/conversation/conversation.ts";
import { withExactQuotes } from "../../../adapters/conversation/verbatim.ts";
import { printCard } from "../../../adapters/terminal/render.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";

const answerer = realAnswerer();
const conversation = createConversation({ answerer, width: 2000, publicUrl: "https://isnad.example" });
const QUESTION = "ماذا قال بوتين عن سمك الحفش؟";
const plain = { colour: false };
const unmarked = (text = "") => text.replace(/[\u2066-\u2069]/g, "");

describe("a card in a terminal", () => {
  it("sets quoted words apart by a bar, with where they stand under them, and the address", () => {
    const { card } = conversation.ask({ text: QUESTION });
    const quote = card.parts.flatMap((p) => (p.kind === "quote" ? [p.quote] : []))[0];
    const lines = printCard(card, plain).split("\n");
    const at = lines.indexOf(`  | ${quote?.excerpt.text}`);
    expect(at).toBeGreaterThan(0);
    expect(lines[at + 1]).toBe(`  — ${unmarked(quote?.citation.line)} [${quote?.counter}]`);
    expect(lines[at + 2]).toBe(`  ${quote?.url}`);
    expect(lines.filter((line) => line.includes("|"))).toHaveLength(1);
  });

  it("emphasises the words that matched, and nothing else of a quote", () => {
    const { card } = conversation.ask({ text: QUESTION });
    const quote = card.parts.flatMap((p) => (p.kind === "quote" ? [p.quote] : []))[0];
    const printed = printCard(card, { colour: true });
    const strong = printed
      .split("\u001b[1m")
      .slice(1)
      .map((from) => from.split("\u001b[0m")[0]);
    expect(strong).toEqual(quote?.excerpt.marks.map(([a, b]) => quote.excerpt.text.slice(a, b)));
    expect(strong.length).toBeGreaterThan(0);
  });

  it("says where a paragraph was cut, outside of its words", () => {
    const narrow = createConversation({ answerer, width: 120 });
    const { fingerprint } = answerer.corpus;
    const long = answerer.corpus.passages.findIndex((p) => p.text.length > 400);
    const press = { act: "show", kind: "quotes", passages: [long], at: 0, page: 1 } as const;
    const card = narrow.press({ lang: "ar", fingerprint, owner: 0n, press }) as Card;
    const [line] = printCard(card, plain).split("\n");
    expect(line).toMatch(/^ {2}\| … .* …$/);
  });

  it("gives paragraphs in a row of one source their numbers, and the last all of it", () => {
    const card = conversation.source("en", 1);
    const quotes = card.parts.flatMap((p) => (p.kind === "quote" ? [p.quote] : []));
    const cites = printCard(card, plain)
      .split("\n")
      .filter((line) => line.startsWith("  —"));
    expect(cites).toEqual(
      quotes.map(
        (q, at) => `  — ${at + 1 < quotes.length ? q.citation.paragraph : unmarked(q.citation.line)}`,
      ),
    );
    expect(cites.length).toBeGreaterThan(2);
  });

  it("cites each place in full that a quotation was put together from", () => {
    const [first, second] = answerer.corpus.passages.filter(
      ({ doc, text }) => doc === answerer.corpus.documents[1]?.id && text.length > 150,
    );
    const piece = (text = "") => text.split(/\s+/).slice(0, 9).join(" ");
    const { card } = conversation.verify({
      text: `${piece(first?.text)} ${piece(second?.text)}`,
      locale: "ar",
    });
    const quotes = card.parts.flatMap((p) => (p.kind === "quote" ? [p.quote] : []));
    expect(quotes.length).toBeGreaterThan(1);
    const printed = printCard(card, plain);
    for (const { citation } of quotes) expect(printed).toContain(`  — ${unmarked(citation.line)}\n`);
  });

  it("numbers the sources once, though they are a list and a choice", () => {
    const printed = printCard(conversation.sources("ar"), plain);
    expect(printed.match(/^ {2}\d+\. /gm)).toHaveLength(answerer.corpus.documents.length);
  });

  it("numbers those whom a name fits", () => {
    const printed = printCard(conversation.leader({ name: "بردي محمدوف" }).card, plain);
    expect(printed.match(/^ {2}\d+\. .*بردي محمدوف/gm)).toHaveLength(2);
  });

  it("prints no quote that is not the source's, letter for letter", () => {
    const { card } = conversation.ask({ text: QUESTION });
    const forged = (change: (text: string) => string): Card => ({
      ...card,
      parts: card.parts.map((part): Part => {
        if (part.kind !== "quote") return part;
        const { excerpt } = part.quote;
        return { ...part, quote: { ...part.quote, excerpt: { ...excerpt, text: change(excerpt.text) } } };
      }),
    });
    expect(
      withExactQuotes(
        forged((text) => text),
        answerer.corpus,
      ),
    ).toEqual(card);
    for (const change of [(t: string) => `${t} `, (t: string) => t.replace("ب", "ت"), () => ""]) {
      const printed = printCard(withExactQuotes(forged(change), answerer.corpus), plain);
      expect(printed).toContain(STRINGS.ar.notice.cannotQuote);
      expect(printed).not.toContain("  | ");
    }
    const elsewhere = { ...answerer.corpus, documents: [] };
    expect(printCard(withExactQuotes(card, elsewhere), plain)).toContain(STRINGS.ar.notice.cannotQuote);
  });
});
