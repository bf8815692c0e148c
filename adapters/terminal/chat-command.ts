import { parseArgs } from "node:util";
import { startLoading } from "./loading.ts";
import { runProgram } from "./run-program.ts";

const USAGE = `usage:
  npm run chat                       the bot in this terminal: type a question, or /help
  printf 'سؤال\\n/next\\n' | npm run --silent chat

  --bidi=terminal   the terminal orders right-to-left text itself (many do)
  --bidi=visual     it prints letters as they come, so they are ordered and shaped for it
                    (without --bidi: TERMINAL_BIDI, else what the terminal says of itself; /bidi changes it)

  NO_COLOR is respected, and LANG is the language of the greeting; a question is answered in its own.`;

/** 0: the person left. 1: something failed. 2: called wrongly. */
const FAILED = 1;
const USED_WRONGLY = 2;

async function main(args: readonly string[]): Promise<number> {
  let options: { bidi?: string; help?: boolean };
  try {
    options = parseArgs({
      args: [...args],
      options: { bidi: { type: "string" }, help: { type: "boolean", short: "h" } },
    }).values;
  } catch (error) {
    return complain((error as Error).message);
  }
  const { bidi, help } = options;
  if (help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (bidi !== undefined && bidi !== "terminal" && bidi !== "visual")
    return complain("--bidi is terminal or visual");

  const { openAnswerer, readSettings } = await import("../service/bootstrap.ts");
  const { localeOf, openChat } = await import("./chat.ts");
  const { environment, config } = readSettings();
  const { loaded } = startLoading(process.stdout, localeOf(environment));
  const answerer = await openAnswerer(config).finally(loaded);
  await openChat({
    answerer,
    publicUrl: config.publicUrl,
    translatorUrl: config.translatorUrl,
    input: process.stdin,
    output: process.stdout,
    environment,
    bidi: bidi ?? config.terminalBidi,
  });
  return 0;
}

function complain(what: string): number {
  process.stderr.write(`chat: ${what}\n${USAGE}\n`);
  return USED_WRONGLY;
}

await runProgram(main, FAILED);
