import MiniSearch, { type AsPlainObject } from "minisearch";
import { describe, expect, it } from "vitest";
import { BM25, FIELD_BOOST } from "../../src/index/bm25.ts";
import { ForwardIndex } from "../../src/index/forward-index.ts";
import { ENGINE, TermSearch } from "../../src/index/term-search.ts";
import { kindOfTerm } from "../../src/index/terms.ts";
import { randomFrom } from "../support/grown-corpus.ts";
import { placedTerms } from "../support/placed-terms.ts";

const TERMS = 60;
const PASSAGES = 200;
const NAMES = Array.from({ length: TERMS }, (_, term) => `${"scwnp".charAt(term % 5)}:${term}`);
const kindOf = (term: number) => kindOfTerm(NAMES[term] as string);
const inText = (term: number) => kindOf(term) === "stem" || kindOf(term) === "number";
const digits = (terms: Iterable<number>) => Array.from(terms, (term) => term.toString(16)).join(" ");

/** Empty ones too, and terms that come back within a passage. */
function passages(): number[][] {
  const random = randomFrom(7);
  return Array.from({ length: PASSAGES }, () =>
    Array.from({ length: Math.floor(random() * 30) }, () => Math.floor(TERMS * random() ** 2)),
  );
}

const sorted = ({ index, ...rest }: AsPlainObject) => ({
  ...rest,
  index: index.toSorted(([a], [b]) => (a < b ? -1 : 1)),
});

/** The passages indexed by both. */
function both() {
  const forward = new ForwardIndex();
  const plain = new MiniSearch({ ...ENGINE, tokenize: (text) => text.split(" ").filter(Boolean) });
  for (const [id, terms] of passages().entries()) {
    const placed = terms.map((number, at) => ({ number, from: at, to: at + 1 }));
    forward.add(placedTerms(placed), [], 0);
    const isConcept = (term: number) => !inText(term) && kindOf(term) !== "surface";
    plain.add({
      id,
      text: digits(terms.filter(inText)),
      concepts: digits(new Set(terms.filter(isConcept))),
    });
  }
  forward.seal();
  const search = new TermSearch();
  for (const _ of search.filling(forward, NAMES));
  return { plain, search };
}

describe("the index made for MiniSearch", () => {
  it("is the one that MiniSearch makes of the passages one by one", () => {
    const { plain, search } = both();
    expect(sorted(search.toJSON())).toEqual(sorted(plain.toJSON()));
  });

  it("finds what MiniSearch finds, less its factor for matched terms", () => {
    const { plain, search } = both();
    const boosts = new Map([3, 5, 10, 16, 44].map((term, at) => [term, 1 / (at + 1)]));
    const found = search.find(boosts).toSorted((a, b) => a.passage - b.passage);
    const expected = plain
      .search(digits(boosts.keys()), {
        bm25: BM25,
        boost: FIELD_BOOST,
        boostTerm: (term) => boosts.get(Number.parseInt(term, 16)) as number,
      })
      .map(({ id, score, queryTerms }) => ({ passage: id as number, score: score / queryTerms.length }))
      .toSorted((a, b) => a.passage - b.passage);
    expect(found.length).toBeGreaterThan(50);
    expect(found.map(({ passage }) => passage)).toEqual(expected.map(({ passage }) => passage));
    for (const [at, { score }] of found.entries())
      expect(score).toBeCloseTo(expected[at]?.score as number, 9);
    // Nothing is left of the last question
    expect(search.find(boosts).toSorted((a, b) => a.passage - b.passage)).toEqual(found);
  });
});
