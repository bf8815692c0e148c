import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readSeedFiles } from "../../adapters/service/corpus-files.ts";
import { toRecord } from "../../src/answer-record.ts";
import { createAnswerer } from "../../src/answerer.ts";
import { decodeText } from "../../src/corpus/charset.ts";
import { htmlText } from "../../src/corpus/html.ts";
import { loadSeeds } from "../../src/corpus/load.ts";
import { markdownText } from "../../src/corpus/markdown.ts";
import { seedsOf } from "../support/corpus-folder.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const documentOf = (name: string, content: Uint8Array | string) => {
  const { corpus, leftOut } = seedsOf({ [name]: content });
  expect(leftOut).toEqual([]);
  const [document] = corpus.documents;
  if (!document) throw new Error("no document");
  for (const { start, end, text } of document.passages) expect(document.text.slice(start, end)).toBe(text);
  return document;
};

const ARABIC =
  "افتتح الوزير الميناء الجديد في المدينة، وقال إن العمل فيه بدأ من أمس.\nورست السفينة الأولى بعد ساعة من الافتتاح.";
const RUSSIAN =
  "Министр открыл в городе новый порт и сказал, что он уже работает.\nПервый корабль пришёл через час.";
const TURKISH =
  "Bakan kentte yeni limanı açtı ve çalışmaların başladığını söyledi.\nİlk gemi bir saat sonra geldi.";

/** By hand, since the platform encodes in UTF-8 alone. */
function encoded(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith("utf-16")) {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let i = 0; i < text.length; i += 1)
      view.setUint16(i * 2, text.charCodeAt(i), encoding === "utf-16le");
    return new Uint8Array(view.buffer);
  }
  const page = new TextDecoder(encoding);
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [page.decode(new Uint8Array([byte])), byte]),
  );
  return Uint8Array.from(text, (letter) => {
    const byte = byteOf.get(letter);
    if (byte === undefined) throw new Error(`${letter} is not in ${encoding}`);
    return byte;
  });
}

describe("a text in another encoding", () => {
  it.each([
    ["utf-16le", ARABIC],
    ["utf-16be", ARABIC],
    ["utf-16le", "The harbour was opened in the city by the mayor."],
    ["windows-1256", ARABIC],
    ["windows-1251", RUSSIAN],
    ["windows-1254", TURKISH],
  ])("is read: %s", (encoding, text) => {
    expect(decodeText(encoded(text, encoding))).toEqual({ text, encoding });
    const document = documentOf("a.txt", encoded(text, encoding));
    expect(document.text).toBe(text);
    expect(document.passages[0]?.source).toBe(encoding);
  });

  it("is read with its byte order mark, which stays", () => {
    for (const encoding of ["utf-16le", "utf-16be"])
      expect(decodeText(encoded(`\ufeff${ARABIC}`, encoding))).toEqual({ text: `\ufeff${ARABIC}`, encoding });
  });

  it("is told in the record of an answer, and only there where it is not UTF-8", () => {
    const answer = (one: Uint8Array) =>
      toRecord(
        createAnswerer({ seeds: seedsOf({ "a.txt": one }) }).answer({ text: "متى رست السفينة الأولى؟" }),
      );
    expect(answer(encoded(ARABIC, "windows-1256")).quotes[0]?.source).toBe("windows-1256");
    expect(answer(bytes(ARABIC)).quotes[0]).not.toHaveProperty("source");
  });

  it("is none where it is damaged UTF-8, a picture or noise", () => {
    const damaged = bytes(ARABIC);
    damaged[30] = 0xff;
    expect(decodeText(damaged)).toHaveProperty("problem");
    expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]))).toHaveProperty("problem");
    // Evenly random: a byte two hundred times over may be a letter
    fc.assert(
      fc.property(fc.noBias(fc.uint8Array({ minLength: 200, maxLength: 400 })), (noise) => {
        const decoded = decodeText(noise);
        if ("text" in decoded) expect(decoded.encoding).toMatch(/^utf/);
      }),
    );
  });
});

