import { distance } from "fastest-levenshtein";
import { VARIABLES } from "./settings.ts";

export interface MistypedSetting {
  readonly name: string;
  readonly meant: string;
}

/** Letters. Names shorter than this (PORT, HTTP) are near too many that are other programs'. */
const MIN_LENGTH = 8;
/** Slips of the hand: letters left out, added or exchanged; two that are swapped are two. */
const MAX_SLIPS = 2;
/** Words that other bots have in the names of the same settings (TELEGRAM_BOT_TOKEN). */
const FILLERS = /_(?:BOT|API|AUTH)(?=_)/g;

/** Variables that nothing reads, and that are a slip away from one that something would. */
export function mistypedSettings(
  environment: Readonly<Record<string, string | undefined>>,
): MistypedSetting[] {
  const known = new Set<string>(VARIABLES);
  return Object.keys(environment).flatMap((name) => {
    const upper = name.toUpperCase();
    // Proxies are read in small letters as well, by custom
    if (known.has(name) || (known.has(upper) && upper.endsWith("_PROXY"))) return [];
    const plain = upper.replace(FILLERS, "");
    const near = VARIABLES.filter((one) => one.length >= MIN_LENGTH)
      .map((one) => ({ one, slips: Math.min(distance(upper, one), distance(plain, one)) }))
      .filter(({ slips }) => slips <= MAX_SLIPS)
      .toSorted((a, b) => a.slips - b.slips);
    return near[0] === undefined ? [] : [{ name, meant: near[0].one }];
  });
}
