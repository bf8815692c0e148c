import { describe, expect, it } from "vitest";
import { MAX_TEXT_BYTES } from "../../src/corpus/decode.ts";
import { type Folder, faultsOf, seedsOf } from "../support/corpus-folder.ts";

const TEXT = "ميناء المدينة\nافتتح الوزير الميناء الجديد صباح أمس.\n";
const PERSON = { id: "salem", name: { ar: "سالم المنصور" }, names: ["سالم المنصور"] };
const seeds = (files: Folder) => seedsOf(files);
const problems = (files: Folder) => faultsOf(files);
const json = (value: unknown) => JSON.stringify(value, null, 2);

describe("a corpus", () => {
  it("needs one text and nothing else", () => {
    const { corpus } = seeds({ "a.txt": TEXT });
    expect(corpus.passages.map((p) => [p.index, p.doc, p.paragraph])).toEqual([
      [0, "a.txt", 1],
      [1, "a.txt", 2],
    ]);
    expect(corpus.documents[0]?.title).toEqual({ how: "stated", value: "ميناء المدينة" });
    expect(corpus.documents[0]?.publisher).toEqual({ how: "unknown" });
    expect(corpus.documents[0]?.date).toEqual({ how: "unknown" });
  });

  it("numbers its passages on from text to text, in the order of their names", () => {
    const { corpus } = seeds({ "b.txt": TEXT, "a.txt": TEXT });
    expect(corpus.documents.map((d) => d.id)).toEqual(["a.txt", "b.txt"]);
    expect(corpus.passages.map((p) => p.index)).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ["a byte order mark", `\ufeff${TEXT}`],
    ["CRLF", TEXT.replaceAll("\n", "\r\n")],
    ["both", `\ufeff${TEXT.replaceAll("\n", "\r\n")}`],
    ["letters beyond the first plane", `🙂 ${TEXT}🙂🙂 نهاية القصة الطويلة كلها.`],
  ])("keeps the offsets true with %s", (_what, text) => {
    const [document] = seeds({ "a.txt": text }).corpus.documents;
    expect(document?.text).toBe(text);
    for (const p of document?.passages ?? []) {
      expect(text.slice(p.start, p.end)).toBe(p.text);
      expect(p.text).not.toMatch(/[\ufeff\r\n]/);
    }
  });

  it("opens a text without a headline by its first words, cut between words", () => {
    const text = `${"كلمات قليلة ".repeat(20).trim()}.`;
    const [document] = seeds({ "a.txt": text }).corpus.documents;
    expect(document?.title).toEqual({ how: "unknown" });
    expect(document?.opening.length).toBeLessThanOrEqual(70);
    expect(text.startsWith(`${document?.opening} `)).toBe(true);
  });

  it("has a fingerprint of 24 bits that changes with every letter and name", () => {
    const of = (files: Folder) => seeds(files).corpus.fingerprint;
    const first = of({ "a.txt": TEXT });
    expect(first).toBe(of({ "a.txt": TEXT }));
    for (const files of [{ "b.txt": TEXT }, { "a.txt": `${TEXT}.` }, { "a.txt": TEXT, "b.txt": TEXT }])
      expect(of(files)).not.toBe(first);
    expect(first).toBeGreaterThanOrEqual(0);
    expect(first).toBeLessThanOrEqual(0xffffff);
  });
});

describe("the catalogue", () => {
  it("says what is known of a text and how", () => {
    const documents = {
      "a.txt": {
        title: { how: "stated", value: "ميناء المدينة" },
        publisher: { how: "inferred", value: "وكالة" },
        date: { how: "stated", value: "2024-02-29" },
      },
    };
    const [document] = seeds({ "a.txt": TEXT, "catalogue.json": json({ documents }) }).corpus.documents;
    expect(document).toMatchObject(documents["a.txt"]);
  });
});

