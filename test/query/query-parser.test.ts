import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsed, partsOver, TOWN, town } from "../support/search-parts.ts";

const parts = town();
const read = (text: string) => parsed(text, parts);
const typed = (text: string) => read(text).clauses.map((unit) => unit.surface);
const unit = (text: string, word: string) => read(text).clauses.find((one) => one.surface === word);

describe("what a question is about", () => {
  it.each([
    ["متى افتتح ميناء الفيروز؟", ["افتتح", "ميناء", "الفيروز"]], // when did Fairuz harbour open?
    ["هو فين ميناء الفيروز ده؟", ["ميناء", "الفيروز"]], // where is this Fairuz harbour?
    ["السلام عليكم، لو سمحت كم طول الجسر؟ وشكرا", ["طول", "الجسر"]], // hello, please how long is the bridge? thanks
    ["when was the harbour opened?", ["harbour", "opened"]],
    ["الميناء والميناء", ["الميناء"]], // the harbour and the harbour
    ["؟", []],
  ])("%s is told by its content", (text, expected) => {
    expect(typed(text)).toEqual(expected);
  });

  it.each([
    ["person", "ماذا قال المنصور عن الرسوم؟", "المنصور"], // what did Mansour say about the dues?
    ["person", "من هي رئيسة البلدية؟", "رئيسة البلدية"], // who is the mayor?
    ["place", "من زار مدينة الورد؟", "مدينة الورد"], // who visited the town of roses?
    ["number", "ماذا حدث في 1978؟", "1978"], // what happened in 1978?
    ["date", "ماذا حدث في أيار؟", "أيار"], // what happened in May?
    ["say", "ماذا صرح المنصور؟", "صرح"], // what did Mansour declare?
    ["word", "من بنى الجسر؟", "الجسر"], // who built the bridge?
  ])("knows a %s in %s", (kind, text, word) => {
    expect(unit(text, word)?.kind).toBe(kind);
  });

  it.each([
    ["ما اسم الدلفين؟", "اسم"], // what is the dolphin's name?
    ["وبالنوع والدلافين", "وبالنوع"], // and by the kind, and the dolphins
    ["what kind of dolphin?", "kind"],
    ["как называется дельфин", "называется"],
    ["yunusun adı ne", "adı"],
    ["نام دلفین چیست", "نام"],
    ["comment s'appelle le dauphin", "appelle"],
  ])("takes what says the sort of thing asked for as of low content: %s", (text, word) => {
    expect(unit(text, word)?.kind).toBe("light");
  });

  it.each([
    ["what is a term?", "term"],
    ["what does the sort do?", "sort"],
    ["oran nerede?", "oran"],
    ["من هي أسماء؟", "أسماء"], // who is Asmaa?
  ])("takes it for what is asked about where there is nothing else: %s", (text, word) => {
    expect(unit(text, word)?.kind).toBe("word");
  });

  it("calls a phrase that asks by the words typed for it", () => {
    expect(typed("كم عمر الدلفين؟")).toEqual(["كم عمر", "الدلفين"]); // how old is the dolphin?
  });

  it("meets a word of another language by its concept", () => {
    const harbour = parts.lexicon.byId("harbour")?.index;
    expect(unit("new harbour", "harbour")?.terms.has(`c:${harbour}`)).toBe(true);
  });

  it("gives an exact word more than its concept, and its concept more than a neighbour", () => {
    const terms = unit("ميناء الفيروز", "ميناء")?.terms ?? new Map();
    const [own, near] = ["harbour", "ship"].map(
      (id) => terms.get(`c:${parts.lexicon.byId(id)?.index}`) as number,
    );
    expect(terms.get("w:مينا")).toBeGreaterThan(own as number);
    expect(own).toBeGreaterThan(near as number);
    expect(near).toBeGreaterThan(0);
  });

  it("weighs rare words more than frequent ones", () => {
    expect(unit("مكافأة الميناء", "مكافأة")?.rarity).toBeGreaterThan(
      unit("مكافأة الميناء", "الميناء")?.rarity as number,
    );
  });

  it("tells a word that the sources lack, and whether the language has it", () => {
    expect(unit("زلزال في الجسر", "زلزال")).toMatchObject({ known: false, inLexicon: true });
    expect(unit("قراصنة في الجسر", "قراصنة")).toMatchObject({ known: false, inLexicon: false });
    expect(unit("زلزال في الجسر", "الجسر")).toMatchObject({ known: true });
  });

  it("reads a date in numbers", () => {
    const may = parts.lexicon.month(5)?.index;
    const found = unit("ماذا حدث في 3/5/1998", "5");
    expect(found).toMatchObject({ kind: "date", isMonth: true });
    expect(found?.terms.has(`c:${may}`)).toBe(true);
    expect(unit("ماذا حدث في 3/13/1998", "13")?.kind).toBe("number");
  });
});

