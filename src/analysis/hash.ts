/** What the hash of nothing is. */
export const EMPTY_HASH = 0x811c9dc5;

/** FNV-1a in 32 bits, signed; `before` is the hash of what stands before the text, to go on from. */
export function fnv1a(text: string, before = EMPTY_HASH): number {
  let hash = before;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
