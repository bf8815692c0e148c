import { once } from "node:events";
import { parseArgs } from "node:util";

const USAGE = `usage:
  npm run --silent ask -- "question" [--json]
  npm run --silent ask -- --leader "name" [--json]
  npm run --silent ask -- --batch      one JSON request a line on standard input,
                                       {"id": …, "question": "…"}, with "earlier": "…" where it
                                       follows one, or {"id": …, "leader": "…"};
                                       one JSON answer a line on standard output

  --bidi=terminal   the terminal orders right-to-left text itself (many do)
  --bidi=visual     it prints letters as they come, so they are ordered and shaped for it
                    (without --bidi: TERMINAL_BIDI, else what the terminal says of itself)

  ends with 0 when it answered or honestly could not, 1 when something failed, 2 when called wrongly`;

/** 0: answered, or honestly not. 1: something failed. 2: called wrongly. */
const FAILED = 1;
const USED_WRONGLY = 2;

async function main(args: readonly string[]): Promise<number> {
  let options: { json?: boolean; batch?: boolean; help?: boolean; leader?: string; bidi?: string };
  let words: string[];
  try {
    const parsed = parseArgs({
      args: [...args],
      options: {
        json: { type: "boolean" },
        batch: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        leader: { type: "string" },
        bidi: { type: "string" },
      },
      allowPositionals: true,
    });
    options = parsed.values;
    words = parsed.positionals;
  } catch (error) {
    return complain((error as Error).message);
  }
  const { json, batch, leader, bidi } = options;
  const question = words.join(" ");
  if (options.help) {
    await print(USAGE);
    return 0;
  }
  if (bidi !== undefined && bidi !== "terminal" && bidi !== "visual")
    return complain("--bidi is terminal or visual");
  if (batch && (words.length > 0 || leader !== undefined))
    return complain("--batch reads its requests from standard input: no question or --leader beside it");
  if (leader !== undefined && words.length > 0) return complain("a question or --leader, not both");
  if (!batch && leader === undefined && words.length === 0) return complain("no question");

  // from here on it is called rightly; each form loads only what it needs
  const { openAnswerer, readSettings } = await import("../service/bootstrap.ts");
  const { environment, config } = readSettings();
  const answerer = await openAnswerer(config);
  if (batch) {
    const { answerLines } = await import("./batch.ts");
    const sound = await answerLines(answerer, process.stdin, print, (line, error) =>
      process.stderr.write(`ask: line ${line}: ${(error as Error).stack}\n`),
    );
    return sound ? 0 : FAILED;
  }
  if (json) {
    const { toRecord } = await import("../../src/answer-record.ts");
    const answer =
      leader === undefined ? answerer.answer({ text: question }) : answerer.leader({ name: leader });
    await print(JSON.stringify(toRecord(answer)));
    return 0;
  }
  const { createConversation } = await import("../conversation/conversation.ts");
  const { printCard } = await import("./render.ts");
  const { openScreen } = await import("./screen.ts");
  const conversation = createConversation({
    answerer,
    publicUrl: config.publicUrl,
    translatorUrl: config.translatorUrl,
    width: WHOLE,
  });
  const { card } =
    leader === undefined ? conversation.ask({ text: question }) : conversation.leader({ name: leader });
  const { followed } = await import("./commands.ts");
  const { withVerbatimQuotesOnly } = await import("./verbatim.ts");
  const screen = await openScreen(process.stdout, environment, bidi ?? config.terminalBidi);
  const shown = withVerbatimQuotesOnly(followed(conversation, card, question, QUOTES), answerer.corpus);
  await print(printCard(shown, screen.layout()));
  return 0;
}

/** Passages that a person is shown; `--json` gives all. */
const QUOTES = 3;

/** There is no button for the rest of a paragraph, so it is printed whole. */
const WHOLE = Number.MAX_SAFE_INTEGER;

function complain(what: string): number {
  process.stderr.write(`ask: ${what}\n${USAGE}\n`);
  return USED_WRONGLY;
}

async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}

// whoever reads the answers may have seen enough (`| head`); a full disk is another matter
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`ask: cannot write the answer: ${error.message}\n`);
  process.exit(FAILED);
});
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { lastWords } = await import("../service/bootstrap.ts");
  process.stderr.write(`${lastWords(error)}\n`);
  process.exitCode = FAILED;
}
