import bidiFactory, { type Bidi } from "bidi-js";
import type { Cell, Direction, Visual } from "../layout.ts";
import { DIRECTION_MARKS } from "../layout.ts";
import { shaped } from "./shape.ts";

/** The Unicode Bidirectional Algorithm (UAX #9) on whole graphemes, for terminals that print letters as they come. */
export function createVisual(): Visual {
  // The package is CommonJS whose types say otherwise: its export is the factory itself
  const bidi = (bidiFactory as unknown as () => Bidi)();

  function order(
    cells: readonly Cell[],
    lines: readonly (readonly [number, number])[],
    direction: Direction,
  ): ReturnType<Visual["order"]> {
    const text = cells.map((cell) => cell.text).join("");
    const { levels, paragraphs } = bidi.getEmbeddingLevels(text, direction);
    const base = paragraphs[0]?.level ?? 0;
    const starts: number[] = [];
    let at = 0;
    for (const cell of cells) {
      starts.push(at);
      at += cell.text.length;
    }
    const levelOf = (cell: number) => levels[starts[cell] as number] ?? base;
    return {
      rightToLeft: base % 2 === 1,
      lines: lines.map(([from, to]) => reordered(from, to, levelOf, base).flatMap(printed)),
    };

    function printed(index: number): Cell[] {
      const cell = cells[index] as Cell;
      // Joiners have done their work on the shapes; those inside an emoji hold it together
      const bare = cell.text.replace(DIRECTION_MARKS, "").replace(/[\u200c\u200d]+$/u, "");
      if (bare === "") return [];
      const mirrored = levelOf(index) % 2 === 1 ? bidi.getMirroredCharacter(bare) : null;
      return [{ ...cell, text: mirrored ?? bare }];
    }
  }

  return { shape: shaped, order };
}

/** Rules L1 and L2: spaces that end a line stand with the paragraph; then every run is reversed, the deepest first. */
function reordered(from: number, to: number, levelOf: (cell: number) => number, base: number): number[] {
  const order = Array.from({ length: to - from }, (_, i) => from + i);
  const levels = order.map(levelOf);
  const highest = Math.max(base, ...levels);
  for (let level = highest; level > 0; level -= 1)
    for (let i = 0; i < order.length; i += 1) {
      if ((levels[i] as number) < level) continue;
      let end = i;
      while (end < order.length && (levels[end] as number) >= level) end += 1;
      order.splice(i, end - i, ...order.slice(i, end).reverse());
      levels.splice(i, end - i, ...levels.slice(i, end).reverse());
      i = end;
    }
  return order;
}
