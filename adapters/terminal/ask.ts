import { once } from "node:events";
import { parseArgs } from "node:util";
import manifest from "../../package.json" with { type: "json" };
import { LANGUAGES, type Language } from "../../src/languages/codes.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { VerificationRequest } from "../../src/model/verification.ts";
import type { readSettings } from "../service/bootstrap.ts";
import { endsWithItsReader, runProgram } from "./run-program.ts";

type Settings = ReturnType<typeof readSettings>;

const USAGE = `usage:
  npm run --silent ask -- "question" [--json]
  npm run --silent ask -- --leader "name" [--json]
  npm run --silent ask < file         the question on standard input
  npm run --silent ask -- --verify "a quotation" [--speaker "name"] [--json]
  npm run --silent ask -- --batch      one JSON request a line on standard input,
                                       {"id": …, "question": "…"}, with "earlier": "…" where it
                                       follows one, or {"id": …, "leader": "…"}, or
                                       {"id": …, "verify": "a quotation", "speaker": "…"};
                                       one JSON answer a line on standard output

  --all             every passage that was found, not only the best three
  --lang=xx         answers in this language (${LANGUAGES.join(" ")}),
                    whatever the question's
  --version         of the program
  --bidi=terminal   the terminal orders right-to-left text itself (many do)
  --bidi=visual     it prints letters as they come, so they are ordered and shaped for it
                    (without --bidi: TERMINAL_BIDI, else what the terminal says of itself)

  ends with 0 when it answered or honestly could not, 1 when something failed, 2 when called wrongly`;

/** 0: answered, or honestly not. 1: something failed. 2: called wrongly. */
const FAILED = 1;
const USED_WRONGLY = 2;

const OPTIONS = {
  json: { type: "boolean" },
  batch: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
  all: { type: "boolean" },
  leader: { type: "string" },
  verify: { type: "string" },
  speaker: { type: "string" },
  lang: { type: "string" },
  bidi: { type: "string" },
} as const;

type Parsed = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;

interface Arguments extends Omit<Parsed["values"], "lang" | "bidi"> {
  readonly words: readonly string[];
  readonly lang: Language | undefined;
  readonly bidi: "terminal" | "visual" | undefined;
}

/** What the command line asks for, or in a string what is wrong with it. */
function readArguments(args: readonly string[]): Arguments | string {
  let parsed: Parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return (error as Error).message;
  }
  const { values, positionals: words } = parsed;
  const { batch, leader, verify, speaker, lang, bidi } = values;
  if (values.help || values.version) return { ...values, words, lang: undefined, bidi: undefined };
  if (lang !== undefined && !isLanguage(lang)) return `--lang is one of ${LANGUAGES.join(" ")}`;
  if (bidi !== undefined && bidi !== "terminal" && bidi !== "visual") return "--bidi is terminal or visual";
  if (batch && (words.length > 0 || leader !== undefined || verify !== undefined))
    return "--batch reads its requests from standard input: no question, --leader or --verify beside it";
  if (verify !== undefined && (words.length > 0 || leader !== undefined))
    return "a question, --leader or --verify: one of them";
  if (speaker !== undefined && verify === undefined) return "--speaker goes with --verify";
  if (leader !== undefined && words.length > 0) return "a question or --leader, not both";
  return { ...values, words, lang, bidi };
}

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === "string") return complain(asked);
  if (asked.help || asked.version) {
    await print(asked.help ? USAGE : `isnad ${manifest.version}`);
    return 0;
  }
  const isNamed = asked.leader !== undefined || asked.verify !== undefined;
  const isPiped = !asked.batch && !isNamed && asked.words.length === 0 && !process.stdin.isTTY;
  const question = isPiped ? await standardInput() : asked.words.join(" ");
  if (!asked.batch && !isNamed && question === "") return complain("no question");

  // From here on it is called rightly; each form loads only what it needs
  const { openAnswerer, readSettings } = await import("../service/bootstrap.ts");
  const settings = readSettings();
  const opened = await openAnswerer(settings.config, !asked.batch);
  const answerer =
    asked.lang === undefined ? opened : (await import("./in-language.ts")).inLanguage(opened, asked.lang);
  if (asked.batch) return (await answerBatch(answerer)) ? 0 : FAILED;
  if (asked.json) await printRecord(answerer, asked, question);
  else await printAnswer(answerer, asked, question, settings);
  return 0;
}

/** Whether every line that could be read was answered. */
async function answerBatch(answerer: Answerer): Promise<boolean> {
  const { answerLines } = await import("./batch.ts");
  return answerLines(answerer, process.stdin, print, (line, error) =>
    process.stderr.write(`ask: line ${line}: ${(error as Error).stack}\n`),
  );
}

const quotationOf = ({ verify, speaker }: Arguments): VerificationRequest | undefined =>
  verify === undefined ? undefined : { text: verify, ...(speaker ? { speaker } : {}) };

async function printRecord(answerer: Answerer, asked: Arguments, question: string): Promise<void> {
  const { toRecord } = await import("../../src/answer-record.ts");
  const quotation = quotationOf(asked);
  const answer =
    quotation !== undefined
      ? answerer.verify(quotation)
      : asked.leader === undefined
        ? answerer.answer({ text: question })
        : answerer.leader({ name: asked.leader });
  await print(JSON.stringify(toRecord(answer)));
}

async function printAnswer(
  answerer: Answerer,
  asked: Arguments,
  question: string,
  { environment, config }: Settings,
): Promise<void> {
  const { createConversation } = await import("../conversation/conversation.ts");
  const { printCard } = await import("./render.ts");
  const { openScreen } = await import("./screen.ts");
  const conversation = createConversation({
    answerer,
    publicUrl: config.publicUrl,
    translatorUrl: config.translatorUrl,
    width: WHOLE,
  });
  const quotation = quotationOf(asked);
  const { card } = quotation
    ? conversation.verify(quotation)
    : asked.leader === undefined
      ? conversation.ask({ text: question })
      : conversation.leader({ name: asked.leader });
  const { followed } = await import("./commands.ts");
  const { withExactQuotes } = await import("../conversation/verbatim.ts");
  const screen = await openScreen(process.stdout, environment, asked.bidi ?? config.terminalBidi);
  const shown = withExactQuotes(
    followed(conversation, card, question, asked.all ? ALL_QUOTES : QUOTES),
    answerer.corpus,
  );
  await print(printCard(shown, screen.layout()));
}

/** Passages that a person is shown; `--all` and `--json` give all. */
const QUOTES = 3;
const ALL_QUOTES = Number.MAX_SAFE_INTEGER;

/** Bytes. A question has at most a few thousand letters; of anything longer this much is enough to refuse it. */
const MAX_INPUT = 64 * 1024;

/** What comes on standard input, as one question. */
async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > MAX_INPUT) break;
  }
  return Buffer.concat(chunks).toString("utf8").trim();
}

function isLanguage(code: string): code is Language {
  return (LANGUAGES as readonly string[]).includes(code);
}

/** There is no button for the rest of a paragraph, so it is printed whole. */
const WHOLE = Number.MAX_SAFE_INTEGER;

function complain(what: string): number {
  process.stderr.write(`ask: ${what}\n${USAGE}\n`);
  return USED_WRONGLY;
}

async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}

endsWithItsReader("ask", FAILED);
await runProgram(main, FAILED);
