import { KEYBOARDS } from "../languages/keyboards.ts";

const KEYS = Object.values(KEYBOARDS).map((rows) =>
  [...rows.join("").matchAll(/\(([^)]+)\)|./gu)].map(([key, several]) => several ?? key),
);

/** Many layouts share letters (q, w, e); a layout that changes nothing gives no other reading. */
const MAPS: readonly ReadonlyMap<string, string>[] = KEYS.flatMap((from, a) =>
  KEYS.flatMap((to, b) =>
    a === b ? [] : [new Map(from.map((key, at): [string, string] => [key, to[at] as string]))],
  ),
);

/** What the same keystrokes type on other layouts (genby for путин, згешт for putin, حعفهى for putin). A layout must have a letter for every letter typed, and change something. */
export function retyped(text: string): readonly string[] {
  const typed = text.toLowerCase();
  const readings = new Set<string>();
  for (const map of MAPS) {
    let out = "";
    let known = true;
    for (let at = 0; at < typed.length && known; ) {
      const two = typed.slice(at, at + 2);
      const key = map.has(two) ? two : (typed[at] as string);
      const letter = map.get(key);
      if (letter === undefined && /[\p{L}\p{N}]/u.test(key)) known = false;
      out += letter ?? key;
      at += key.length;
    }
    if (known && out !== typed) readings.add(out);
  }
  return [...readings];
}