/** A file that is wrong, where, and a word of what is said about it. */
const WRONG: readonly (readonly [what: string, files: Folder, problem: RegExp])[] = [
  ["no text", {}, /^\.: no document/],
  [
    "bytes that are no UTF-8",
    { "a.txt": new Uint8Array([97, 10, 98, 10, 0xe3, 0xe4]) },
    /^a\.txt:3 not UTF-8/,
  ],
  ["a letter cut in half at the end", { "a.txt": new Uint8Array([97, 10, 0xd8]) }, /^a\.txt:2 not UTF-8/],
  ["a NUL", { "a.txt": "سطر\nسطر\u0000\n" }, /^a\.txt:2 a NUL/],
  ["an empty text", { "a.txt": "" }, /^a\.txt: empty/],
  ["a text of white space", { "a.txt": "\ufeff \r\n\t" }, /^a\.txt: empty/],
  ["a text without a word", { "a.txt": "***\n؟؟\n" }, /^a\.txt: no paragraph/],
  [
    "a text over the limit",
    { "a.txt": { length: MAX_TEXT_BYTES + 1 } as Uint8Array },
    /^a\.txt: 20971521 bytes/,
  ],
  [
    "a catalogue entry without its text",
    { "a.txt": TEXT, "catalogue.json": '{ "documents": {\n  "a.txt": {},\n  "gone.txt": {}\n} }' },
    /^catalogue\.json:3 .*gone\.txt/,
  ],
  [
    "a stated title that is not in the text",
    {
      "a.txt": TEXT,
      "catalogue.json": json({ documents: { "a.txt": { title: { how: "stated", value: "غيره" } } } }),
    },
    /^catalogue\.json:4 .*does not contain/,
  ],
  [
    "a date that is none",
    {
      "a.txt": TEXT,
      "catalogue.json": json({ documents: { "a.txt": { date: { how: "stated", value: "2023-02-30" } } } }),
    },
    /^catalogue\.json:6 documents\.a\.txt\.date\.value/,
  ],
  [
    "an unknown key",
    { "a.txt": TEXT, "catalogue.json": json({ documents: { "a.txt": { titel: {} } } }) },
    /^catalogue\.json:3 .*titel/,
  ],
  ["broken JSON", { "a.txt": TEXT, "leaders.json": '{\n "leaders": [\n}' }, /^leaders\.json:3 not JSON/],
  [
    "JSON in another encoding",
    { "a.txt": TEXT, "leaders.json": new Uint8Array([123, 10, 0xff]) },
    /^leaders\.json:2 not UTF-8/,
  ],
  ["a wrong type", { "a.txt": TEXT, "leaders.json": '{ "leaders":\n 5 }' }, /^leaders\.json:2 leaders: /],
  [
    "a person without a name",
    { "a.txt": TEXT, "leaders.json": json({ leaders: [{ ...PERSON, names: [] }] }) },
    /^leaders\.json:8 leaders\.0\.names/,
  ],
  [
    "two people of one id",
    { "a.txt": TEXT, "leaders.json": json({ leaders: [PERSON, PERSON] }) },
    /^leaders\.json:\d+ repeats the id salem/,
  ],
  [
    "a correction of a text that is not there",
    {
      "a.txt": TEXT,
      "speakers.json": json({ corrections: [{ doc: "gone.txt", paragraph: 1, speakers: [] }] }),
    },
    /^speakers\.json:3 .*gone\.txt/,
  ],
  [
    "a correction of a paragraph that is not there",
    { "a.txt": TEXT, "speakers.json": json({ corrections: [{ doc: "a.txt", paragraph: 9, speakers: [] }] }) },
    /^speakers\.json:3 .*2 paragraphs/,
  ],
  [
    "a correction to a speaker whom nobody knows",
    {
      "a.txt": TEXT,
      "speakers.json": json({ corrections: [{ doc: "a.txt", paragraph: 1, speakers: ["who"] }] }),
    },
    /^speakers\.json:3 who is not in leaders\.json/,
  ],
  [
    "a corpus described in a language that the bot does not speak",
    { "a.txt": TEXT, "corpus.json": '{ "name": { "en": "Notes" },\n "subject":\n { "xx": "notes" } }' },
    /^corpus\.json:3 subject/,
  ],
  [
    "an example that fits no button",
    { "a.txt": TEXT, "corpus.json": `{ "examples": { "en": [\n "Why?",\n "${"a".repeat(81)}" ] } }` },
    /^corpus\.json:3 examples\.en\.1/,
  ],
  [
    "a description of a corpus with an unknown key",
    { "a.txt": TEXT, "corpus.json": '{\n "titel": {} }' },
    /^corpus\.json:1 .*titel/,
  ],
  [
    "a concept of an unknown kind",
    { "a.txt": TEXT, "lexicon/x.json": '{ "concepts": [\n { "id": "a", "kind": "thing" } ] }' },
    /^lexicon\/x\.json:2 concepts\.0\.kind/,
  ],
  [
    "a concept that another file has",
    {
      "a.txt": TEXT,
      "lexicon/x.json": '{ "concepts": [{ "id": "a" }] }',
      "lexicon/y.json": '{ "concepts": [\n{ "id": "a" }] }',
    },
    /^lexicon\/y\.json:2 repeats the concept a of lexicon\/x\.json/,
  ],
];

