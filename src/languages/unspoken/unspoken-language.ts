import type { Detector } from "../profile.ts";
import type { Script } from "../script.ts";

/** A language that the bot does not speak, as far as it takes to notice a question in it. */
export interface UnspokenLanguage {
  /** ISO 639-1. */
  readonly code: string;
  readonly script: Script;
  readonly detector: Pick<Detector, "markers" | "letters" | "typed" | "folded">;
}
