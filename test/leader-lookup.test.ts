import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerOf } from "../src/model/answer.ts";
import { realAnswerer } from "./support/core.ts";
import { processorTime } from "./support/processor-time.ts";

const answerer = realAnswerer();
const ids = (name: string): readonly string[] => {
  const answer = answerer.leader({ name });
  if (answer.kind === "leader") return [answer.leader.id];
  return answer.kind === "leaders" ? answer.leaders.map(({ id }) => id) : [];
};
const found = (name: string, topic?: string) =>
  answerer.leader({ name, ...(topic && { topic }) }) as AnswerOf<"leader">;

const BERDIMUHAMEDOWS = ["gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"];

describe("a leader", () => {
  it.each([
    [
      "putin",
      [
        "بوتين",
        "فلاديمير بوتين",
        "Vladimir Putin",
        "putin",
        "PUTIN",
        "Путин",
        "پوتین",
        "Poutine",
        "президент России",
      ],
    ],
    [
      "raisi",
      [
        "رئيسي",
        "إبراهيم رئيسي",
        "ابراهيم رئيسى",
        "Ebrahim Raisi",
        "Raisi",
        "Раиси",
        "رئیسی",
        "Iranian president",
      ],
    ],
    [
      "aliyev",
      ["علييف", "إلهام علييف", "الهام علييف", "Ilham Aliyev", "Aliev", "Əliyev", "Алиев", "رئيس أذربيجان"],
    ],
    ["tokayev", ["توكاييف", "قاسم جومارت توكاييف", "Tokayev", "Tokaev", "Токаев", "Tokayev Kassym-Jomart"]],
    [
      "lavrov",
      [
        "لافروف",
        "سيرغي لافروف",
        "Sergey Lavrov",
        "Sergei Lavrov",
        "Лавров",
        "لاوروف",
        "وزير الخارجية الروسي",
      ],
    ],
    ["zakharova", ["زاخاروفا", "ماريا زاخاروفا", "Maria Zakharova", "Захарова"]],
    [
      "serdar-berdimuhamedow",
      ["سردار بردي محمدوف", "Serdar Berdimuhamedow", "Сердар Бердымухамедов", "Serdar"],
    ],
    [
      "gurbanguly-berdimuhamedow",
      ["قربانقلي بردي محمدوف", "Gurbanguly Berdimuhamedow", "Гурбангулы Бердымухамедов"],
    ],
    ["xi-jinping", ["شي جين بينغ", "Xi Jinping", "Си Цзиньпин", "شی جین‌پینگ", "Chinese president"]],
  ])("%s is found by every name: %s", (id, names) => {
    for (const name of names) expect([name, ids(name)]).toEqual([name, [id]]);
  });

  it.each([
    ["the president Putin", "putin"],
    ["الرئيس بوتين", "putin"], // President Putin
    ["السيد لافروف", "lavrov"], // Mr Lavrov
    ["من هو علييف؟", "aliyev"], // who is Aliyev?
    ["V. Putin", "putin"],
    ["Mr. Lavrov", "lavrov"],
    ["الرئيس الروسي فلاديمير بوتين", "putin"], // the Russian president Vladimir Putin
    ["بُوتِين", "putin"],
    ["بو\u200bتين", "putin"],
    ["ﺑﻮﺗﻴﻦ", "putin"],
  ])("is found in %s", (name, id) => {
    expect(ids(name)).toEqual([id]);
  });

  it.each([
    ["Lavrof", "lavrov"],
    ["زخاروفا", "zakharova"], // Zakharova
    ["توكايف", "tokayev"], // Tokayev
    ["Zaharova", "zakharova"],
  ])("is found through a slip: %s", (name, id) => {
    expect(ids(name)).toEqual([id]);
  });

  it.each(["بردي محمدوف", "Berdimuhamedow", "Berdymukhamedov", "Бердымухамедов"])(
    "is asked for where two have the name: %s",
    (name) => {
      expect(ids(name).toSorted()).toEqual(BERDIMUHAMEDOWS);
      expect(answerer.leader({ name }).kind).toBe("leaders");
    },
  );

  it.each([
    "ماكرون", // Macron
    "Emmanuel Macron",
    "Зеленский",
    "Erdoğan",
    "الرئيس الفرنسي", // the French president
    "الرئيس", // the president
    "وزير الخارجية", // the foreign minister
    "president",
    "المهام", // the tasks
    "بوتيرة", // pace
    "شيء", // thing
    "Пушкин",
    "Patten",
    "Biden",
    "Lavender",
    "بوتسوانا", // Botswana
    "رئيس البرلمان", // the speaker of parliament
    "Gandalf the Grey",
    "بوتين وماكرون", // Putin and Macron
    "toString",
    "__proto__",
    "constructor",
  ])("is nobody by the name of %s", (name) => {
    expect(answerer.leader({ name })).toMatchObject({ kind: "nothing", missing: [name] });
  });

  it("is nobody where there is nothing but a path", () => {
    expect(answerer.leader({ name: "../../etc/passwd" })).toMatchObject({ kind: "refused", reason: "empty" });
  });

  it.each(
    readFileSync(new URL("questions/names.jsonl", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { name: string; ids: readonly string[] })
      .map(({ name, ids }): [string, readonly string[]] => [name, ids]),
  )("typed as %s is %j", (name, whose) => {
    expect([...ids(name)].toSorted()).toEqual(whose);
  });

  it("is looked up in time, whatever is typed", () => {
    const typed = [
      "a".repeat(200),
      "ي".repeat(200),
      "普".repeat(200),
      "ab ".repeat(60),
      "путин ".repeat(30),
      "ﷺ".repeat(200),
      "ﷺ ".repeat(100),
    ];
    // What is learnt of a language when it is first asked in is no part of it
    for (const name of typed) answerer.leader({ name: "Putin", topic: name });
    const costs = typed.map((name) => {
      const before = processorTime();
      answerer.leader({ name, topic: name });
      answerer.complete(name);
      return processorTime() - before;
    });
    // 5 to 20
    expect(Math.max(...costs)).toBeLessThan(1_000);
  });

  it("is refused where nothing or a book is typed", () => {
    expect(answerer.leader({ name: " ؟ " })).toMatchObject({ kind: "refused", reason: "empty" });
    expect(answerer.leader({ name: "بوتين ".repeat(100) })).toMatchObject({
      kind: "refused",
      reason: "too-long",
    });
  });

  it("is answered in the language in which the name was typed", () => {
    expect(found("بوتين").lang).toBe("ar");
    expect(found("Путин").lang).toBe("ru");
    expect(answerer.leader({ name: "Putin", locale: "fr" }).lang).toBe("fr");
  });
});

describe("what a leader is found with", () => {
  it.each(answerer.corpus.leaders.map(({ id, name }) => [id, name.ar] as const))(
    "is every paragraph that names %s, and every one in which they speak, whole and in order",
    (id, name) => {
      const { mentions, statements } = found(name);
      const places = (list: typeof mentions) => list.map(({ doc, paragraph }) => `${doc} ${paragraph}`);
      const of = (key: "people" | "speakers") =>
        answerer.corpus.passages.filter((p) => p[key].includes(id)).map((p) => `${p.doc} ${p.paragraph}`);
      expect(places(mentions)).toEqual(of("people"));
      expect(places(statements)).toEqual(of("speakers"));
      for (const quote of [...mentions, ...statements]) {
        const document = answerer.corpus.documents.find((one) => one.id === quote.doc);
        expect(document?.passages[quote.paragraph - 1]).toMatchObject({
          start: quote.start,
          end: quote.end,
          text: quote.text,
        });
        expect(quote.best).toEqual([quote.start, quote.end]);
      }
    },
  );

  it("about a topic are their own statements, best first", () => {
    const { about, statements } = found("بوتين", "السكك والشحن وبناء السفن");
    const own = new Set(statements.map(({ start }) => start));
    expect(about.length).toBeGreaterThan(0);
    expect(about.every(({ start }) => own.has(start))).toBe(true);
    expect(about[0]?.text).toContain("بناء السفن");
    const scores = about.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it("about a topic that they never spoke of is nothing", () => {
    expect(found("بوتين", "البيتزا والبطيخ").about).toEqual([]);
    expect(found("بوتين").about).toEqual([]);
  });
});

describe("while a name is typed", () => {
  it.each([
    ["بو", "putin"],
    ["لاف", "lavrov"],
    ["Zak", "zakharova"],
    ["Ток", "tokayev"],
    ["putin", "putin"],
  ])("%s may mean %s", (typed, id) => {
    expect(answerer.complete(typed).map((leader) => leader.id)).toContain(id);
  });

  it("all are offered for nothing, none for what fits nobody", () => {
    expect(answerer.complete("")).toEqual(answerer.corpus.leaders);
    expect(answerer.complete("toString")).toEqual([]);
    expect(answerer.complete("ماكرون")).toEqual([]);
  });

  it("nobody is offered twice, and nothing is thrown, for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (typed) => {
        const offered = answerer.complete(typed);
        answerer.leader({ name: typed, topic: typed });
        return new Set(offered).size === offered.length;
      }),
      { numRuns: 500 },
    );
  });
});