describe("Markdown", () => {
  const MARKDOWN = `---\ntitle: "Harbour guide"\n---\n# Harbour\n\nThe **harbour** has [four quays](http://x.example/a) and a \`lighthouse\`.\n\n## Ferries\n\n- Ferries leave at *eight*.\n- Tickets are sold on board.\n\n1. First\n2. Second\n\n| Day | Time |\n| --- | --- |\n| Monday | nine |\n\n<script>alert(1)</script>\n\n> Quoted words &amp; more.\n\n![A picture](x.png)\n`;

  it("is quoted as its reader sees it, never with its marks", () => {
    const { text, title } = markdownText(MARKDOWN);
    expect(title).toBe("Harbour guide");
    expect(text.split("\n\n")).toEqual([
      "Harbour",
      "The harbour has four quays and a lighthouse.",
      "Ferries",
      ...["- Ferries leave at eight.", "- Tickets are sold on board.", "1. First", "2. Second"],
      ...["Day | Time", "Monday | nine", "Quoted words & more."],
    ]);
    const document = documentOf("guide.md", MARKDOWN);
    expect(document.title).toEqual({ how: "stated", value: "Harbour guide" });
    expect(document.passages.map(({ source }) => source)).toEqual(document.passages.map(() => "markdown"));
  });

  it("has its first heading as its title, and else its file's name where that says something", () => {
    expect(
      documentOf("a.md", "# The title\n\nWords that say something.\n\nAnd more of them.").title.value,
    ).toBe("The title");
    expect(documentOf("opening-hours_2024.md", "Words that say something.").title).toEqual({
      how: "inferred",
      value: "opening hours 2024",
    });
    for (const name of ["a.md", "003_b626d7f697c1da29.txt", "2024-05-01.txt", "notes.txt"])
      expect(documentOf(name, "Words that say something.").title.how).toBe("unknown");
  });

  it("keeps the answer under a heading that asks with it", () => {
    const faq =
      "# Questions\n\n## When does it open?\n\nAt eight.\n\nOn Sundays at nine.\n\n## Is it free?\n\nYes.";
    expect(documentOf("faq.md", faq).passages.map(({ text }) => text)).toEqual([
      "Questions",
      "When does it open?\n\nAt eight.\n\nOn Sundays at nine.",
      "Is it free?\n\nYes.",
    ]);
  });
});

describe("HTML", () => {
  it("is quoted without markup, styles, scripts or what is hidden", () => {
    const html = `<!doctype html><html><head><title>Harbour &amp; guide</title><style>b{}</style></head><body>
      <nav><a href="/">Home</a></nav><h1>Harbour</h1><p>The <b>har</b>bour has<br>four&nbsp;quays.</p>
      <script>var p = "<p>no</p>"</script><p hidden>secret</p><p style="display: none">secret</p>
      <ul><li>one <em>item</em></li><li><p>two</p><ol start="3"><li>three</li></ol></li></ul>
      <table><tr><th>Day</th><td>Monday</td></tr></table><div>loose <span>words</span> <p>inside</p> after</div>
      <dl><dt>Quay</dt><dd>Where ships lie.</dd></dl><pre>a  b\nc</pre>`;
    const { text, title } = htmlText(html);
    expect(title).toBe("Harbour & guide");
    expect(text.split("\n\n")).toEqual([
      "Harbour",
      "The harbour has\nfour quays.",
      ...["- one item", "- two", "3. three", "Day | Monday", "loose words", "inside", "after"],
      ...["Quay", "Where ships lie.", "a b\nc"],
    ]);
  });

  it("is read in the encoding that it names", () => {
    const page = `<meta charset="windows-1256"><p>${ARABIC}</p>`;
    expect(documentOf("a.html", encoded(page, "windows-1256")).text).toContain("افتتح الوزير");
  });

  it("is read of any string, nested as deep as anybody nests it, as a text without tags", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<li>",
      "<b",
      ">",
      "<!--",
      "-->",
      "<table><tr>",
      "a",
      "&lt;b&gt;",
      "&#x202e;",
      "\n",
      "<br>",
      "<title>",
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 40 }), (html) => {
        const { text, blocks } = htmlText(html);
        for (const { start, end } of blocks)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        expect(text).not.toMatch(/<\/?(?:p|li|table|br)>/);
      }),
    );
    expect(htmlText(`${"<div>".repeat(50_000)}deep`).blocks.length).toBeLessThanOrEqual(1);
    expect(htmlText(`${"<b>".repeat(50_000)}deep`).blocks.length).toBeLessThanOrEqual(1);
  });
});

