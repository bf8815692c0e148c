import type { Cell } from "../layout.ts";

/** The shapes of a letter by where it stands in its word: alone, last, first, between. */
interface Shapes {
  readonly alone: string;
  readonly last: string;
  readonly first?: string | undefined;
  readonly between?: string | undefined;
}

/**
 * Every Arabic letter that Unicode has shapes of. Its tables list them in the order alone, last, first, between, and the
 * compatibility decomposition, which Node knows, says whose shape it is: U+FE80–FEFC the letters of Arabic and the
 * ligatures of lam and alef, U+FB50–FBB1 and U+FBD3–FBFF those of Persian and other languages.
 */
function readShapes(): ReadonlyMap<string, Shapes> {
  const found = new Map<string, string[]>();
  for (const [from, to] of [
    [0xfe80, 0xfefc],
    [0xfb50, 0xfbb1],
    [0xfbd3, 0xfbff],
  ] as const)
    for (let code = from; code <= to; code += 1) {
      const shape = String.fromCodePoint(code);
      const letter = shape.normalize("NFKC");
      if (!/^(?:\p{L}|ل[آأإا])$/u.test(letter) || letter === shape) continue;
      found.set(letter, [...(found.get(letter) ?? []), shape]);
    }
  const shapes = new Map<string, Shapes>();
  for (const [letter, [alone, last, first, between]] of found)
    if (alone && last) shapes.set(letter, { alone, last, first, between });
  return shapes;
}

const TATWEEL = "\u0640";
const NON_JOINER = "\u200c";
const JOINER = "\u200d";
let shapes: ReadonlyMap<string, Shapes> | undefined;

/**
 * Letters in their shapes. A terminal that does not order right-to-left text seldom joins its letters either, and one that
 * does would join them backwards once they are printed in reverse; shaped letters join nothing and read in both.
 */
export function shaped(cells: readonly Cell[]): readonly Cell[] {
  shapes ??= readShapes();
  const table = shapes;
  const joined = ligatures(cells, table);
  return joined.map((cell, at) => {
    const { base, marks } = parted(cell.text);
    const own = table.get(base);
    if (!own) return cell;
    const before = reachesOn(joined[at - 1], table);
    const after = reachesOn(cell, table) && (marks.includes(JOINER) || reachesBack(joined[at + 1], table));
    const shape = before ? (after ? own.between : own.last) : after ? own.first : own.alone;
    return { ...cell, text: (shape ?? own.alone) + marks };
  });
}

/** Lam before alef is written as one letter. */
function ligatures(cells: readonly Cell[], table: ReadonlyMap<string, Shapes>): Cell[] {
  const joined: Cell[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] as Cell;
    const next = cells[at + 1];
    const lam = parted(cell.text);
    const alef = next && parted(next.text);
    if (alef && table.has(lam.base + alef.base) && lam.base === "ل" && !/[\u200c\u200d]/u.test(lam.marks)) {
      joined.push({ ...cell, text: lam.base + alef.base + lam.marks + alef.marks });
      at += 1;
    } else joined.push(cell);
  }
  return joined;
}

/** A letter, or lam with alef, and the marks that stand on it. */
function parted(text: string): { readonly base: string; readonly marks: string } {
  const base = /^ل[آأإا]/u.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return { base, marks: text.slice(base.length) };
}

/** Whether it joins to what follows it. */
function reachesOn(cell: Cell | undefined, table: ReadonlyMap<string, Shapes>): boolean {
  if (!cell || cell.text.endsWith(NON_JOINER)) return false;
  const { base } = parted(cell.text);
  return base === TATWEEL || cell.text.endsWith(JOINER) || table.get(base)?.first !== undefined;
}

/** Whether what precedes can join to it. */
function reachesBack(cell: Cell | undefined, table: ReadonlyMap<string, Shapes>): boolean {
  if (!cell) return false;
  const { base } = parted(cell.text);
  return base === TATWEEL || base === JOINER || table.has(base);
}
