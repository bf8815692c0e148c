import { describe, expect, it } from "vitest";
import { answerLines } from "../../../adapters/terminal/batch.ts";
import { toRecord } from "../../../src/answer-record.ts";
import type { Answerer } from "../../../src/model/answerer.ts";
import { realAnswerer } from "../../support/core.ts";

const answerer = realAnswerer();
const QUESTION = "ماذا قال بوتين عن سمك الحفش؟";

async function batch(input: string | Uint8Array, core: Answerer = answerer) {
  const raw: string[] = [];
  const complaints: number[] = [];
  async function* stream() {
    yield typeof input === "string" ? Buffer.from(input) : input;
  }
  const sound = await answerLines(
    core,
    stream(),
    async (line) => void raw.push(line),
    (line) => void complaints.push(line),
  );
  return { raw, sound, complaints, answers: raw.map((line) => JSON.parse(line)) };
}

describe("a batch of requests", () => {
  it("answers each as a single one is answered, in order, with its id", async () => {
    const { answers, sound } = await batch(
      `${JSON.stringify({ id: "q", question: QUESTION })}\n${JSON.stringify({ id: "l", leader: "بوتين" })}\n`,
    );
    expect(answers).toEqual([
      { id: "q", ...JSON.parse(JSON.stringify(toRecord(answerer.answer({ text: QUESTION })))) },
      { id: "l", ...JSON.parse(JSON.stringify(toRecord(answerer.leader({ name: "بوتين" })))) },
    ]);
    expect(sound).toBe(true);
  });

  it("answers a question by the one that it follows", async () => {
    const [question, earlier] = ["ومتى ستبدأ؟", QUESTION];
    const { answers } = await batch(JSON.stringify({ question, earlier }));
    expect(answers).toEqual([
      JSON.parse(JSON.stringify(toRecord(answerer.answer({ text: question, earlier })))),
    ]);
    expect(answers[0].follows).toBe(QUESTION);
  });

  it.each([
    ["a text", '"any"'],
    ["an empty text", '""'],
    ["a text with every escape", '"\\u0000\\ud800\\"\\\\\\n"'],
    ["a number", "7"],
    ["a fraction", "1.50"],
    ["zero below zero", "-0"],
    ["a number of 64 bits", "9223372036854775807"],
    ["a number without end", "1e400"],
    ["null", "null"],
    ["a truth", "false"],
    ["a list", "[1, [2, {}], 12345678901234567890]"],
    ["an object", '{"a": {"__proto__": 1, "a": 2}, "id": 3}'],
  ])("gives back an id that is %s, as it came", async (_name, id) => {
    const { raw } = await batch(`{"x": {"id": 0}, "id": ${id} ,"question":"شكرا"}`);
    expect(raw[0]?.startsWith(`{"id":${id},`)).toBe(true);
    const wrong = await batch(`{"id":${id}}`);
    expect(wrong.raw[0]?.startsWith(`{"id":${id},"kind":"error"`)).toBe(true);
  });

  it("takes the last of two ids, as it takes the last of two questions", async () => {
    const { raw } = await batch('{"id":[1],"question":"x","id":[2],"question":"شكرا"}');
    expect(raw[0]).toMatch(/^\{"id":\[2\],.*"kind":"help"/);
  });

  it("gives no id where none was given", async () => {
    const { answers } = await batch('{"question":"شكرا"}');
    expect(answers[0]).not.toHaveProperty("id");
    expect(answers[0]?.kind).toBe("help");
  });

  it.each([
    ["not JSON", "question", /^not JSON/],
    ["half of it", '{"id":"a","question":"b', /^not JSON/],
    ["a list", '["question"]', /request is/],
    ["a text", '"question"', /request is/],
    ["null", "null", /request is/],
    ["no question", "{}", /neither/],
    ["an earlier question that is a list", '{"question":"a","earlier":["b"]}', /earlier question is no text/],
    ["a question that is a number", '{"question":12345}', /question is no text/],
    ["a leader that is a list", '{"leader":["بوتين"]}', /leader is no text/],
    ["a quotation that is a number", '{"verify":7}', /quotation is no text/],
    ["a speaker that is a list", '{"verify":"a","speaker":[]}', /speaker is no text/],
    ["a question and a quotation", '{"question":"a","verify":"b"}', /one of them/],
    ["both", '{"question":"a","leader":"b"}', /both/],
    ["a control character", '{"question":"a\u0001"}', /^not JSON/],
    ["two in a line", '{"question":"a"} {"question":"b"}', /^not JSON/],
  ])("answers %s with an error that says the line, and goes on", async (_name, line, message) => {
    const { answers, sound } = await batch(`\n${line}\r\n{"id":1,"question":"شكرا"}`);
    expect(answers).toHaveLength(2);
    expect(answers[0]).toMatchObject({ kind: "error", line: 2, message: expect.stringMatching(message) });
    expect(answers[1]).toMatchObject({ id: 1, kind: "help" });
    expect(sound).toBe(true);
  });

  it("says that a line is not UTF-8 rather than answering what nobody asked", async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"question":"'),
      Buffer.of(0xff),
      Buffer.from('"}\n{"question":"شكرا"}'),
    ]);
    const { answers } = await batch(bytes);
    expect(answers).toMatchObject([{ kind: "error", line: 1, message: "not UTF-8" }, { kind: "help" }]);
  });

  it("takes a name that is null for one that is not there, as serialisers write it", async () => {
    const { answers } = await batch('{"id":1,"question":"شكرا","leader":null}');
    expect(answers[0]).toMatchObject({ id: 1, kind: "help" });
  });

  it("survives nesting that overflows the stack", async () => {
    const deep = `{"id":${"[".repeat(200_000)}${"]".repeat(200_000)},"question":"شكرا"}`;
    const { answers } = await batch(`${deep}\n{"question":"شكرا"}`);
    expect(answers).toMatchObject([{ line: 1, kind: "error" }, { kind: "help" }]);
  });

  it("survives a fault of its own, and tells of it", async () => {
    let calls = 0;
    const faulty: Answerer = {
      ...answerer,
      answer: (question) => {
        calls += 1;
        if (calls === 1) throw new Error("broken");
        return answerer.answer(question);
      },
    };
    const { answers, sound, complaints } = await batch(
      '{"id":1,"question":"شكرا"}\n{"id":2,"question":"شكرا"}',
      faulty,
    );
    expect(answers[0]).toMatchObject({ kind: "error", line: 1 });
    expect(answers[1]).toMatchObject({ id: 2, kind: "help" });
    expect(sound).toBe(false);
    expect(complaints).toEqual([1]);
  });

  it("writes an answer before it reads the next line", async () => {
    const order: string[] = [];
    async function* stream() {
      for (const id of [1, 2]) {
        order.push(`asked ${id}`);
        yield Buffer.from(`{"id":${id},"question":"شكرا"}\n`);
      }
    }
    await answerLines(
      answerer,
      stream(),
      async (line) => {
        // A reader that takes its time
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`answered ${JSON.parse(line).id}`);
      },
      () => {},
    );
    expect(order).toEqual(["asked 1", "answered 1", "asked 2", "answered 2"]);
  });
});
