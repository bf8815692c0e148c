import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { safeEnd } from "../../src/analysis/truncate.ts";
import { LANGUAGES } from "../../src/languages/codes.ts";
import type { Log } from "./log.ts";
import { loggable } from "./loggable.ts";

/** UTF-16 units of a question that are kept: what is longer is a text that was pasted. */
const MAX_LENGTH = 500;
/** Bytes of one day: some ten thousand questions, more than anybody reads. */
const MAX_DAY = 4 * 1024 * 1024;
/** Questions remembered, since turning a page asks the same one again. */
const MAX_REMEMBERED = 1_000;
const DAY = 86_400_000;
/** Our files; anything else in the folder is left alone. */
const FILE = /^unanswered-(\d{4}-\d{2}-\d{2})\.jsonl$/;

/** A question without an answer. Not who asked it, not when in the day, not where. */
const Entry = z.object({
  lang: z.enum(LANGUAGES),
  surface: z.string(),
  reason: z.string(),
  question: z.string(),
});
export type UnansweredEntry = z.infer<typeof Entry>;

export interface UnansweredLog {
  /** Never throws: a full disk must not cost an answer. */
  add(entry: UnansweredEntry): void;
}

export interface UnansweredLogOptions {
  readonly folder: string;
  /** Days after which a question is forgotten. */
  readonly days: number;
  readonly log: Log;
  readonly now?: () => number;
}

/** Keeps questions in a file a day. Throws when the folder cannot be made. */
export function openUnansweredLog({
  folder,
  days,
  log,
  now = Date.now,
}: UnansweredLogOptions): UnansweredLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const seen = new LRUCache<string, true>({ max: MAX_REMEMBERED });
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  let today = "";
  let size = 0;

  function begin(day: string): void {
    today = day;
    const oldest = dayOf(now() - days * DAY);
    for (const name of readdirSync(folder)) {
      const [, written] = FILE.exec(name) ?? [];
      if (written !== undefined && written < oldest) rmSync(join(folder, name), { force: true });
    }
    size = statSync(fileOf(day), { throwIfNoEntry: false })?.size ?? 0;
  }
  const fileOf = (day: string) => join(folder, `unanswered-${day}.jsonl`);
  begin(dayOf(now()));
  // Also where nobody asks any more
  setInterval(() => attempt(() => begin(dayOf(now()))), DAY / 24).unref();

  let warned = false;
  function attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!warned) log.warn(loggable(error), "UNANSWERED_LOG cannot be written to");
      warned = true;
    }
  }

  return {
    add({ question, ...rest }) {
      const text = question
        .slice(0, safeEnd(question, 0, MAX_LENGTH))
        .replace(/\s+/gu, " ")
        .trim();
      if (text === "" || seen.has(text)) return;
      seen.set(text, true);
      attempt(() => {
        const day = dayOf(now());
        if (day !== today) begin(day);
        const line = `${JSON.stringify({ ...rest, question: text })}\n`;
        size += Buffer.byteLength(line);
        if (size <= MAX_DAY) appendFileSync(fileOf(day), line, { mode: 0o600 });
      });
    },
  };
}

/** All that is kept, oldest first. A line that a crash has cut off, or that somebody has edited, is left out. */
export function readUnanswered(folder: string): UnansweredEntry[] {
  const files = readdirSync(folder).filter((name) => FILE.test(name));
  return files.sort().flatMap((name) =>
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .flatMap((line) => {
        try {
          return [Entry.parse(JSON.parse(line))];
        } catch {
          return [];
        }
      }),
  );
}
