import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSeeds, SeedsError } from "../../adapters/service/corpus-files.ts";
import { loadSeeds } from "../../src/corpus/load.ts";
import { overviewOf } from "../../src/corpus/overview.ts";
import { QUESTION_LANGUAGES } from "../../src/corpus/questions.ts";
import { LANGUAGES } from "../../src/languages/codes.ts";
import { type Folder, faultsOf, seedsOf } from "../support/corpus-folder.ts";
import { seedFiles } from "../support/seeds.ts";

const TEXT = "ميناء المدينة\n\nافتتح الوزير الميناء الجديد صباح أمس.\n";
const TRANSLATION = "Port of the city\nThe minister opened the new port yesterday morning.\n";
const QUESTIONS = "# a.txt 2\nWho opened the port?\n- What did the port cost?\n";

const seeds = (files: Folder) => seedsOf({ "a.txt": TEXT, ...files });
const problems = (files: Folder) => faultsOf({ "a.txt": TEXT, ...files });

describe("translations", () => {
  it("are none where the corpus has none", () => {
    expect(seeds({}).translations.size).toBe(0);
  });

  it("have a line for each paragraph, whatever the line ends and the blank lines", () => {
    const { translations } = seeds({
      "translations/en/a.txt": `\ufeff\r\n${TRANSLATION.replace("\n", "\r\n\r\n")}`,
    });
    expect(translations.get("en")?.get("a.txt")).toEqual(TRANSLATION.trim().split("\n"));
    expect(translations.get("fr")).toBeUndefined();
  });

  it("find a document whose name is composed otherwise", () => {
    const { translations } = seeds({
      ["é.txt".normalize("NFC")]: TEXT,
      [`translations/en/${"é.txt".normalize("NFD")}`]: TRANSLATION,
    });
    expect(translations.get("en")?.get("é.txt".normalize("NFC"))).toHaveLength(2);
  });
});

describe("expected questions", () => {
  it("are none where the corpus has none", () => {
    expect(seeds({}).questions.size).toBe(0);
  });

  it("know their paragraph, their writers, and whether it answers them", () => {
    const { questions } = seeds({
      "questions/en/first.txt": QUESTIONS,
      "questions/arabizi/b.txt": "# a.txt 1\nshu hada?\n",
    });
    const place = { doc: "a.txt", paragraph: 2, writers: "first" };
    expect(questions.get("en")).toEqual([
      { text: "Who opened the port?", answered: true, ...place },
      { text: "What did the port cost?", answered: false, ...place },
    ]);
    for (const { earlier } of questions.get("en") ?? []) expect(earlier).toBeUndefined();
    expect(questions.get("arabizi")).toHaveLength(1);
  });

  it("may lean on one before them", () => {
    const { questions } = seeds({
      "questions/en/x.txt":
        "# a.txt 2\nWho opened it?\nWho opened it? => And when?\n- Who opened it =>and for how much\n",
    });
    expect(questions.get("en")?.map(({ earlier, text, answered }) => [earlier, text, answered])).toEqual([
      [undefined, "Who opened it?", true],
      ["Who opened it?", "And when?", true],
      ["Who opened it", "and for how much", false],
    ]);
  });

  it("that lean on others are none to begin with, and ask for no paragraph by themselves", () => {
    const folder = { "questions/en/x.txt": "# a.txt 2\nWho opened it? => And when?\n" };
    const found = seeds(folder);
    expect(found.corpus.presentation?.en?.examples).toEqual([]);
    expect(overviewOf(found).documents[0]?.unasked).toBe(2);
    expect(overviewOf(found).trials.map(({ text }) => text)).not.toContain("And when?");
  });

  it("may be answered by two paragraphs", () => {
    const { questions } = seeds({ "questions/en/x.txt": "# a.txt 1\nWhich port?\n# a.txt 2\nwhich port\n" });
    expect(questions.get("en")?.map((q) => q.paragraph)).toEqual([1, 2]);
  });
});

