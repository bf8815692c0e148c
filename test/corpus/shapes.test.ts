import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunk, MAX_PASSAGE_LENGTH } from "../../src/corpus/chunker.ts";

const texts = (text: string) => chunk(text).map((p) => p.text);
const A = "افتتح الوزير الميناء الجديد صباح أمس بحضور عدد كبير من سكان المدينة.";
const B = "ورست السفينة الأولى بعد ساعة من الافتتاح وسط تصفيق الحاضرين.";

/** As editors wrap: a line ends where the next word has no room. */
function wrap(text: string, width: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) as string;
    if (line && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join("\n");
}
const LONG =
  "The harbour was opened in 1931 by the mayor. It has four quays, of which the northern one is kept for fishing boats, and a lighthouse that was moved there stone by stone from the old cape after the storm.";
const OTHER =
  "Ferries leave twice a day in summer, at eight and at four, and once a day in winter. Tickets are sold on board, and children under seven, dogs and bicycles travel free of charge on all of them.";

describe("paragraphs of several lines", () => {
  it.each([50, 66, 100])("are joined where a text is wrapped at %i, with blank lines or without", (width) => {
    for (const between of ["\n\n", "\n"]) {
      const text = ["Harbour guide", wrap(LONG, width), wrap(OTHER, width)].join(between);
      const found = texts(text).map((one) => one.replaceAll("\n", " "));
      expect(found).toEqual(["Harbour guide", LONG, OTHER]);
    }
  });

  it("keep headings and list items of a wrapped text apart from the paragraph before", () => {
    const text = [wrap(LONG, 60), "Ferries", wrap(OTHER, 60), "- by bus", "- by bicycle"].join("\n");
    expect(texts(text).map((one) => one.replaceAll("\n", " "))).toEqual([
      LONG,
      `Ferries ${OTHER}`,
      "- by bus - by bicycle",
    ]);
  });

  it("are joined in blocks between blank lines, also where the lines have no width", () => {
    const text =
      "The library opens at nine\nand closes at five on weekdays.\n\nOn Saturdays it is open\nonly in the morning,\nuntil noon.\n";
    expect(texts(text)).toHaveLength(2);
  });

  it("are parted by U+2029, and their lines by U+2028", () => {
    expect(texts(`${A}\u2029${B}`)).toEqual([A, B]);
    expect(texts(`${A}\u2028${B}`)).toEqual([A, B]);
  });

  it("are lines where each line is a paragraph", () => {
    expect(texts([A, B, A, B].join("\n"))).toEqual([A, B, A, B]);
    expect(texts(["short one.", LONG, "another short one.", OTHER].join("\n"))).toHaveLength(4);
  });
});

describe("what belongs together is one passage", () => {
  it.each(["\n", "\n\n"])("a question and its answer, of whatever length, parted by %j", (between) => {
    const pairs = [
      ["متى يفتح الميناء؟", "الساعة الثامنة"], // when does the harbour open? at eight
      ["كم ثمن التذكرة؟", "عشرون دينارا للكبار، وعشرة للصغار."], // how much is the ticket? twenty dinars for adults, ten for children
      ["أين أشتكي؟", "في مكتب الميناء."], // where do I complain? at the harbour office
    ];
    const faq = pairs.map((pair) => pair.join("\n")).join(between);
    expect(texts(faq)).toEqual(pairs.map((pair) => pair.join("\n")));
  });

  it("an answer of several paragraphs with its question, and never another question's", () => {
    expect(texts(`Q: Is there a ferry?\nA: There is.\n${OTHER}\nQ: Is there a bus?\nA: No.`)).toEqual([
      `Q: Is there a ferry?\nA: There is.\n${OTHER}`,
      "Q: Is there a bus?\nA: No.",
    ]);
  });

  it("the number of an article and all of the article, under its chapter", () => {
    const law = `قانون الميناء\nالباب الأول: أحكام عامة\nالمادة 1\n${A}\nالمادة الثانية\nأ- الإنذار.\nب- الفصل من العمل.\nالباب الثاني: الرسوم\nالمادة 3\n${B}\n(1) تحدد اللائحة ذلك.`;
    const found = chunk(law);
    expect(found.map((p) => p.text)).toEqual([
      "قانون الميناء",
      "الباب الأول: أحكام عامة",
      `المادة 1\n${A}`,
      "المادة الثانية\nأ- الإنذار.\nب- الفصل من العمل.",
      "الباب الثاني: الرسوم",
      `المادة 3\n${B}\n(1) تحدد اللائحة ذلك.`,
    ]);
    expect(found.map((p) => p.heading)).toEqual([
      ...[undefined, undefined, "الباب الأول: أحكام عامة", "الباب الأول: أحكام عامة"],
      ...[undefined, "الباب الثاني: الرسوم"],
    ]);
  });

  it("a list and what introduces it", () => {
    const text = `شروط المنحة\nيشترط في المتقدم ما يلي:\n- أن يكون طالبا.\n- أن يسكن المدينة.\nالمستندات\nيرفق الطلب بما يأتي:\n1. صورة.\n2. شهادة.`;
    expect(texts(text)).toEqual([
      "شروط المنحة\nيشترط في المتقدم ما يلي:\n- أن يكون طالبا.\n- أن يسكن المدينة.",
      "المستندات\nيرفق الطلب بما يأتي:\n1. صورة.\n2. شهادة.",
    ]);
  });

  it("a heading and the one paragraph under it", () => {
    expect(texts(`${A}\nرسوم الميناء\n${B}\nعمال الميناء\n${A}`)).toEqual([
      A,
      `رسوم الميناء\n${B}`,
      `عمال الميناء\n${A}`,
    ]);
  });

  it("never makes the heading alone the sentence that answers", () => {
    const [passage] = chunk(
      `متى يفتح الميناء؟\nيفتح الميناء في الساعة الثامنة. ويغلق في الساعة السادسة مساء.`,
    );
    const sentences = passage?.sentences.map(([start, end]) => passage.text.slice(start, end));
    expect(sentences).toEqual([
      "متى يفتح الميناء؟\nيفتح الميناء في الساعة الثامنة.",
      "ويغلق في الساعة السادسة مساء.",
    ]);
  });

  it("is nothing in a list of headlines", () => {
    const news = [
      "فوز فريق النهر بالكأس",
      "تأجيل مهرجان الزهور",
      "توقف الحافلات بسبب الثلج",
      "افتتاح معرض الكتاب",
    ];
    expect(texts(news.join("\n"))).toEqual(news);
  });
});

