import type { Answerer } from "../../src/model/answerer.ts";
import { type Config, readConfig, secretsOf } from "./config.ts";
import { loadEnvironment } from "./environment.ts";
import { createLog, type Log } from "./log.ts";
import { mistypedSettings } from "./mistyped-settings.ts";

export interface Settings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly config: Config;
}

/** Throws ConfigError. What is mistyped is said on standard error, and is no reason not to start: it may be another program's. */
export function readSettings(): Settings {
  const environment = loadEnvironment();
  for (const { name, meant } of mistypedSettings(environment))
    process.stderr.write(`${name} is set, and nothing reads it: did you mean ${meant}?\n`);
  return { environment, config: readConfig(environment) };
}

export function openLog(config: Config): Log {
  return createLog(config.logLevel, secretsOf(config));
}

/** The core over the corpus that the settings name. What is left out is said on standard error. Throws SeedsError. Loaded here and not before: it takes its time. */
export async function openAnswerer(config: Config): Promise<Answerer> {
  const { createAnswerer } = await import("../../src/answerer.ts");
  const { lineOf, readSeeds } = await import("./corpus-files.ts");
  const seeds = readSeeds(config.seedsDir);
  if (seeds.leftOut.length > 0)
    process.stderr.write(`Left out of the corpus:\n${seeds.leftOut.map(lineOf).join("\n")}\n`);
  return createAnswerer({ seeds });
}

/** Errors whose message says what somebody has to mend. */
const PLAIN = new Set(["ConfigError", "SeedsError", "CannotGoOn", "ListenError"]);

/** What a program that ends with an error says: in full where somebody can mend it, and of a fault of ours, where it is. */
export function lastWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return PLAIN.has(error.name) ? error.message : (error.stack ?? error.message);
}