describe("a corpus that cannot be used", () => {
  it.each(WRONG)("names the file and the line of %s", (_what, files, problem) => {
    const found = problems(files);
    expect(found).toEqual([expect.stringMatching(problem)]);
  });

  it("is refused for all its problems at once", () => {
    const found = problems({
      "a.txt": TEXT,
      "b.txt": "\u0000",
      "c.txt": "",
      "d.txt": new Uint8Array([0xff]),
      "catalogue.json": json({ documents: { "gone.txt": {} } }),
      "leaders.json": "[",
      "speakers.json": json({ corrections: [{ doc: "gone.txt", paragraph: 1, speakers: [] }] }),
      "lexicon/x.json": json({ concepts: [{ id: "NOT AN ID" }] }),
    });
    const files = [
      "b.txt",
      "c.txt",
      "d.txt",
      "catalogue.json",
      "leaders.json",
      "speakers.json",
      "lexicon/x.json",
    ];
    expect(found.map((problem) => problem.split(":")[0]).toSorted()).toEqual(files.toSorted());
  });

  it("is not one of which some texts cannot be read: those are left out, by name", () => {
    expect(MAX_TEXT_BYTES).toBe(20 * 1024 * 1024);
    const { corpus, leftOut } = seeds({
      "a.txt": TEXT,
      "b.txt": { length: MAX_TEXT_BYTES + 1 } as Uint8Array,
      "c.txt": "\u0000",
      "d.txt": new Uint8Array([97, 10, 0xff]),
      "e.txt": "",
      "f.pdf": { length: 9 } as Uint8Array,
      "._a.txt": { length: 9 } as Uint8Array,
      ".DS_Store": { length: 9 } as Uint8Array,
    });
    expect(corpus.documents.map(({ id }) => id)).toEqual(["a.txt"]);
    expect(leftOut.map(({ file, line, message }) => `${file}:${line ?? ""} ${message}`)).toEqual([
      expect.stringMatching(/^\._a\.txt: .*delete it/),
      expect.stringMatching(/^b\.txt: 20971521 bytes.*part it/),
      expect.stringMatching(/^c\.txt:1 a NUL byte/),
      expect.stringMatching(/^d\.txt:2 not UTF-8.*save it as UTF-8/),
      expect.stringMatching(/^e\.txt: empty/),
      expect.stringMatching(/^f\.pdf: .*export its text/),
    ]);
  });

  it("names what is left out beside what is wrong, since one may be about the other", () => {
    const documents = { "b.pdf": {} };
    const found = problems({ "a.txt": TEXT, "b.pdf": "", "catalogue.json": json({ documents }) });
    expect(found.map((one) => one.split(":")[0])).toEqual(["b.pdf", "catalogue.json"]);
  });
});
