import MiniSearch, { type AsPlainObject } from "minisearch";
import { describe, expect, it } from "vitest";
import { ForwardIndex } from "../../src/index/forward-index.ts";
import { ENGINE, indexOf, TermSearch } from "../../src/index/term-search.ts";
import type { TermKind } from "../../src/index/terms.ts";
import { randomFrom } from "../support/grown-corpus.ts";

const KINDS: readonly TermKind[] = ["stem", "concept", "surface", "number", "person"];
const TERMS = 60;
const PASSAGES = 200;
const kindOf = (term: number) => KINDS[term % KINDS.length] as TermKind;
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

describe("the index made for MiniSearch", () => {
  it("is the one that MiniSearch makes of the passages one by one", () => {
    const forward = new ForwardIndex();
    const plain = new MiniSearch({ ...ENGINE, tokenize: (text) => text.split(" ").filter(Boolean) });
    for (const [id, terms] of passages().entries()) {
      const placed = terms.map((number, at) => ({ number, from: at, to: at + 1 }));
      forward.add(placed, [], 0, new Set());
      const isConcept = (term: number) => !inText(term) && kindOf(term) !== "surface";
      plain.add({
        id,
        text: digits(terms.filter(inText)),
        concepts: digits(new Set(terms.filter(isConcept))),
      });
    }
    forward.seal();
    const made = new TermSearch(indexOf(forward, TERMS, kindOf), undefined).keep();
    expect(sorted(made as AsPlainObject)).toEqual(sorted(plain.toJSON()));
  });
});
