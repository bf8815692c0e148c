import fc from "fast-check";
import { expect, test } from "vitest";
import { CostTable } from "../../src/verification/cost-table.ts";
import { GAP, joined, sourceWords } from "../../src/verification/passage-words.ts";
import { numbered } from "../../src/verification/word-numbers.ts";

const wordsOf = (keys: readonly string[]) => keys.map((key) => ({ text: key, start: 0, end: 0, key }));
/** An x is an ending that a word may have. */
const stemOf = (key: string) => key.replace(/x$/, "");

/** Few words, so that much is met by chance: forms of one another, and some that two others make. */
const key = fc.constantFrom("a", "b", "c", "d", "ax", "bx", "ab", "cd", "e", "f", "g", "h");
const passages = fc.array(fc.array(key, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 });

/** What a whole quotation costs up to each word of the sources, every cell of every row computed. */
function plainly(typed: readonly string[], sources: readonly string[]): number[] {
  const opens = (j: number) => j === 0 || sources[j - 1] === GAP;
  const rows: number[][] = [new Array<number>(sources.length + 1).fill(0)];
  typed.forEach((word, at) => {
    const above = rows[at] as number[];
    const second = rows[at - 1];
    const row: number[] = [];
    for (let j = 0; j < above.length; j += 1) {
      const ways = [(above[j] as number) + 4];
      const other = sources[j - 1] as string;
      if (!opens(j)) {
        const before = sources[j - 2] ?? GAP;
        ways.push((row[j - 1] as number) + 3);
        if (word === other) ways.push(above[j - 1] as number);
        else {
          ways.push(
            (above[j - 1] as number) + (!typed.includes(other) && stemOf(word) === stemOf(other) ? 3 : 4),
          );
          if (at > 0 && typed[at - 1] + word === other) ways.push((second?.[j - 1] as number) + 1);
          if (before + other === word) ways.push((above[j - 2] as number) + 1);
          if (at > 0 && typed[at - 1] === other && before === word)
            ways.push((second?.[j - 2] as number) + 6);
        }
      }
      row.push(Math.min(...ways));
    }
    const leap = Math.min(...row) + 10;
    rows.push(row.map((cost) => Math.min(cost, leap)));
  });
  return rows.at(-1) as number[];
}

test("costs what it costs when every cell is computed, though most are not", () => {
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 30 }), passages, (typed, all) => {
      const sources = all.flatMap((words) => [GAP, ...words]);
      const n = typed.length;
      let start = 0;
      const segments = all.map((words) => {
        const segment = { start: start + 1, end: start + 1 + words.length, windows: [[0, n] as const] };
        start = segment.end;
        return segment;
      });
      const source = joined(all.flatMap((words) => [undefined, sourceWords(wordsOf(words), stemOf)]));
      const table = new CostTable(numbered(wordsOf(typed), source, stemOf), segments);
      expect([...table.ends()]).toEqual(plainly(typed, sources));
    }),
    { numRuns: 2_000 },
  );
});
