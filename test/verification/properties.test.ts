import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenize } from "../../src/analysis/tokenizer.ts";
import type { Passage } from "../../src/model/corpus.ts";
import { realAnswerer } from "../support/core.ts";

const { corpus, verify } = realAnswerer();
const documents = new Map(corpus.documents.map(({ id, text }) => [id, text]));
const said = corpus.passages.filter(({ text }) => tokenize(text).length >= 14);

/** Words [from, from + length) of a passage as they stand, and what is between them. */
interface Slice {
  readonly passage: Passage;
  readonly from: number;
  readonly words: readonly string[];
  /** What stands between a word and the next. */
  readonly gaps: readonly string[];
}

function sliceOf(passage: Passage, at: number, length: number): Slice {
  const tokens = tokenize(passage.text);
  const from = at % (tokens.length - length + 1);
  const own = tokens.slice(from, from + length);
  return {
    passage,
    from,
    words: own.map(({ text }) => text),
    gaps: own.slice(1).map((token, i) => passage.text.slice((own[i] as { end: number }).end, token.start)),
  };
}
const join = (words: readonly string[], gaps: readonly string[]) =>
  words.map((word, at) => word + (gaps[at] ?? "")).join("");

const slices = fc
  .tuple(fc.constantFrom(...said), fc.nat(), fc.integer({ min: 6, max: 14 }))
  .map(([passage, at, length]) => sliceOf(passage, at, length));

/** Marks inside a slice would be read as marks around a quotation. */
const plain = ({ words, gaps }: Slice) =>
  !/["“”«»:]/.test(join(words, gaps)) && !words.some((w) => /\p{N}/u.test(w));

/** As somebody pastes it, between marks. */
function check(text: string) {
  const found = verify({ text: `«${text}»` });
  if (found.kind !== "verified") throw new Error(text);
  return found;
}
const typedDifferences = (text: string, { differences }: ReturnType<typeof check>) =>
  differences.map(({ typed }) => typed && `«${text}»`.slice(...typed)).join("|");
const sourceDifferences = ({ differences }: ReturnType<typeof check>) =>
  differences.map(({ source, doc }) => source && documents.get(doc as string)?.slice(...source)).join("|");

const runs = { numRuns: 150, seed: 7 };

describe("a slice of a document", () => {
  test("is exact, and its place is those very letters", () => {
    fc.assert(
      fc.property(slices, ({ words, gaps }) => {
        const text = join(words, gaps);
        const found = verify({ text });
        expect(found).toMatchObject({ verdict: "exact", differences: [] });
        // What stands before a colon says who speaks, and is not checked
        if (found.kind === "verified") expect(found.places[0]?.text).toBe(text.slice(...found.quotation));
      }),
      runs,
    );
  });

  test("with a word left out is altered, and the word is named", () => {
    fc.assert(
      fc.property(slices.filter(plain), fc.nat(), ({ words, gaps }, n) => {
        const at = 1 + (n % (words.length - 2));
        // One of two that are the same: which of them is gone nobody can say
        fc.pre(words[at] !== words[at - 1] && words[at] !== words[at + 1]);
        const text = join(words.toSpliced(at, 1), gaps.toSpliced(at, 1));
        const found = check(text);
        expect(found.verdict).toBe("altered");
        expect(sourceDifferences(found)).toContain(words[at]);
      }),
      runs,
    );
  });

  test("with a word twice is altered, and the word is named", () => {
    fc.assert(
      fc.property(slices.filter(plain), fc.nat(), ({ words, gaps }, n) => {
        const at = n % words.length;
        const word = words[at] as string;
        const text = join(words.toSpliced(at, 0, word), gaps.toSpliced(at, 0, " "));
        const found = check(text);
        expect(found.verdict).toBe("altered");
        expect(typedDifferences(text, found)).toContain(word);
      }),
      runs,
    );
  });

  test("with two words in the other's place is altered, and one of them is named", () => {
    fc.assert(
      fc.property(slices.filter(plain), fc.nat(), ({ words, gaps }, n) => {
        const at = 1 + (n % (words.length - 3));
        const [first, second] = [words[at] as string, words[at + 1] as string];
        fc.pre(tokenize(first)[0]?.folded !== tokenize(second)[0]?.folded);
        const text = join(words.with(at, second).with(at + 1, first), gaps);
        const found = check(text);
        expect(found.verdict).toBe("altered");
        expect(typedDifferences(text, found)).toMatch(new RegExp(`${first}|${second}`, "u"));
      }),
      runs,
    );
  });

  test("with another word of the texts in a word's place is altered, and both are named", () => {
    fc.assert(
      fc.property(
        slices.filter(plain),
        fc.nat(),
        fc.constantFrom(...said),
        fc.nat(),
        (slice, n, other, m) => {
          const { words, gaps } = slice;
          const at = 1 + (n % (words.length - 2));
          const all = tokenize(other.text);
          const put = all[m % all.length] as { text: string; folded: string };
          const old = tokenize(words[at] as string)[0]?.folded;
          fc.pre(
            put.folded !== old &&
              ![at - 1, at + 1].some((i) => tokenize(words[i] as string)[0]?.folded === put.folded),
          );
          const text = join(words.with(at, put.text), gaps);
          const found = check(text);
          expect(found.verdict).toBe("altered");
          expect(typedDifferences(text, found)).toContain(put.text);
          expect(sourceDifferences(found)).toContain(words[at]);
        },
      ),
      runs,
    );
  });

  test("with other marks, hamzas, digits and spaces alone is a spelling", () => {
    const noise: readonly ((text: string) => string)[] = [
      (text) => text.replace(/[أإ]/g, "ا"),
      (text) => text.replace(/ة/g, "ه"),
      (text) => text.replace(/ى/g, "ي"),
      (text) => text.replace(/[\u064b-\u0652]/g, ""),
      (text) => text.replace(/(\p{L})(?=\p{L})/u, "$1ـ"),
      (text) => text.replace(/،/g, ""),
      (text) => text.replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d))),
      (text) => text.replace(/ /g, "  "),
    ];
    fc.assert(
      fc.property(
        slices.filter(plain),
        fc.uniqueArray(fc.constantFrom(...noise), { minLength: 1, maxLength: 4 }),
        ({ words, gaps }, some) => {
          const text = join(words, gaps);
          const noisy = some.reduce((now, add) => add(now), text);
          fc.pre(noisy !== text);
          expect(check(noisy).verdict).toBe("spelling");
        },
      ),
      runs,
    );
  });

  test("joined to one of another paragraph is stitched, and both places are shown", () => {
    fc.assert(
      fc.property(slices.filter(plain), slices.filter(plain), (a, b) => {
        fc.pre(Math.abs(a.passage.index - b.passage.index) > 2);
        const found = check(`${join(a.words, a.gaps)} ${join(b.words, b.gaps)}`);
        // Words that stand in one place may be the beginning of the other too
        expect(found.verdict).toBe("stitched");
        expect(found.places.length).toBeGreaterThan(1);
      }),
      { ...runs, numRuns: 100 },
    );
  });
});

test("words of the texts thrown together are never the texts' words", () => {
  const all = said.flatMap(({ text }) => tokenize(text).map((token) => token.text));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all), { minLength: 5, maxLength: 30 }), (words) => {
      expect(["absent", "altered"]).toContain(check(words.join(" ")).verdict);
    }),
    runs,
  );
});

test("any string at all is checked without a throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(["verified", "refused"]).toContain(verify({ text }).kind);
    }),
    runs,
  );
});
