import { parseTree } from "jsonc-parser";
import { toRecord } from "../../src/answer-record.ts";
import type { Answer } from "../../src/model/answer.ts";
import type { Answerer } from "../../src/model/answerer.ts";
import type { Verification } from "../../src/model/verification.ts";
import { type Line, linesOf } from "./lines.ts";

const FORM =
  'a request is {"id": …, "question": "…"}, with "earlier": "…" where it follows one, or {"id": …, "leader": "…"}, or {"id": …, "verify": "a quotation"}, with "speaker": "…" where one is claimed';

/**
 * One answer a line, in order, each written before the next line is read, so memory holds one line and one answer. Resolves with whether
 * every readable line was answered.
 */
export async function answerLines(
  answerer: Answerer,
  input: AsyncIterable<Uint8Array | string>,
  write: (line: string) => Promise<void>,
  complain: (line: number, error: unknown) => void,
): Promise<boolean> {
  let number = 0;
  let sound = true;
  for await (const line of linesOf(input)) {
    number += 1;
    if ("text" in line && line.text.trim() === "") continue;
    let answer: string;
    try {
      answer = reply(answerer, line, number);
    } catch (error) {
      // A fault of ours, which says nothing about the lines after it
      sound = false;
      complain(number, error);
      answer = failure(number, "could not be answered: a fault in the program");
    }
    await write(answer);
  }
  return sound;
}

/** The answer to one line, as one line of JSON. */
function reply(answerer: Answerer, line: Line, number: number): string {
  if ("problem" in line) return failure(number, line.problem);
  let value: unknown;
  let id: string | undefined;
  try {
    value = JSON.parse(line.text);
    id = idOf(value, line.text);
  } catch (error) {
    return failure(number, error instanceof SyntaxError ? `not JSON: ${error.message}` : "nested too deeply");
  }
  const request = requestOf(value);
  if (typeof request === "string") return failure(number, request, id);
  return withId(id, toRecord(request(answerer)));
}

function requestOf(value: unknown): string | ((answerer: Answerer) => Answer | Verification) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return FORM;
  const { question, earlier, leader, verify, speaker } = value as Record<string, unknown>;
  if ([question, leader, verify].filter((one) => one != null).length > 1)
    return `both of a question, a leader and a quotation: one of them; ${FORM}`;
  if (earlier != null && typeof earlier !== "string") return `the earlier question is no text; ${FORM}`;
  if (speaker != null && typeof speaker !== "string") return `the speaker is no text; ${FORM}`;
  if (typeof verify === "string")
    return (answerer) =>
      answerer.verify({ text: verify, ...(typeof speaker === "string" ? { speaker } : {}) });
  if (typeof question === "string")
    return (answerer) =>
      answerer.answer({ text: question, ...(typeof earlier === "string" ? { earlier } : {}) });
  if (typeof leader === "string") return (answerer) => answerer.leader({ name: leader });
  const given = Object.entries({ question, leader, quotation: verify }).find(([, one]) => one != null);
  if (given) return `the ${given[0]} is no text; ${FORM}`;
  return `neither a question nor a leader nor a quotation; ${FORM}`;
}

const failure = (line: number, message: string, id?: string) => withId(id, { kind: "error", line, message });

const withId = (id: string | undefined, record: object) =>
  id === undefined ? JSON.stringify(record) : `{"id":${id},${JSON.stringify(record).slice(1)}`;

/**
 * The request's id as JSON, in the very characters in which it came where a number of JavaScript could not hold it: ids of 64 bits
 * are common, and so is 1e400 in hostile input.
 */
function idOf(value: unknown, text: string): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value) || !Object.hasOwn(value, "id"))
    return undefined;
  const { id } = value as { id: unknown };
  if (id === null || typeof id === "string" || typeof id === "boolean") return JSON.stringify(id);
  // Of a name that is given twice JSON.parse takes the last
  const property = parseTree(text)?.children?.findLast((p) => p.children?.[0]?.value === "id");
  const node = property?.children?.[1];
  return node ? text.slice(node.offset, node.offset + node.length) : undefined;
}