describe("a Word document", () => {
  const paragraph = (text: string, properties = "") =>
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const docx = (body: string, more: Readonly<Record<string, string>> = {}) =>
    zipSync({
      "word/document.xml": strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>\n  ${body}\n</w:body></w:document>`,
      ),
      ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
    });

  it("is quoted with its headings, lists and tables, without what was deleted", () => {
    const body = [
      paragraph("دليل الميناء", '<w:pStyle w:val="Title"/>'),
      paragraph("الرسوم", '<w:pStyle w:val="Heading1"/>'),
      `<w:p><w:r><w:t>عشرون </w:t></w:r><w:del><w:r><w:delText>ثلاثون</w:delText></w:r></w:del><w:ins><w:r><w:t>دينارا &amp; نصف.</w:t></w:r></w:ins></w:p>`,
      paragraph("للكبار", "<w:numPr/>"),
      `<w:tbl><w:tr><w:tc>${paragraph("السبت")}</w:tc><w:tc>${paragraph("مغلق")}</w:tc></w:tr></w:tbl>`,
    ].join("\n");
    const core = `<cp:coreProperties xmlns:dc="y"><dc:title>دليل الميناء 2024</dc:title></cp:coreProperties>`;
    const document = documentOf("a.docx", docx(body, { "docProps/core.xml": core }));
    expect(document.text.split("\n\n")).toEqual([
      ...["دليل الميناء", "الرسوم", "عشرون دينارا & نصف.", "- للكبار", "السبت | مغلق"],
    ]);
    expect(document.title).toEqual({ how: "stated", value: "دليل الميناء 2024" });
    expect(document.passages[0]?.source).toBe("docx");
  });

  it("that is none, or is nothing but size, is left out", () => {
    const none = [bytes("PK no zip"), zipSync({ "other.xml": strToU8("<a/>") }), docx("")];
    const files = Object.fromEntries(none.map((one, at) => [`${at}.docx`, one]));
    expect(seedsOf({ "a.txt": ARABIC, ...files }).leftOut.map(({ file }) => file)).toEqual([
      ...["0.docx", "1.docx", "2.docx"],
    ]);
    const bomb = zipSync({ "word/document.xml": new Uint8Array(101 * 1024 * 1024) });
    expect(seedsOf({ "a.txt": ARABIC, "b.docx": bomb }).leftOut).toHaveLength(1);
  });
});

describe("names of files", () => {
  it("are the same however their accents are stored", () => {
    const [nfd, nfc] = ["café.txt".normalize("NFD"), "café.txt".normalize("NFC")];
    const documents = { [nfc]: { title: { how: "inferred", value: "Le café" } } };
    const { corpus } = seedsOf({
      [nfd]: "Le café est ouvert.",
      "catalogue.json": JSON.stringify({ documents }),
    });
    expect(corpus.documents[0]).toMatchObject({ id: nfc, title: { value: "Le café" } });
    const both = seedsOf({ [nfd]: "Le café est ouvert.", [nfc]: "Le café est fermé." });
    expect(both.corpus.documents).toHaveLength(1);
    expect(both.leftOut).toHaveLength(1);
  });
});

/** Folders as people fill them, where they are at hand. */
const MESSY = fileURLToPath(new URL("../../../shared/messy", import.meta.url));

describe.skipIf(!existsSync(MESSY))("folders as people fill them", () => {
  const folders = existsSync(MESSY)
    ? readdirSync(MESSY, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  it.each(folders.map(({ name }) => name))("%s: every file is read, in slices, or named", (name) => {
    const files = readSeedFiles(join(MESSY, name));
    const loaded = loadSeeds(files);
    const leftOut = loaded.ok ? loaded.seeds.leftOut : loaded.problems;
    const documents = loaded.ok ? loaded.seeds.corpus.documents : [];
    expect(documents.length + leftOut.length).toBe(files.length);
    for (const { message } of leftOut) expect(message.length).toBeGreaterThan(10);
    for (const { text, passages } of documents) {
      expect(text).not.toMatch(/<\/?(?:p|b|h1)>|\*\*|\ufffd/);
      for (const passage of passages) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
      const between = passages.map(({ start }, at) => text.slice(passages[at - 1]?.end ?? 0, start)).join("");
      expect(between + text.slice(passages.at(-1)?.end ?? 0)).not.toMatch(/[\p{L}\p{N}]/u);
    }
  });
});
