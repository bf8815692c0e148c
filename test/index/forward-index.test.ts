import fc from "fast-check";
import { expect, test } from "vitest";
import { ForwardIndex } from "../../src/index/forward-index.ts";
import { placedTerms } from "../support/placed-terms.ts";

const terms = fc.array(fc.record({ number: fc.nat(1e6), from: fc.nat(0xffff), to: fc.nat(0xffff) }), {
  maxLength: 200,
});
const tokens = fc.array(fc.record({ start: fc.nat(1e6), end: fc.nat(1e6) }), { maxLength: 200 });

test("what is put in for each passage comes out for it, however many there are", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ terms, tokens, base: fc.nat(1e6) }), { maxLength: 60 }), (passages) => {
      const all = new ForwardIndex();
      for (const { terms, tokens, base } of passages) all.add(placedTerms(terms), tokens, base);
      expect(all.size).toBe(passages.length);
      passages.forEach(({ terms, tokens, base }, at) => {
        const passage = all.passage(at);
        expect([...passage.terms]).toEqual(terms.map(({ number }) => number));
        expect([...passage.from]).toEqual(terms.map(({ from }) => from));
        expect([...passage.to]).toEqual(terms.map(({ to }) => to));
        expect([...passage.starts]).toEqual(tokens.map(({ start }) => base + start));
        expect([...passage.ends]).toEqual(tokens.map(({ end }) => base + end));
        // Asked for again it is the same
        expect(all.passage(at)).toBe(passage);
      });
    }),
    { numRuns: 30 },
  );
});
