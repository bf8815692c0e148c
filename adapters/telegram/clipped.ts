import { CUT } from "../../src/quote.ts";

/** At most `most` letters, the cut marked; an opened isolate is closed again. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = [...text].slice(0, most).join("").trimEnd();
  const open = [...kept.matchAll(/\u2068/g)].length - [...kept.matchAll(/\u2069/g)].length;
  return `${kept}${CUT}${"\u2069".repeat(Math.max(0, open))}`;
}
