import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSeeds } from "../../../adapters/service/corpus-files.ts";
import { checkCorpus } from "../../../adapters/terminal/check-corpus.ts";
import { createAnswerer } from "../../../src/answerer.ts";

const EXAMPLE = fileURLToPath(new URL("../../example-corpus", import.meta.url));
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SEEDS = fileURLToPath(new URL("../../../seeds", import.meta.url));

function check(folder: string): { readonly code: number; readonly text: string } {
  let text = "";
  const code = checkCorpus(folder, (more) => {
    text += more;
  });
  return { code, text };
}

describe("the example corpus", () => {
  it("has no faults, and is understood", () => {
    const { code, text } = check(EXAMPLE);
    expect(code).toBe(0);
    for (const line of [
      /^history\.txt$/m,
      /title {7}The Kestrel hill railway \(stated\)/,
      /publisher {3}Kestrel Museum \(editor\)/,
      /date {8}2024-05-01 \(editor\)/,
      /language {4}en/,
      /passages {4}5/,
      /speakers {4}Ada Hill/,
      /^visitors\/questions\.md \(markdown\)$/m,
      /translation missing: ar/,
      /in all {7}2 documents, 9 passages/,
      /lexicon {6}\d+ concepts/,
      /words that nothing explains[^\n]*: \d+\n {2}\w+ \d+/,
    ])
      expect(text).toMatch(line);
    expect(text.split("trial questions:")[1]?.match(/the passage meant/g)?.length).toBeGreaterThanOrEqual(4);
    expect(text).not.toContain("not the passage meant");
  });

  it("is shown as far as whoever reads it likes", async () => {
    const npm = `npm run -s check-corpus '${EXAMPLE}' | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { out, err } = await new Promise<{ out: string; err: string }>((resolve) =>
      execFile("bash", ["-c", npm], { cwd: ROOT }, (_error, out, err) => resolve({ out, err })),
    );
    expect([out.trim().split("\n").at(-1), err]).toEqual(["0", ""]);
  }, 60_000);

  it("answers what its owner expects, also asked in Arabic", () => {
    const seeds = readSeeds(EXAMPLE);
    const answerer = createAnswerer({ seeds });
    for (const own of seeds.questions.values())
      for (const { text, earlier, doc, paragraph, answered } of own) {
        const answer = answerer.answer({ text, ...(earlier !== undefined && { earlier }) });
        const top = "quotes" in answer ? answer.quotes[0] : undefined;
        if (answered) expect(top, text).toMatchObject({ doc, paragraph });
      }
  });
});

describe("a folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "isnad-check-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("with faults has all of them named, with file, line and what is right", () => {
    cpSync(EXAMPLE, folder, { recursive: true });
    writeFileSync(join(folder, "catalogue.json"), '{ "documents": {\n  "history.txt": { "titel": 1 } } }');
    writeFileSync(join(folder, "leaders.json"), '{ "leaders":\n [}');
    writeFileSync(join(folder, "questions/en/museum.txt"), "# history.txt 99\nWho?\n");
    const { code, text } = check(folder);
    expect(code).toBe(1);
    for (const file of ["catalogue.json:2", "leaders.json:2", "questions/en/museum.txt:1"])
      expect(text).toMatch(new RegExp(`^ {2}${file.replaceAll(".", "\\.")} {2}.+\\n {6}right: .+$`, "m"));
  });

  it("with nothing in it, or that is not there, is a fault", () => {
    expect(check(folder)).toMatchObject({ code: 1, text: expect.stringContaining("no document") });
    expect(check(join(folder, "nowhere"))).toMatchObject({
      code: 1,
      text: expect.stringContaining("ENOENT"),
    });
  });

  it("with texts alone is asked for words of its own, and told what is left out and what it lacks", () => {
    writeFileSync(
      join(folder, "a.txt"),
      "The harbour has four quays.\nA lighthouse stands on the northern cape.",
    );
    writeFileSync(join(folder, "b.pdf"), "%PDF");
    const { code, text } = check(folder);
    expect(code).toBe(0);
    expect(text).toMatch(/not read:\n {2}b\.pdf {2}a PDF is not read: export/);
    expect(text).toContain("people       none");
    expect(text.split("trial questions:")[1]).toMatch(/lighthouse[^\n]*\n {4}quotes, the passage meant/);
  });
});

it("finds the corpus of this repository sound", () => {
  expect(check(SEEDS).code).toBe(0);
});
