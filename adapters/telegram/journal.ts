import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { ConfigError } from "../service/config.ts";

/** Ids kept when the file is tidied: more than Telegram can deliver again, which is what it has not yet confirmed. */
const KEPT = 10_000;

/** Ids of finished updates that outlive the process. Numbers only: nothing that anybody wrote. */
export interface Journal {
  readonly finished: readonly number[];
  add(id: number): void;
}

/**
 * Telegram's confirmations are in order, but updates finish out of order: when the process is killed while an early update is in progress,
 * later ones that were already answered are delivered again. This file tells the next process which. It is written at once but not flushed
 * to disk: it has to survive the process, not the machine.
 */
export function openJournal(path: string): Journal {
  try {
    return open(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`TELEGRAM_JOURNAL names a file that cannot be written (${code}): ${path}`);
  }
}

function open(path: string): Journal {
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  // A truncated or damaged line costs one id.
  const finished = lines
    .filter((line) => /^\d{1,15}$/.test(line))
    .map(Number)
    .slice(-KEPT);
  const tidy = `${path}.tidy`;
  writeFileSync(tidy, finished.map((id) => `${id}\n`).join(""));
  renameSync(tidy, path);
  return { finished, add: (id) => appendFileSync(path, `${id}\n`) };
}
