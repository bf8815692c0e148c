import { languageOf } from "../../src/analysis/language-detector.ts";
import { STRINGS } from "../../src/strings/all.ts";
import type { Output } from "./screen.ts";

/** Back to the beginning of the line, and the line wiped (ECMA-48 CR, EL). */
const WIPE = "\r\u001b[K";

/** Shows on a terminal that something is being loaded, until it is. A terminal that cannot erase a line keeps the message. */
export function startLoading(output: Output, locale: string | undefined): { loaded(): void } {
  if (!output.isTTY) return { loaded() {} };
  const wipes = output.hasColors?.() ?? false;
  output.write(STRINGS[languageOf(locale) ?? "en"].terminal.loading);
  return { loaded: () => void output.write(wipes ? WIPE : "\n") };
}
