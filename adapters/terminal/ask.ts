import { once } from "node:events";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { createAnswerer } from "../../src/answer.ts";
import { toRecord } from "../../src/contract.ts";
import type { Answer, Answerer } from "../../src/model.ts";
import { ConfigError, readConfig } from "../config.ts";
import { createConversation } from "../conversation/conversation.ts";
import { loadEnvironment } from "../environment.ts";
import { readSeeds, SeedsError } from "../seeds.ts";
import { printCard } from "./print.ts";

const USAGE = `usage:
  npm run --silent ask -- "question" [--json]
  npm run --silent ask -- --leader "name" [--json]
  npm run --silent ask -- --batch      one JSON request a line on standard input,
                                       {"id": "…", "question": "…"} or {"id": "…", "leader": "…"}`;

/** 0: answered, or honestly not. 1: something failed. 2: called wrongly. */
const FAILED = 1;
const USED_WRONGLY = 2;

const request = z.union([
  z.object({ id: z.unknown().optional(), question: z.string() }),
  z.object({ id: z.unknown().optional(), leader: z.string() }),
]);

async function main(args: readonly string[]): Promise<number> {
  let options: { json?: boolean; batch?: boolean; leader?: string };
  let words: string[];
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { json: { type: "boolean" }, batch: { type: "boolean" }, leader: { type: "string" } },
      allowPositionals: true,
    });
    options = parsed.values;
    words = parsed.positionals;
  } catch (error) {
    return complain((error as Error).message);
  }
  const question = words.join(" ");
  if (options.batch && (question || options.leader !== undefined || options.json))
    return complain("--batch reads its requests from standard input and goes with nothing else");
  if (options.leader !== undefined && question) return complain("either a question or --leader, not both");
  if (!options.batch && options.leader === undefined && words.length === 0) return complain("no question");

  const answerer = createAnswerer({ seeds: readSeeds(readConfig(loadEnvironment()).seedsDir) });
  if (options.batch) return batch(answerer);
  if (options.json) {
    const answer =
      options.leader === undefined
        ? answerer.answer({ text: question })
        : answerer.leader({ name: options.leader });
    await print(JSON.stringify(toRecord(answer)));
    return 0;
  }
  const conversation = createConversation({ answerer, width: 10_000 });
  const { card } =
    options.leader === undefined
      ? conversation.ask({ text: question })
      : conversation.leader({ name: options.leader });
  await print(printCard(card, { bidi: "terminal", colour: process.stdout.isTTY }));
  return 0;
}

function complain(what: string): number {
  process.stderr.write(`ask: ${what}\n${USAGE}\n`);
  return USED_WRONGLY;
}

/** One answer a line, in order, each written before the next is thought of: memory holds one line. */
async function batch(answerer: Answerer): Promise<number> {
  let line = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === "") continue;
    await print(JSON.stringify(reply(answerer, text, line)));
  }
  return 0;
}

function reply(answerer: Answerer, text: string, line: number): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "error", line, message: "not JSON" };
  }
  const parsed = request.safeParse(value);
  if (!parsed.success) {
    const id = typeof value === "object" && value !== null && "id" in value ? { id: value.id } : {};
    return {
      ...id,
      kind: "error",
      line,
      message: 'a request is {"id", "question"} or {"id", "leader"}, both texts',
    };
  }
  const { data } = parsed;
  const answer: Answer =
    "question" in data ? answerer.answer({ text: data.question }) : answerer.leader({ name: data.leader });
  return { ...(data.id === undefined ? {} : { id: data.id }), ...toRecord(answer) };
}

async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}

// whoever reads the answers may have seen enough (`| head`)
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? 0 : FAILED),
);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof ConfigError || error instanceof SeedsError;
  process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
  process.exitCode = FAILED;
}
