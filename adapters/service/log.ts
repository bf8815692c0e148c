import { destination, type Logger, pino, stdTimeFunctions } from "pino";

export type Log = Logger;

/** Telegram puts the token into every address, and libraries put addresses into their errors. */
const TELEGRAM_TOKEN = /\d{6,}:[\w-]{20,}/g;

/** Redacts secrets anywhere in a log line. */
export function redact(line: string, secrets: readonly string[]): string {
  let clean = line;
  for (const secret of secrets) clean = clean.replaceAll(secret, "[secret]");
  return clean.replace(TELEGRAM_TOKEN, "[secret]");
}

/**
 * JSON lines to standard error: standard output belongs to answers. Whoever logs passes no text of a user and no user id; this only
 * guards the secrets, in every field at once.
 */
export function createLog(level: string, secrets: readonly string[], write?: (line: string) => void): Log {
  const sink = destination({ dest: 2, sync: true });
  const out = write ?? ((line: string) => void sink.write(line));
  return pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime },
    { write: (line: string) => out(redact(line, secrets)) },
  );
}
