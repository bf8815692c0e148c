import { describe, expect, it } from "vitest";
import { linkTo } from "../adapters/conversation/source-link.ts";
import { anchorOf, neighboursOf, passageAround } from "../src/passages.ts";
import { wholeQuote } from "../src/quote.ts";
import { answererOver } from "./support/small-corpus.ts";
import { runningHere } from "./support/web/running.ts";

const SENTENCE = "The harbour has four quays and a lighthouse that was moved there stone by stone.";
const LONG = `${SENTENCE} `.repeat(60).trim();
const TEXT = `First line here.\n${LONG}\nWhen does the ferry leave?\nAt eight.\nLast line here.`;
const answerer = answererOver({ "a.txt": "Another text.\nOf two lines.", "guides/harbour.txt": TEXT });
const [, document] = answerer.corpus.documents;
if (!document) throw new Error("two documents");
const { passages } = document;

describe("a passage", () => {
  it("is found by any stretch that lies in it, though it shares its paragraph's number", () => {
    for (const passage of passages) {
      expect(passageAround(document, [passage.start, passage.end])).toBe(passage);
      expect(passageAround(document, [passage.end - 1, passage.end])).toBe(passage);
    }
    expect(passages.filter((p) => p.paragraph === 2).length).toBeGreaterThan(2);
  });

  it("is not found by a stretch that is empty or lies in two, or in none", () => {
    const [first, second] = passages;
    if (!first || !second) throw new Error("two passages");
    expect(passageAround(document, [first.start, first.start])).toBeUndefined();
    expect(passageAround(document, [first.start, second.end])).toBeUndefined();
    expect(passageAround(document, [TEXT.length, TEXT.length + 5])).toBeUndefined();
    expect(passageAround(document, [-5, -1])).toBeUndefined();
  });

  it("has its neighbours of the same document, and a place of its own on its page", () => {
    expect(neighboursOf(document, passages[0] as (typeof passages)[0])).toEqual([passages[1]]);
    expect(neighboursOf(document, passages[1] as (typeof passages)[0])).toEqual([passages[0], passages[2]]);
    const anchors = passages.map((passage) => anchorOf(document, passage));
    expect(new Set(anchors).size).toBe(passages.length);
    expect(anchors[0]).toBe("p1");
    expect(anchors[1]).toBe("p2");
    expect(anchors[2]).toMatch(/^p2-\d+$/);
  });

  it("opens by its link, also from a folder below, marked", async () => {
    const { url } = await runningHere({ answerer });
    for (const passage of passages) {
      const best = passage.sentences[0] as readonly [number, number];
      const link = new URL(linkTo(url, document, passage, { ...wholeQuote(passage), best }));
      const response = await fetch(link);
      const page = await response.text();
      expect(response.status).toBe(200);
      const item = page.split(`<li id="${link.hash.slice(1)}"`)[1]?.split("</li>")[0];
      if (link.search) expect(item).toContain("cited");
      expect(page.split(`id="${link.hash.slice(1)}"`)).toHaveLength(2);
    }
  });
});