describe("a long passage", () => {
  it("is cut between sentences", () => {
    const text = Array.from({ length: 60 }, () => A).join(" ");
    const found = chunk(text);
    expect(found.length).toBeGreaterThan(2);
    for (const p of found) {
      expect(p.text.length).toBeLessThanOrEqual(MAX_PASSAGE_LENGTH);
      expect(p.text.endsWith(".")).toBe(true);
      expect(p.paragraph).toBe(1);
    }
    expect(found.map((p) => p.text).join(" ")).toBe(text);
  });

  it("of one endless sentence is cut between words, and of one endless word anywhere", () => {
    const words = "كلمة ".repeat(2_000).trim();
    for (const p of chunk(words)) expect(p.text).toMatch(/^(?:كلمة )*كلمة$/);
    const emoji = "🙂".repeat(2_000);
    for (const p of chunk(`a${emoji}`)) expect(p.text).toMatch(/^a?(?:🙂)+$/u);
  });

  it("gives its heading to its pieces", () => {
    const found = chunk(`المادة 5\n${Array.from({ length: 30 }, () => A).join("\n")}\nالمادة 6\n${B}`);
    expect(found[0]?.text.startsWith("المادة 5\n")).toBe(true);
    expect(found[1]?.heading).toBe("المادة 5");
    expect(found.at(-1)?.text).toBe(`المادة 6\n${B}`);
  });

  it("of five million letters is read in seconds", () => {
    const found = chunk(`${A} `.repeat(Math.ceil(5_000_000 / A.length)));
    expect(Math.max(...found.map((p) => p.text.length))).toBeLessThanOrEqual(MAX_PASSAGE_LENGTH);
  });

  it("of seven million letters overflows no stack, in a process in which V8 no longer optimises patterns", () => {
    // As it does from the moment when a process has many of them
    const script = `
      import { chunk } from "./src/corpus/chunker.ts";
      import { loadSeeds } from "./src/corpus/load.ts";
      const line = ${JSON.stringify(A)}.repeat(${Math.ceil(7_000_000 / A.length)});
      const file = (name, text) => ({ name, bytes: Buffer.from(text) });
      const { seeds } = loadSeeds([file("a.txt", "A short text."), file("b.md", line)]);
      console.log(chunk(line).length > 100, seeds.corpus.documents.length, seeds.leftOut.map(({ file }) => file).join());`;
    const flags = ["--no-regexp-optimization", "--import", "tsx", "--input-type=module", "-e", script];
    expect(execFileSync(process.execPath, flags, { encoding: "utf8" })).toBe("true 1 b.md\n");
  });
});

it("every passage of any such text is a slice of it, in order, and holds all its lines that say something", () => {
  const line = fc.constantFrom(
    ...[A, B, LONG, OTHER, wrap(LONG, 60), wrap(OTHER, 60)],
    ...[
      "متى؟",
      "Q: When?",
      "المادة 4",
      "Article 7",
      "§ 3",
      "- item",
      "1. first",
      "أ- بند",
      "ما يلي:",
      "عنوان",
      "Heading",
    ],
    ...["المصدر: وكالات", "• صورة", "***", "", "", "  ", "🙂", "a\u0301".repeat(1_600)],
  );
  const end = fc.constantFrom("\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n");
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end), { maxLength: 14 }), (lines) => {
      const text = lines.flat().join("");
      let at = 0;
      const between: string[] = [];
      for (const p of chunk(text)) {
        expect(text.slice(p.start, p.end)).toBe(p.text);
        expect(p.start).toBeGreaterThanOrEqual(at);
        expect(p.text.length).toBeLessThanOrEqual(MAX_PASSAGE_LENGTH + 300);
        expect(p.sentences[0]?.[0]).toBe(p.start);
        expect(p.sentences.at(-1)?.[1]).toBe(p.end);
        between.push(text.slice(at, p.start));
        at = p.end;
      }
      expect(`${between.join("")}${text.slice(at)}`).not.toMatch(/[\p{L}\p{N}]/u);
    }),
    { numRuns: 300 },
  );
});
