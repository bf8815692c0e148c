import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Quote } from "../../src/model/answer.ts";
import type { Verdict } from "../../src/model/verification.ts";
import { realAnswerer } from "../support/core.ts";

interface Truth {
  readonly doc: string;
  readonly quote: string;
}
interface Row {
  readonly id: string;
  readonly text: string;
  readonly claimed: string | null;
  readonly verdict: Verdict;
  readonly doc: string | null;
  readonly quote: string | readonly Truth[] | null;
  readonly differs: readonly string[];
}

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** Quotations with their verdicts, written from the articles before anything checked them. */
const SETS = ["../questions/verify.jsonl", "../../../shared/gold/verify.jsonl"].map(path).filter(existsSync);
const FIRM: ReadonlySet<Verdict> = new Set(["exact", "spelling"]);

const answerer = realAnswerer();
const texts = new Map(answerer.corpus.documents.map(({ id, text }) => [id, text]));

function covers(place: Quote, { doc, quote }: Truth): boolean {
  const at = place.doc === doc ? (texts.get(doc)?.indexOf(quote) ?? -1) : -1;
  return at >= 0 && (Math.min(place.end, at + quote.length) - Math.max(place.start, at)) * 2 >= quote.length;
}

describe.each(SETS)("%s", (file) => {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  const checked = rows.map((row) => {
    const found = answerer.verify({ text: row.text, ...(row.claimed ? { speaker: row.claimed } : {}) });
    if (found.kind !== "verified") throw new Error(row.id);
    return { row, found };
  });

  test("nothing altered, stitched, translated or absent is called the sources' words", () => {
    const fooled = checked.filter(
      ({ row, found }) =>
        FIRM.has(found.verdict) && !FIRM.has(row.verdict) && row.verdict !== "misattributed",
    );
    expect(fooled.map(({ row }) => row.id)).toEqual([]);
  });

  test("the verdict is right", () => {
    const right = checked.filter(({ row, found }) => found.verdict === row.verdict);
    expect(right.length / rows.length).toBeGreaterThanOrEqual(0.92);
  });

  test("the place is right, and every place is a slice of its document", () => {
    const wanted = checked.filter(({ row }) => row.verdict !== "absent");
    const placed = wanted.filter(({ row, found }) => {
      const truths =
        typeof row.quote === "string" ? [{ doc: row.doc as string, quote: row.quote }] : row.quote;
      return found.places.some((place) => truths?.some((truth) => covers(place, truth)));
    });
    expect(placed.length / wanted.length).toBeGreaterThanOrEqual(0.97);
    for (const { found } of checked)
      for (const { doc, start, end, text } of found.places)
        expect(texts.get(doc)?.slice(start, end)).toBe(text);
  });

  test("the words that differ are found", () => {
    const words = checked.flatMap(({ row, found }) => {
      const typed = found.differences.map((one) => one.typed && row.text.slice(...one.typed)).join(" ");
      return row.differs.map((word) => typed.includes(word));
    });
    expect(words.filter(Boolean).length / words.length).toBeGreaterThanOrEqual(0.9);
  });
});
