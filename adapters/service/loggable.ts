/** Innermost frames of a stack that are kept: the outer ones are always the same. */
const MAX_FRAMES = 8;
/** A class or a code as programs write them; anything else may be somebody's words. */
const NAME = /^[\w.$[\] -]{1,60}$/;
/** `at run (/path/file.ts:1:2)`, `at /path/file.ts:1:2`, `at node:internal/x:1:2`. */
const FRAME = /^\s+at (?:.+ \()?(?:\S+:\d+:\d+|native|<anonymous>)\)?$/;

/** What may be logged of an error. */
export interface Loggable {
  /** Its class. */
  readonly error: string;
  readonly code?: string | number;
  /** Where in the sources it was made, innermost first. */
  readonly at?: readonly string[];
}

/**
 * Never the error's message: parsers repeat their input, HTTP clients the address with the token in it. Its class and its place tell what
 * to fix.
 */
export function loggable(error: unknown): Loggable {
  if (!(error instanceof Error)) return { error: error === null ? "null" : typeof error };
  const { code } = error as { code?: unknown };
  const named = NAME.test(error.name) ? error.name : "Error";
  const at = framesOf(error);
  return {
    error: named,
    ...(typeof code === "number" || (typeof code === "string" && NAME.test(code)) ? { code } : {}),
    ...(at.length > 0 ? { at } : {}),
  };
}

/** The class and the code in one word, to count by: `TypeError`, `Error.ECONNRESET`. */
export function classOf(error: unknown): string {
  const { error: name, code } = loggable(error);
  return code === undefined ? name : `${name}.${code}`;
}

/** The message stands before the frames, and its own lines may look like some. */
function framesOf({ stack = "", message }: Error): string[] {
  const end = message === "" ? -1 : stack.indexOf(message);
  return (end < 0 ? stack : stack.slice(end + message.length))
    .split("\n")
    .filter((line) => FRAME.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());
}