const WRONG: readonly (readonly [what: string, files: Folder, problem: RegExp])[] = [
  [
    "a translation with a line too few",
    { "translations/en/a.txt": "One\n" },
    /^translations\/en\/a\.txt:1 1 lines for the 2 paragraphs/,
  ],
  [
    "a translation with a line too many",
    { "translations/en/a.txt": "1\n\n2\n3\n4\n" },
    /^translations\/en\/a\.txt:4 4 lines/,
  ],
  ["an empty translation", { "translations/en/a.txt": "\n" }, /^translations\/en\/a\.txt:1 0 lines/],
  [
    "a translation of what is not there",
    { "translations/en/b.txt": "1\n" },
    /^translations\/en\/b\.txt: translates b\.txt/,
  ],
  [
    "a translation into no language",
    { "translations/xx/a.txt": TRANSLATION },
    /^translations\/xx\/a\.txt: xx is none of ar, en/,
  ],
  [
    "a translation that does not decode",
    { "translations/en/a.txt": new Uint8Array([65, 10, 0xff]) },
    /^translations\/en\/a\.txt:2 not UTF-8/,
  ],
  [
    "questions in no language",
    { "questions/xx/x.txt": QUESTIONS },
    /^questions\/xx\/x\.txt: xx is none of .*arabizi/,
  ],
  [
    "questions before a heading",
    { "questions/en/x.txt": "\nWho?\nWhat?\n" },
    /^questions\/en\/x\.txt:2 .*before the first heading/,
  ],
  [
    "a heading without a paragraph",
    { "questions/en/x.txt": "# a.txt\nWho?\n" },
    /^questions\/en\/x\.txt:1 a heading is/,
  ],
  [
    "questions about what is not there",
    { "questions/en/x.txt": "# b.txt 1\nWho?\n" },
    /^questions\/en\/x\.txt:1 asks about b\.txt/,
  ],
  [
    "a paragraph beyond the last",
    { "questions/en/x.txt": "# a.txt 3\nWho?\n" },
    /^questions\/en\/x\.txt:1 a\.txt has 2 paragraphs, not 3/,
  ],
  [
    "a paragraph before the first",
    { "questions/en/x.txt": "# a.txt 0\nWho?\n" },
    /^questions\/en\/x\.txt:1 a\.txt has 2 paragraphs, not 0/,
  ],
  [
    "a question twice",
    { "questions/en/x.txt": "# a.txt 1\nWho is it?\nwho is it ?\n" },
    /^questions\/en\/x\.txt:3 repeats line 2 of questions\/en\/x\.txt/,
  ],
  [
    "a question of two groups of writers",
    { "questions/en/x.txt": "# a.txt 1\nWho?\n", "questions/en/y.txt": "# a.txt 1\nWho?\n" },
    /^questions\/en\/y\.txt:2 repeats line 2 of questions\/en\/x\.txt/,
  ],
  [
    "a question both answered and not",
    { "questions/en/x.txt": "# a.txt 1\nWho?\n", "questions/en/y.txt": "# a.txt 2\n- Who?\n" },
    /^questions\/en\/y\.txt:2 is unanswered here and answered in line 2/,
  ],
  [
    "a question without a word",
    { "questions/en/x.txt": "# a.txt 1\n- ?\n" },
    /^questions\/en\/x\.txt:2 a question without a word/,
  ],
  [
    "a question that leans on nothing",
    { "questions/en/x.txt": "# a.txt 1\n=> and when?\n" },
    /^questions\/en\/x\.txt:2 a question without a word/,
  ],
  [
    "a question that two lean on",
    { "questions/en/x.txt": "# a.txt 1\nWho? => and when? => and where?\n" },
    /^questions\/en\/x\.txt:2 more than one =>/,
  ],
  [
    "a question that leans on one twice",
    {
      "questions/en/x.txt": "# a.txt 1\nWho is it? => Since when?\nSince when?\n- who is it => since when\n",
    },
    /^questions\/en\/x\.txt:4 is unanswered here and answered in line 2/,
  ],
  [
    "a paragraph in place of a question",
    { "questions/en/x.txt": `# a.txt 1\n${"why ".repeat(200)}\n` },
    /^questions\/en\/x\.txt:2 .*500/,
  ],
];

describe("a corpus that cannot be used", () => {
  it.each(WRONG)("names the file and the line of %s", (_what, files, problem) => {
    expect(problems(files)).toEqual([expect.stringMatching(problem)]);
  });

  it("is refused for all its problems at once", () => {
    const found = problems({
      "translations/en/a.txt": "1\n",
      "translations/fr/b.txt": "1\n",
      "questions/en/x.txt": "# b.txt 1\nWho?\n# a.txt 9\nWho?\n# a.txt 1\nWho?\nWho?\n",
    });
    expect(found).toHaveLength(5);
  });
});

