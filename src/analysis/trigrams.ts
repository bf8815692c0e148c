import type { Script } from "../languages/script.ts";
import { TRIGRAMS } from "../languages/trigrams.ts";
import type { Token } from "./tokenizer.ts";

/** A language by its code, or Arabic in Latin letters. */
type Model = string;

interface Table {
  readonly models: readonly Model[];
  /** Half nats for each model. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

const TABLES: Partial<Record<Script, Table>> = Object.fromEntries(
  Object.entries(TRIGRAMS).map(([script, { languages, rows }]) => [
    script,
    {
      models: languages,
      rows: new Map(
        rows
          .trim()
          .split(/\s+/)
          .map((row) => [row.slice(0, 3), [...row.slice(3)].map(Number)] as const),
      ),
    },
  ]),
);

/** Share of the trigrams that a table must have: what people drum on a keyboard has fewer, and is in no language. */
const MIN_KNOWN = 0.4;
/** Words read: more tell nothing new, and a message may have thousands. */
const MAX_WORDS = 40;

/**
 * How many nats the trigrams of these words speak for each language of the script, over the least likely one; nothing for a script
 * that has no table or one language alone, and for no words of any.
 */
export function trigramNats(script: Script, tokens: readonly Token[]): ReadonlyMap<Model, number> {
  const table = TABLES[script];
  if (!table) return new Map();
  const nats = table.models.map(() => 0);
  let known = 0;
  let all = 0;
  for (const { folded } of tokens.slice(0, MAX_WORDS)) {
    const padded = `_${folded}_`;
    for (let at = 0; at + 3 <= padded.length; at += 1) {
      all += 1;
      const row = table.rows.get(padded.slice(at, at + 3));
      if (!row) continue;
      known += 1;
      for (let model = 0; model < row.length; model += 1)
        nats[model] = (nats[model] as number) + (row[model] as number) / 2;
    }
  }
  if (known < all * MIN_KNOWN) return new Map();
  return new Map(table.models.map((model, at) => [model, nats[at] as number]));
}
