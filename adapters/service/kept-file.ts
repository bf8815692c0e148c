/** A value that was made from something else, in a file of its own: whoever reads it finds all of it, made from that, or nothing. */

import { createHash, randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";

/** Letters of a SHA-256 in hexadecimal: a file begins with that of what its value was made from, and the value's own. */
const SUM = 64;

/** Of these bytes, in hexadecimal. */
export const sumOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Undefined where it was made from something else (`key` is the SHA-256 of that). Throws what reading the file throws. */
export function readKept(path: string, key: string): { readonly value: unknown } | "damaged" | undefined {
  const bytes = readFileSync(path);
  const head = bytes.subarray(0, 2 * SUM).toString("latin1");
  if (head.slice(0, SUM) !== key) return undefined;
  const kept = bytes.subarray(2 * SUM);
  if (head.slice(SUM) !== sumOf(kept)) return "damaged";
  try {
    return { value: deserialize(kept) };
  } catch {
    return "damaged";
  }
}

/** At once: whoever reads meanwhile, or after a crash, finds what was there before. Throws what writing throws, and leaves nothing behind. */
export function writeKept(path: string, key: string, value: unknown, mode: number): void {
  // Threads and containers may share the number of their process
  const own = `${path}.${randomUUID()}`;
  try {
    const bytes = serialize(value);
    writeFileSync(own, Buffer.concat([Buffer.from(key + sumOf(bytes), "latin1"), bytes]), { mode });
    renameSync(own, path);
  } catch (error) {
    removeKept(own);
    throw error;
  }
}

/** As far as that can be done. */
export function removeKept(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays where it is
  }
}
