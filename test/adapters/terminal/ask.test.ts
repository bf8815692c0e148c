import { execFile, spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { toRecord } from "../../../src/answer-record.ts";
import { LANGUAGES } from "../../../src/languages/codes.ts";
import type { AnswerOf } from "../../../src/model/answer.ts";
import { STRINGS } from "../../../src/strings/all.ts";
import { realAnswerer } from "../../support/core.ts";
import { ROOT, run } from "../../support/terminal-child.ts";

const answerer = realAnswerer();
const QUESTION = "ماذا قال بوتين عن سمك الحفش؟";
const answer = answerer.answer({ text: QUESTION }) as AnswerOf<"quotes">;
/** A process of its own costs seconds where many run. */
const PATIENCE = 120_000;

const folder = mkdtempSync(join(tmpdir(), "isnad-ask-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ASK = ["adapters/launch.mjs", "ask"];
const json = (value: unknown) => JSON.parse(JSON.stringify(value));

describe.concurrent("npm run ask", () => {
  it("prints the answer for a person, with where each quote stands", { timeout: PATIENCE }, async () => {
    const { code, out, err } = await run("ask", [QUESTION], "", {}, "npm");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const quote of answer.quotes.slice(0, 3)) expect(out).toContain(`  | ${quote.text}\n`);
    expect(out.match(/^ {2}—/gm)).toHaveLength(3);
    // Nobody looks, so there is nothing for a terminal in it
    expect(out).not.toContain("\u001b");
  });

  it("reads the question on standard input, gives all passages, answers in the language that is wanted", {
    timeout: PATIENCE,
  }, async () => {
    const [piped, all, english, version] = await Promise.all([
      run("ask", [], `${QUESTION}\n`),
      run("ask", ["--all", QUESTION]),
      run("ask", ["--lang=en", QUESTION]),
      run("ask", ["--version"]),
    ]);
    expect(piped).toMatchObject({ code: 0, err: "" });
    expect(piped.out).toContain(`  | ${answer.quotes[0]?.text}\n`);
    expect(all.out.match(/^ {2}—/gm)).toHaveLength(answer.quotes.length);
    // Each with all of its citation, also where several are of one document
    for (const line of all.out.match(/^ {2}—.*/gm) ?? [])
      expect(line.split(" · ").length).toBeGreaterThanOrEqual(4);
    expect(english.out).toContain(STRINGS.en.answer.asked);
    expect(english.out).toContain("paragraph ");
    expect(english.out).toContain(answer.quotes[0]?.text);
    expect(version.out).toMatch(/^isnad \d+\.\d+\.\d+\n$/);
    for (const { out } of [piped, english]) expect(out).not.toMatch(/[\u2066-\u2069]/);
  });

  it("prints one answer as one line of JSON", { timeout: PATIENCE }, async () => {
    // Words that the shell was not told to keep together are one question
    const { code, out } = await run("ask", ["--json", ...QUESTION.split(" ")], "", {}, "npm");
    expect(code).toBe(0);
    expect(out).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(out)).toEqual(json(toRecord(answer)));
  });

  it("looks a leader up, for a person and as JSON", { timeout: PATIENCE }, async () => {
    const [person, record] = await Promise.all([
      run("ask", ["--leader", "بوتين"]),
      run("ask", ["--leader=بوتين", "--json"]),
    ]);
    const found = answerer.leader({ name: "بوتين" }) as AnswerOf<"leader">;
    expect(person.code).toBe(0);
    expect(person.out.startsWith(`${found.leader.name.ar}\n`)).toBe(true);
    expect(person.out).toContain(found.statements[0]?.text);
    expect(JSON.parse(record.out)).toEqual(json(toRecord(found)));
  });

  it("ends with 0 when the sources honestly do not answer", { timeout: PATIENCE }, async () => {
    const { code, out, err } = await run("ask", ["xqzw vbnm"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(STRINGS.en.answer.nothing);
    expect(out).toContain("xqzw");
  });

  it("orders and shapes right-to-left text when told to", { timeout: PATIENCE }, async () => {
    const [variable, flag] = await Promise.all([
      run("ask", [QUESTION], "", { TERMINAL_BIDI: "visual" }),
      run("ask", ["--bidi", "terminal", QUESTION], "", { TERMINAL_BIDI: "visual" }),
    ]);
    expect(variable.out).toMatch(/[\ufe70-\ufefc]/);
    expect(flag.out).toContain(answer.quotes[0]?.text);
  });

  it.each([
    ["nothing to ask", [], "no question"],
    ["an option that there is not", ["--jsn", "x"], "--jsn"],
    ["a leader without a name", ["--leader"], "--leader"],
    ["a question beside a leader", ["--leader", "x", "y"], "not both"],
    ["a question beside a batch", ["--batch", "x"], "--batch"],
    ["a leader beside a batch", ["--batch", "--leader", "x"], "--batch"],
    ["a bidi that there is not", ["--bidi=left", "x"], "--bidi"],
    ["a language that there is not", ["--lang=xx", "x"], "--lang"],
  ])("ends with 2 and says how it is called, for %s", { timeout: PATIENCE }, async (_name, args, said) => {
    const { code, out, err } = await run("ask", args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
    expect(err).toContain("usage:");
  });

  it("says how it is called when asked to, and that is no failure", { timeout: PATIENCE }, async () => {
    const { code, out, err } = await run("ask", ["--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const form of ["--json", "--leader", "--batch", "--bidi", "TERMINAL_BIDI"])
      expect(out).toContain(form);
    expect(out).toContain(`(${LANGUAGES.join(" ")})`);
  });

  it("ends with 1 and every problem when the settings or the corpus cannot be used", {
    timeout: PATIENCE,
  }, async () => {
    writeFileSync(join(folder, "bad.txt"), "نص\u0000");
    const [settings, corpus, nowhere] = await Promise.all([
      run("ask", ["x"], "", { HTTP_PORT: "x", LOG_LEVEL: "loud" }),
      run("ask", ["x"], "", { SEEDS_DIR: folder }),
      run("ask", ["--batch"], '{"question":"x"}', { SEEDS_DIR: join(folder, "nowhere") }),
    ]);
    expect(settings).toMatchObject({ code: 1, out: "" });
    expect(settings.err).toContain("HTTP_PORT");
    expect(settings.err).toContain("LOG_LEVEL");
    expect(corpus).toMatchObject({ code: 1, out: "" });
    expect(corpus.err).toContain("bad.txt");
    expect(nowhere).toMatchObject({ code: 1, out: "" });
    // A message for a person, not a trace for a programmer
    for (const { err } of [settings, corpus, nowhere]) expect(err).not.toMatch(/^\s+at /m);
  });

  it("answers a batch line by line, whatever is among the lines", { timeout: PATIENCE }, async () => {
    const input = Buffer.concat([
      Buffer.from(
        `\ufeff${JSON.stringify({ id: 12345678901234567890n.toString(), question: QUESTION })}\r\n\r\n`,
      ),
      Buffer.from('{"id":12345678901234567890,"leader":"Putin"}\nnonsense\n'),
      Buffer.of(0xff, 0x0a),
      Buffer.from(`{"question":"${"ق".repeat(1 << 20)}"}\n`),
      Buffer.from('{"id":null,"question":"a\u2028b شكرا"}'),
    ]);
    const { code, out, err } = await run("ask", ["--batch"], input);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).kind).slice(0, 5)).toEqual([
      "quotes",
      "leader",
      "error",
      "error",
      "error",
    ]);
    expect(lines).toHaveLength(6);
    expect(lines[1]).toContain('{"id":12345678901234567890,');
    expect(lines.slice(2, 5).map((line) => JSON.parse(line).line)).toEqual([4, 5, 6]);
    expect(JSON.parse(lines[5] ?? "")).toMatchObject({ id: null });
  });

  it("answers while the input is still open", { timeout: PATIENCE }, async () => {
    const child = spawn(process.execPath, [...ASK, "--batch"], { cwd: ROOT });
    for (const id of [1, 2, 3]) {
      child.stdin.write(`{"id":${id},"question":"شكرا"}\n`);
      const line = await new Promise<Buffer>((resolve) => child.stdout.once("data", resolve));
      expect(JSON.parse(line.toString())).toMatchObject({ id, kind: "help" });
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  });

  it("ends quietly when whoever reads has seen enough", { timeout: PATIENCE }, async () => {
    writeFileSync(join(folder, "many.jsonl"), `${JSON.stringify({ question: QUESTION })}\n`.repeat(2000));
    const command = `'${process.execPath}' ${ASK.join(" ")} --batch < '${folder}/many.jsonl' | head -n 1 | wc -l; echo "\${PIPESTATUS[0]}"`;
    const { out, err } = await new Promise<{ out: string; err: string }>((resolve) =>
      execFile("bash", ["-c", command], { cwd: ROOT }, (_error, out, err) => resolve({ out, err })),
    );
    expect(out.split(/\s+/).filter(Boolean)).toEqual(["1", "0"]);
    expect(err).toBe("");
  });

  it.skipIf(!existsSync("/dev/full"))(
    "ends with 1 when the answer cannot be written",
    { timeout: PATIENCE },
    async () => {
      const full = openSync("/dev/full", "w");
      const child = spawn(process.execPath, [...ASK, "x"], {
        cwd: ROOT,
        stdio: ["ignore", full, "pipe"],
      });
      let err = "";
      child.stderr?.on("data", (chunk) => {
        err += chunk;
      });
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(1);
      expect(err).toContain("cannot write");
      closeSync(full);
    },
  );
});
