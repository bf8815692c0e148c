import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunk } from "../../src/corpus/chunker.ts";
import { realAnswerer } from "../support/core.ts";

const BODY = "افتتح الوزير الميناء الجديد صباح أمس بحضور عدد كبير من سكان المدينة.";
const MORE = "ورست السفينة الأولى بعد ساعة من الافتتاح وسط تصفيق الحاضرين.";
const kinds = (...lines: string[]) => chunk(lines.join("\n")).map((p) => p.kind);
const last = (...lines: string[]) => kinds(BODY, MORE, ...lines).at(-1);

describe("a paragraph", () => {
  it("is a line with a letter or a digit in it, numbered among those", () => {
    const found = chunk(`\n${BODY}\n\n \t\n***\n${MORE}\n`);
    expect(found.map((p) => [p.paragraph, p.text])).toEqual([
      [1, BODY],
      [2, MORE],
    ]);
  });

  it("stands where it says, without the white space and the byte order mark around it", () => {
    const text = `\ufeff  ${BODY} \r\n\t${MORE}\u00a0\r\n`;
    for (const p of chunk(text)) expect(text.slice(p.start, p.end)).toBe(p.text);
    expect(chunk(text).map((p) => p.text)).toEqual([BODY, MORE]);
  });

  it("may end in a bare carriage return", () => {
    expect(chunk(`${BODY}\r${MORE}`)).toHaveLength(2);
  });

  it("holds its sentences", () => {
    const [p] = chunk(`\n${BODY} ${MORE}\n`);
    expect(p?.sentences).toHaveLength(2);
    expect(p?.sentences[0]?.[0]).toBe(1);
    expect(p?.sentences[1]?.[1]).toBe(p?.end);
  });

  it("of any text is a slice of it, in order", () => {
    const piece = fc.constantFrom(
      "ا",
      "ب ",
      ".",
      "\n",
      "\r\n",
      "\ufeff",
      "•",
      ":",
      "1",
      '"',
      "Photo: ",
      "المصدر: ",
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 60 }), (text) => {
        let end = 0;
        for (const p of chunk(text)) {
          expect(text.slice(p.start, p.end)).toBe(p.text);
          expect(p.start).toBeGreaterThanOrEqual(end);
          expect(p.text).toBe(p.text.trim());
          for (const [from, to] of p.sentences)
            expect(p.start <= from && from < to && to <= p.end).toBe(true);
          end = p.end;
        }
      }),
    );
  });
});

describe("the kind of a paragraph", () => {
  it("is a headline when it opens the text, is short and no sentence", () => {
    expect(kinds("افتتاح ميناء المدينة الجديد", BODY, MORE)).toEqual(["headline", "lead", "body"]);
  });

  it("is no headline when it is a sentence, long, or all there is", () => {
    expect(kinds(BODY, MORE)[0]).toBe("body");
    expect(kinds("كلمة ".repeat(40).trim(), MORE)[0]).toBe("body");
    expect(kinds("افتتاح ميناء المدينة الجديد")).toEqual(["body"]);
  });

  it.each([
    "المصدر: وكالات",
    "مصدر | وكالة الميناء |",
    "Source: Port News",
    "Источник: Порт",
    "Kaynak: Liman",
  ])("is a source line: %s", (line) => {
    expect(last(line)).toBe("source");
  });

  it.each(["Photo: Jane Doe/Agency", "Photo by: Jane Doe", "تصوير: سالم", "الصورة: رويترز", "Фото: Порт"])(
    "is a credit line: %s",
    (line) => {
      expect(last(line)).toBe("credit");
    },
  );

  it("is no source line where a source is spoken of", () => {
    expect(last("المصدر الذي تحدث إلى الوكالة رفض الكشف عن اسمه في هذا الوقت.")).toBe("body");
  });

  it.each(["• الوزير يفتتح الميناء (وكالات).", "  ▪ السفينة الأولى في الميناء", "– السفينة الأولى"])(
    "is a caption: %s",
    (line) => {
      expect(last(line)).toBe("caption");
    },
  );

  it("is a subheading that gives its context to what follows", () => {
    const found = chunk([BODY, "رسوم الميناء", MORE, BODY, "عمال الميناء", BODY, MORE].join("\n"));
    expect(found.map((p) => p.kind)).toEqual([
      "body",
      ...["subheading", "body", "body"],
      ...["subheading", "body", "body"],
    ]);
    expect(found.map((p) => p.heading)).toEqual([
      undefined,
      ...[undefined, "رسوم الميناء", "رسوم الميناء"],
      ...[undefined, "عمال الميناء", "عمال الميناء"],
    ]);
  });

  it("is of the sign-off for a publisher's name before the source line", () => {
    expect(kinds(BODY, MORE, "جماعة الميناء القديم", "Photo: Jane Doe", "المصدر: وكالات").slice(2)).toEqual([
      "source",
      "credit",
      "source",
    ]);
  });

  it("does not see a stray end of a tag", () => {
    expect(last("=”text-align:justify”>رسوم الميناء", MORE)).toBe("body");
    expect(kinds(BODY, "=”text-align:justify”>رسوم الميناء", MORE, BODY)[1]).toBe("subheading");
  });
});

describe("the articles", () => {
  it("have a headline only where one stands", () => {
    const headlines = realAnswerer().corpus.documents.map((d) => d.passages[0]?.kind === "headline");
    expect(headlines).toEqual([false, true, true, false, true]);
  });

  it("end in source and credit lines that are told from their paragraphs", () => {
    const signed = realAnswerer()
      .corpus.passages.filter((p) => p.kind === "source" || p.kind === "credit")
      .map((p) => p.text.trim());
    expect(signed).toEqual([
      "المصدر: وكالات",
      'مجموعة الرؤية الإستراتيجية "روسيا - العالم الإسلامي"',
      "Photo: Alex Zarubi/Unsplash",
      "المصدر: تاس",
      "مصدر | وكالة تسنيم للأنباء |",
    ]);
  });
});
