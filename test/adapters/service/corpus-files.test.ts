import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSeeds, readSeedsLate, SeedsError } from "../../../adapters/service/corpus-files.ts";
import { createAnswerer } from "../../../src/answerer.ts";
import { MAX_TEXT_BYTES } from "../../../src/corpus/decode.ts";

const SEEDS = fileURLToPath(new URL("../../../seeds", import.meta.url));
const TEXT = "مدينة الورد القديمة\nتقع مدينة الورد على نهر الفيروز، وأسسها القبطان منصور سنة 1204.\n";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-seeds-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);

function problems(at = folder): string {
  try {
    readSeeds(at);
  } catch (error) {
    expect(error).toBeInstanceOf(SeedsError);
    return (error as Error).message;
  }
  return "";
}

describe("a corpus folder", () => {
  it("may hold one text and nothing else", () => {
    put("one.txt", TEXT);
    const { corpus } = readSeeds(folder);
    expect(corpus.documents.map((d) => d.id)).toEqual(["one.txt"]);
    expect(corpus.leaders).toEqual([]);
  });

  it("is read for one question but for the questions expected in other languages, and is told what is wrong with its own", () => {
    put("one.txt", TEXT);
    mkdirSync(join(folder, "questions/ar"), { recursive: true });
    mkdirSync(join(folder, "questions/tr"), { recursive: true });
    // Where it names no examples, the first questions of every language are looked for
    put("corpus.json", JSON.stringify({ examples: { ar: ["من أسس المدينة؟"], tr: ["Şehri kim kurdu?"] } }));
    put("questions/ar/first.txt", "# one.txt 2\nمن أسس المدينة التي على نهر الفيروز؟\n");
    put("questions/tr/first.txt", "# one.txt 2\nŞehri kim kurdu?\nŞehri kim kurdu?\n");
    expect(problems()).toContain("questions/tr/first.txt:3");
    const seeds = readSeedsLate(folder);
    expect([...seeds.questions.keys()]).toEqual(["ar", "tr"]);
    const answerer = createAnswerer({ seeds });
    const asked = { text: "من أسس المدينة التي على نهر الفيروز؟" };
    expect(answerer.answer(asked)).toHaveProperty("quotes.0.paragraph", 2);
    for (const _ of [1, 2]) {
      const asking = () => answerer.answer({ text: "Şehri kim kurdu?", locale: "tr" });
      expect(asking).toThrow(/^The corpus in .*\n {2}questions\/tr\/first\.txt:3 {2}repeats line 2/);
    }
    put("questions/tr/first.txt", "# one.txt 2\nŞehri kim kurdu?\n");
    const late = [...readSeedsLate(folder).questions.values()];
    expect(late).toEqual([...readSeeds(folder).questions.values()]);
  });

  it("takes a text that is dropped in beside the others, and answers from it", () => {
    cpSync(SEEDS, folder, { recursive: true });
    const before = readSeeds(folder).corpus;
    put("999_new.txt", TEXT);
    const seeds = readSeeds(folder);
    expect(seeds.corpus.documents).toHaveLength(before.documents.length + 1);
    expect(seeds.corpus.fingerprint).not.toBe(before.fingerprint);
    const answer = createAnswerer({ seeds }).answer({ text: "من أسس مدينة الورد على نهر الفيروز؟" });
    expect(answer.kind).toBe("quotes");
    expect(answer).toHaveProperty("quotes.0.doc", "999_new.txt");
    expect(answer).toHaveProperty("quotes.0.paragraph", 2);
  });

  it("keeps the offsets of a text with a byte order mark and CRLF", () => {
    const text = `\ufeff${TEXT.replaceAll("\n", "\r\n")}`;
    put("windows.txt", text);
    const { corpus } = readSeeds(folder);
    expect(corpus.documents[0]?.text).toBe(text);
    for (const { start, end, text: quoted } of corpus.passages) {
      expect(text.slice(start, end)).toBe(quoted);
      expect(quoted).not.toMatch(/[\r\n\ufeff]/);
    }
  });

  it("is read in the same order, whatever order its files were made in", () => {
    for (const name of ["b.txt", "a.txt", "c.txt"]) put(name, `${name} ${TEXT}`);
    expect(readSeeds(folder).corpus.documents.map((d) => d.id)).toEqual(["a.txt", "b.txt", "c.txt"]);
  });

  it("reads the word lists of its lexicon folder, and names the file of one that is wrong", () => {
    put("one.txt", TEXT);
    mkdirSync(join(folder, "lexicon"));
    put("lexicon/broken.json", '{\n  "concepts": nothing\n}');
    put("lexicon/empty.json", "");
    put("lexicon/notes.txt", "كلام ليس من النصوص\n");
    const message = problems();
    expect(message).toMatch(/lexicon\/broken\.json:2 /);
    expect(message).toContain("lexicon/empty.json");
    expect(message).not.toContain("notes.txt");
    rmSync(join(folder, "lexicon"), { recursive: true });
    cpSync(join(SEEDS, "lexicon"), join(folder, "lexicon"), { recursive: true });
    expect(readSeeds(folder).corpus.documents).toHaveLength(1);
  });

  it("leaves other files alone, and names them", () => {
    put("one.txt", TEXT);
    put("README.md", "not a text");
    put("photo.jpg", Buffer.from([0xff, 0xd8, 0, 0]));
    put("._one.txt", Buffer.from([0, 5, 22, 7]));
    mkdirSync(join(folder, "folder.txt"));
    symlinkSync(folder, join(folder, "link.txt"));
    symlinkSync(join(folder, "nowhere"), join(folder, "lost.jpg"));
    const { corpus, leftOut } = readSeeds(folder);
    expect(corpus.documents).toHaveLength(1);
    expect(leftOut.map(({ file }) => file)).toEqual(["._one.txt", "README.md", "photo.jpg"]);
  });

  it("may hold texts in folders below, in capitals, and in other formats", () => {
    mkdirSync(join(folder, "2024/spring"), { recursive: true });
    mkdirSync(join(folder, ".git"));
    put("A.TXT", TEXT);
    put("2024/spring/b.md", `# مدينة\n\n${TEXT}`);
    put("2024/c.html", `<h1>مدينة</h1><p>${TEXT}</p>`);
    put(".git/d.txt", TEXT);
    const { corpus, leftOut } = readSeeds(folder);
    expect(corpus.documents.map(({ id }) => id)).toEqual(["2024/c.html", "2024/spring/b.md", "A.TXT"]);
    expect(leftOut).toEqual([]);
  });

  it("that is not there says so, with its name", () => {
    const nowhere = join(folder, "nowhere");
    expect(problems(nowhere)).toContain(nowhere);
    expect(problems(nowhere)).toContain("ENOENT");
  });

  it("that is a file says so", () => {
    put("one.txt", TEXT);
    expect(problems(join(folder, "one.txt"))).toContain("ENOTDIR");
  });

  it("without a text is an error at once, not a bot that knows nothing", () => {
    expect(problems()).not.toBe("");
    put("catalogue.json", '{ "documents": {} }');
    expect(problems()).not.toBe("");
  });

  it("reports a text over the limit by its name and does not read it", () => {
    put("one.txt", TEXT);
    put("huge.txt", "");
    // A hole in a file costs no disk and no time
    truncateSync(join(folder, "huge.txt"), 8 * MAX_TEXT_BYTES);
    const before = process.memoryUsage().rss;
    const { leftOut } = readSeeds(folder);
    expect(leftOut.map(({ file }) => file)).toEqual(["huge.txt"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(MAX_TEXT_BYTES);
  });

  it("reports every problem at once", () => {
    put("latin.txt", Buffer.from([0xe3, 0xe4, 0xe5, 0x0a]));
    put("nul.txt", "نص\u0000نص\n");
    put("empty.txt", "");
    put("blank.txt", " \n\t\n");
    put("catalogue.json", '{ "documents": { "missing.txt": {} } }');
    const message = problems();
    for (const name of ["latin.txt", "nul.txt", "empty.txt", "blank.txt", "missing.txt"])
      expect(message).toContain(name);
  });

  it("names the file that cannot be read", () => {
    put("one.txt", TEXT);
    symlinkSync(join(folder, "nowhere"), join(folder, "lost.txt"));
    expect(problems()).toMatch(/^ {2}lost\.txt {2}cannot be read \(ENOENT\)$/m);
  });

  // Root reads everything
  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "reports a text that may not be read",
    () => {
      put("secret.txt", TEXT);
      chmodSync(join(folder, "secret.txt"), 0);
      expect(problems()).toContain("EACCES");
    },
  );
});
