import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import type { Corpus } from "../../src/model/corpus.ts";

/** Times of one answer, in milliseconds. */
export interface Speed {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** The same over every single run, with the collector's pauses that a median hides. */
  readonly p99OfAll: number;
  readonly most: number;
}

/** Times that every question is asked before the clock runs, where it is not said otherwise. */
const WARM_UPS = 3;
/** No longer, where an answer takes long: then the compiler has had its time. */
const MAX_WARM_UP_MS = 5_000;

/**
 * How long `ask` takes over the questions: `warmUp` of them asked, in turn and for MAX_WARM_UP_MS at most, then each `rounds` times, of
 * which its median counts.
 */
export function speedOf(
  ask: (question: string) => unknown,
  questions: readonly string[],
  rounds: number,
  warmUp = WARM_UPS * questions.length,
): Speed {
  const start = performance.now();
  for (let asked = 0; asked < warmUp && performance.now() - start < MAX_WARM_UP_MS; asked += 1)
    ask(questions[asked % questions.length] as string);
  const times: number[][] = questions.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    questions.forEach((question, at) => {
      times[at]?.push(timeOf(() => ask(question)));
    });
  const medians = times.map((of) => at(of, 0.5)).toSorted((a, b) => a - b);
  const total = medians.reduce((sum, time) => sum + time, 0);
  return {
    perSecond: (1000 * medians.length) / total,
    p50: at(medians, 0.5),
    p99: at(medians, 0.99),
    p99OfAll: at(times.flat(), 0.99),
    most: at(medians, 1),
  };
}

/**
 * Milliseconds, less what other processes took: on a quiet machine the clock tells the truth and the processor's time has the
 * collector's threads in it; on a busy one the clock has the neighbours in it.
 */
function timeOf(run: () => unknown): number {
  const used = process.cpuUsage();
  const start = performance.now();
  run();
  const passed = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  return Math.min(passed, (user + system) / 1000);
}

/** The value under which this share of them lie. */
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
}

export interface Built<T> {
  readonly value: T;
  readonly seconds: number;
  /** Bytes that stay in use, typed arrays too. */
  readonly bytes: number;
}

/** `times`: of how many makings the median counts; the last of them is kept. */
export function build<T>(make: () => T, times = 1): Built<T> {
  const others = Array.from({ length: times - 1 }, () => timed(make)[1]);
  const before = inUse();
  const [value, time] = timed(make);
  return { value, seconds: at([...others, time], 0.5) / 1000, bytes: inUse() - before };
}

function timed<T>(make: () => T): [T, number] {
  let value: T | undefined;
  const time = timeOf(() => {
    value = make();
  });
  return [value as T, time];
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes in use once everything that nothing holds is gone. */
function inUse(): number {
  // The room of typed arrays is given back after a collection, and counted as given back at the next
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** MiniSearch as its documentation begins: one field, its own tokenizer and scoring. */
export function plainMiniSearch({ passages }: Corpus): MiniSearch {
  const search = new MiniSearch({ fields: ["text"], idField: "index" });
  search.addAll(passages as unknown as object[]);
  return search;
}

/** Rows under one another, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length), name.length),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number),
      )
      .join("   ");
  return [line(head), ...rows.map(line)].join("\n");
}
