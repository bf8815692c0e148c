import { type Bidi, detectBidi } from "./bidi/detect.ts";
import type { Layout, Visual } from "./layout.ts";

/** Where answers are written: a terminal, or a pipe or file, which has neither columns nor colours. */
export interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(environment?: object): boolean;
}

export interface Screen {
  /** As wide as the terminal is now. */
  layout(): Layout;
  readonly bidi: Bidi;
  /** The environment did not say, so the terminal is assumed to reorder right-to-left text itself. */
  readonly guessed: boolean;
  /** Switches to the other order. */
  turn(): Promise<void>;
}

export async function openScreen(
  output: Output,
  environment: Readonly<Record<string, string | undefined>>,
  wanted: Bidi | "auto",
): Promise<Screen> {
  // What is not a terminal is read by something that knows text, so it stays in logical order unless told otherwise
  const detected = wanted !== "auto" ? wanted : output.isTTY ? detectBidi(environment) : "terminal";
  // Node knows NO_COLOR, FORCE_COLOR and TERM=dumb
  const colour = output.isTTY === true && (output.hasColors?.(environment) ?? false);
  let bidi: Bidi = detected ?? "terminal";
  let visual: Visual | undefined;
  const use = async (next: Bidi) => {
    bidi = next;
    // The tables of the algorithm cost milliseconds, and most terminals never need them
    if (next === "visual") visual ??= (await import("./bidi/reorder.ts")).createVisual();
  };
  await use(bidi);
  return {
    get bidi() {
      return bidi;
    },
    guessed: detected === undefined,
    turn: () => use(bidi === "visual" ? "terminal" : "visual"),
    layout: () => ({
      width: output.isTTY ? output.columns || 80 : undefined,
      colour,
      visual: bidi === "visual" ? visual : undefined,
    }),
  };
}
