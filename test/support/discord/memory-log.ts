import { Writable } from "node:stream";
import { type Logger, pino } from "pino";

export interface Logbook {
  readonly log: Logger;
  /** Everything written, as text: for what must not be in it. */
  text(): string;
  lines(): readonly { readonly level: number; readonly msg: string; readonly [field: string]: unknown }[];
}

/** The real logger, into memory. */
export function logbook(): Logbook {
  let written = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  return {
    log: pino({ level: "debug", base: null }, stream),
    text: () => written,
    lines: () =>
      written
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line)),
  };
}
