import type { Answerer } from "../../src/model/answerer.ts";
import { type Config, readConfig, secretsOf } from "./config.ts";
import { loadEnvironment } from "./environment.ts";
import { createLog, type Log } from "./log.ts";
import { mistypedSettings } from "./mistyped-settings.ts";

export interface Settings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly config: Config;
}

/** Throws ConfigError. Names that look mistyped are only reported on standard error: they may belong to another program. */
export function readSettings(): Settings {
  const environment = loadEnvironment();
  for (const { name, meant } of mistypedSettings(environment))
    process.stderr.write(`${name} is set, and nothing reads it: did you mean ${meant}?\n`);
  return { environment, config: readConfig(environment) };
}

export function openLog(config: Config): Log {
  return createLog(config.logLevel, secretsOf(config));
}

/**
 * The core over the corpus that the settings name. Files left out are reported on standard error. Throws SeedsError; `late`, for a
 * question or two, only at the first question of a language what is wrong with those expected in it. The core is imported only here, as
 * loading it takes time.
 */
export async function openAnswerer(config: Config, late = false): Promise<Answerer> {
  const { createAnswerer } = await import("../../src/answerer.ts");
  const { bundleWeights } = await import("./weight-cache.ts");
  const { lineOf, readSeeds, readSeedsLate } = await import("./corpus-files.ts");
  const seeds = late ? readSeedsLate(config.seedsDir) : readSeeds(config.seedsDir);
  if (seeds.leftOut.length > 0)
    process.stderr.write(`Left out of the corpus:\n${seeds.leftOut.map(lineOf).join("\n")}\n`);
  return createAnswerer({ seeds, weightStore: bundleWeights() });
}

/** Errors whose message says what the operator has to fix. */
const PLAIN = new Set(["ConfigError", "SeedsError", "CannotGoOn", "ListenError"]);

/**
 * The last words of a program that ends with an error: the whole message where the operator can fix it, the place in the code where it is
 * our bug.
 */
export function lastWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return PLAIN.has(error.name) ? error.message : (error.stack ?? error.message);
}