describe("what a question asks for", () => {
  it.each([
    ["when", "متى افتتح الميناء؟"], // when was the harbour opened?
    ["when", "in what year was the bridge built?"],
    ["where", "وين الجسر؟"], // where is the bridge?
    ["how-many", "كم ضيف حضر الافتتاح؟"], // how many guests came to the opening?
    ["who", "مين فتح الميناء؟"], // who opened the harbour?
    ["why", "ليش السفن تدفع أقل؟"], // why do the ships pay less?
  ] as const)("is %s: %s", (asked, text) => {
    expect(read(text).answerTypes).toContain(asked);
  });

  it("is somebody's words where a verb of saying stands beside a name", () => {
    expect(read("ماذا قال المنصور؟")).toMatchObject({ says: true, people: ["mansour"] });
    expect(read("أين يسكن المنصور؟")).toMatchObject({ says: false, people: ["mansour"] });
  });

  it("counts what stands behind how many", () => {
    expect(read("كم ضيف حضر إلى الجسر؟").counted?.surface).toBe("ضيف");
    expect(read("من حضر؟").counted).toBeUndefined();
  });
});

describe("words that nothing knows", () => {
  it("are read as the known word they are likeliest meant for, and it is said", () => {
    expect(read("متى افتتح ميناء الفيروذ؟").readings).toEqual([{ typed: "الفيروذ", as: "فيروز" }]);
  });

  it("takes no word for a slip that editors use", () => {
    const asked = partsOver({
      ...TOWN,
      "questions/ar/editor.txt": "# harbour.txt 2\n- هل لون الفيروذ أزرق؟",
    });
    expect(parsed("متى افتتح ميناء الفيروذ؟", asked).readings).toEqual([]);
  });

  it("have their hamza on either seat, where that is the word itself that is known", () => {
    const parts = partsOver(
      // the official told a story about the affairs of the village
      { "a.txt": "حكى المسؤول قصة طويلة عن شؤون القرية.\nوصل الناس." },
      { "lexicon/told.json": { concepts: [{ id: "told", ar: ["مروية"] }] } },
    );
    const words = (text: string) => [...(parsed(text, parts).clauses[0]?.terms.keys() ?? [])];
    expect(words("والمسئول")).toEqual(words("المسؤول"));
    expect(words("الشئون")).toEqual(words("الشؤون"));
    // The visible is not what is told
    expect(words("المرئي")).toContain("w:مريي");
  });

  const terms = (text: string, at = 0) => [...(read(text).clauses[at]?.terms.keys() ?? [])];
  it.each([
    ["this and the article", "بهالجسر", "الجسر"], // by this bridge
    ["the hamza that asks, before an article", "أبالسفن", "السفن"], // by the ships?
  ])("are read without what is glued to them: %s", (_what, glued, word) => {
    expect(terms(glued)).toEqual(expect.arrayContaining(terms(word).filter((name) => name.startsWith("c:"))));
    expect(terms(word)).not.toEqual([]);
  });

  it("that are known are left alone", () => {
    expect(read("متى افتتح ميناء الفيروز والجسر؟").readings).toEqual([]);
  });
});

