import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { ConfigError } from "./config.ts";

const FILE = ".env";

/**
 * The process's environment, with `.env` of the current folder under it: a variable that is already set keeps its value. Throws
 * ConfigError where the file is there and cannot be read, as a program that goes on without its settings is worse than none.
 */
export function loadEnvironment(path: string = FILE): Readonly<Record<string, string | undefined>> {
  for (const [name, value] of Object.entries(parseEnv(readText(path)))) process.env[name] ??= value;
  return process.env;
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return "";
    throw new ConfigError(`${path} ${WHY_NOT[code ?? ""] ?? `cannot be read (${code})`}.`);
  }
  try {
    // The decoder drops the byte order mark, which would otherwise become part of the first name
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError(`${path} is not a text in UTF-8 or UTF-16: save it anew as UTF-8.`);
  }
}

const WHY_NOT: Readonly<Record<string, string>> = {
  EISDIR: "is a folder, and should be a file of settings: remove it, or rename it",
  EACCES: "may not be read by the user that this runs as (EACCES): give it the right, or remove the file",
};

/** Windows' editors and PowerShell's `>` write UTF-16; without its mark, every second byte of Latin letters is zero. */
function encodingOf(bytes: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return "utf-8";
}