describe("the folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "isnad-readings-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (files: Folder) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  };

  it("is read with the folders of its languages, and what else lies there is left alone", () => {
    write({
      "a.txt": TEXT,
      "translations/en/a.txt": TRANSLATION,
      "translations/README.md": "how to translate",
      "translations/.git/a.txt": "no translation",
      "translations/en/._a.txt": new Uint8Array([0, 5, 0x16, 7]),
      "questions/en/first.txt": QUESTIONS,
      "questions/en/notes.md": "to do",
    });
    const { translations, questions } = readSeeds(folder);
    expect([...translations.keys()]).toEqual(["en"]);
    expect(questions.get("en")).toHaveLength(2);
  });

  it("is refused by file and line", () => {
    write({ "translations/en/a.txt": "1\n" });
    expect(() => readSeeds(folder)).toThrow(SeedsError);
    expect(() => readSeeds(folder)).toThrow(/translations\/en\/a\.txt:1 {2}1 lines/);
  });
});

describe("the corpus of this repository", () => {
  const loaded = loadSeeds(seedFiles());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { corpus, translations, questions } = loaded.seeds;

  it("has every text in the other languages", () => {
    expect([...translations.keys()].toSorted()).toEqual(LANGUAGES.filter((one) => one !== "ar").toSorted());
    for (const own of translations.values()) expect(own.size).toBe(corpus.documents.length);
  });

  it("has questions for every paragraph in every language, and some that nothing answers", () => {
    for (const language of QUESTION_LANGUAGES) {
      const own = questions.get(language) ?? [];
      const asked = new Set(own.filter((q) => q.answered).map((q) => `${q.doc} ${q.paragraph}`));
      expect(asked.size, language).toBe(corpus.passages.length);
      expect(own.filter((q) => !q.answered).length, language).toBeGreaterThanOrEqual(100);
    }
  });
});

describe("names in other languages", () => {
  const catalogue = (entry: object) => JSON.stringify({ documents: { "a.txt": entry } });
  const translated = (files: Folder) => seeds(files).corpus.documents[0]?.translated;

  it("are those of the catalogue", () => {
    const names = translated({
      "catalogue.json": catalogue({
        title: { how: "stated", value: "ميناء المدينة", in: { en: "A Port", fr: "Un port" } },
        publisher: { how: "editor", value: "وكالة", in: { en: "An agency" } },
      }),
      "translations/en/a.txt": TRANSLATION,
    });
    expect(names).toEqual({ en: { title: "A Port", publisher: "An agency" }, fr: { title: "Un port" } });
  });

  it("are else those of the translated headline, or the opening where there is no headline", () => {
    expect(translated({ "translations/en/a.txt": TRANSLATION })).toEqual({
      en: { title: "Port of the city" },
    });
    const plain = {
      "a.txt": "افتتح الوزير الميناء الجديد.\n",
      "translations/en/a.txt": "The minister opened it.\n",
    };
    expect(translated(plain)).toEqual({ en: { opening: "The minister opened it." } });
    expect(translated({})).toEqual({});
  });

  it("are given to roles too", () => {
    const person = {
      id: "salem",
      name: { ar: "سالم" },
      names: ["سالم"],
      roles: ["الوزير"],
      rolesIn: { en: ["Minister"] },
    };
    const { leaders } = seeds({ "leaders.json": JSON.stringify({ leaders: [person] }) });
    expect(leaders.get("salem")?.rolesIn).toEqual({ en: ["Minister"] });
  });

  it("are there for every person and every publisher of this repository's corpus", () => {
    const loaded = loadSeeds(seedFiles());
    if (!loaded.ok) throw new Error("the corpus does not load");
    const { leaders, documents } = loaded.seeds.corpus;
    for (const language of LANGUAGES.filter((one) => one !== "ar")) {
      for (const { id, rolesIn } of leaders)
        expect(rolesIn?.[language]?.length, `${id} ${language}`).toBeGreaterThan(0);
      for (const { id, publisher, translated: names } of documents) {
        expect(names?.[language]?.title ?? names?.[language]?.opening, `${id} ${language}`).toBeTruthy();
        if (publisher.how !== "unknown")
          expect(names?.[language]?.publisher, `${id} ${language}`).toBeTruthy();
      }
    }
  });
});