describe("understanding", () => {
  it("is the same for a question typed with marks, on another keyboard, or in other spellings", () => {
    const keys = (text: string) => read(text).clauses.map((one) => [...one.terms]);
    const plain = keys("رسوم الميناء الجديد");
    for (const text of ["رُسُومُ المِينَاءِ", "رســوم المينـاء", "رسوم المیناء", "رسوم\u200f الميناء"])
      expect(keys(`${text} الجديد`)).toEqual(plain);
  });

  it("does without a lexicon and without people", () => {
    const bare = partsOver(TOWN);
    const { clauses, people } = parsed("متى افتتح المنصور ميناء الفيروز؟", bare);
    expect(clauses.map((one) => one.surface)).toEqual(["افتتح", "المنصور", "ميناء", "الفيروز"]);
    expect(people).toEqual([]);
  });

  it("is had of any string, in bounds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(read(text).clauses.length).toBeLessThanOrEqual(48);
      }),
    );
    expect(read("زورق ".repeat(3000)).clauses.length).toBeLessThanOrEqual(1);
  });
});

describe("the language of a text in Latin letters", () => {
  it.each([
    ["ar", "rosom sofon ajnabeya Rose Town", "names some place"],
    ["en", "Mansour ship fee", "has more words of its own language"],
    ["en", "lorem rosom sofon", "names nobody"],
    ["en", "sh rm -rf Rose Town", "is of a few letters"],
    ["en", "Mansour zzxx qqww", "cannot be read"],
    ["tr", "Mansour rosom sofon hakkında ne dedi", "tells it by its small words"],
  ])("is %s for %s, which %s", (language, text) => {
    expect(read(text).language).toBe(language);
  });

  it("is Arabic where it names somebody by a spelling that only an Arab would give", () => {
    const over = partsOver(
      { "a.txt": "زار فرحات السوق الكبير مع ضيوف كثيرين." },
      { "leaders.json": { leaders: [{ id: "farhat", name: { ar: "فرحات" }, names: ["فرحات"] }] } },
    );
    expect(parsed("farhat souk doyof", over)).toMatchObject({
      language: "ar",
      people: ["farhat"],
    });
    const other = parsed("fereydun souk doyof", over);
    expect(other.people).toEqual([]);
    expect(other.typedIn).not.toBe("arabizi");
  });
});

describe("a word that is something else as well", () => {
  const over = partsOver(
    { "a.txt": "زار رئيسي السوق الكبير في مايو، وللسوق دور رئيسي في المدينة." },
    {
      "leaders.json": {
        leaders: [{ id: "raisi", name: { ar: "إبراهيم رئيسي" }, names: ["إبراهيم رئيسي"], parts: ["رئيسي"] }],
      },
      "lexicon/words.json": {
        concepts: [
          { id: "main", ar: ["رئيسي"] },
          { id: "may-month", kind: "month", value: 5, ar: ["مايو", "ماي"] },
          { id: "water", ar: ["ماي"] },
        ],
      },
    },
  );
  const of = (text: string) => parsed(text, over);

  it("is no name behind what it describes, with and without the article", () => {
    expect(of("ماذا زار رئيسي؟").people).toEqual(["raisi"]);
    expect(of("ما دور رئيسي للسوق؟").people).toEqual([]);
    expect(of("ما الدور الرئيسي للسوق؟").people).toEqual([]);
  });

  it("is no date unless it can be nothing else", () => {
    expect(of("السوق في مايو").clauses.map(({ kind }) => kind)).toContain("date");
    expect(of("السوق في ماي").clauses.map(({ kind }) => kind)).not.toContain("date");
  });
});
