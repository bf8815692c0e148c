import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyAnswerability } from "../src/answerability/classifier.ts";
import { createAnswerer, MAX_QUESTION_LENGTH } from "../src/answerer.ts";
import type { Answer, Quote } from "../src/model/answer.ts";
import { carryOver } from "../src/query/follow-up.ts";
import { createSearch } from "../src/search.ts";
import { unspokenSentence } from "../src/strings/unspoken.ts";
import { realAnswerer } from "./support/core.ts";
import { seedsOf } from "./support/corpus-folder.ts";
import { LEADERS, LEXICON, TOWN } from "./support/search-parts.ts";

const seeds = (more: Readonly<Record<string, string>> = {}) =>
  seedsOf({
    ...TOWN,
    "leaders.json": JSON.stringify(LEADERS),
    "lexicon/town.json": JSON.stringify(LEXICON),
    ...more,
  });
const town = createAnswerer({ seeds: seeds() });
const real = realAnswerer();
const quotesOf = (answer: Answer): readonly Quote[] => ("quotes" in answer ? answer.quotes : []);

describe("an answer", () => {
  it.each([
    ["quotes", "متى افتتح الوزير سالم المنصور ميناء الفيروز في مدينة الورد؟"], // when did the minister Salem Mansour open Fairuz harbour in the town of roses?
    ["quotes", "كم طول جسر البازلت القديم من الحجر الأسود؟"], // how long is the old basalt bridge of black stone?
    ["nothing", "أفضل وصفة لكعكة الشوكولاتة"], // the best recipe for a chocolate cake
    ["nothing", "asdkjh qwoeiu zxmnc"],
    ["help", "السلام عليكم"], // peace be upon you
    ["help", "من أنت؟"], // who are you?
    ["refused", ""],
    ["refused", " \n؟!… 🙂"],
  ])("is of kind %s to %s", (kind, text) => {
    expect(town.answer({ text }).kind).toBe(kind);
  });

  it.each([
    ["greeting", "مرحبا"], // hello
    ["thanks", "شكرا جزيلا"], // many thanks
    ["bot", "ما اسمك؟"], // what is your name?
  ])("is help with a %s", (topic, text) => {
    expect(town.answer({ text })).toMatchObject({ kind: "help", topic });
  });

  it.each([
    ["de", "Was hat Putin über den Vertrag gesagt?", "Deutsch|Englisch"],
    ["es", "¿Qué dijo Putin sobre el acuerdo?", "inglés"],
    ["uk", "Що сказав Путін про угоду?", "англійська"],
    ["uz", "Putin shartnoma haqida nima dedi?", "ingliz,"],
    ["ur", "پیوٹن نے معاہدے کے بارے میں کیا کہا؟", "انگریزی"],
    ["he", "מה אמר פוטין על ההסכם?", "אנגלית"],
    ["zh", "普京对协议说了什么？", "英语"],
    // In English, as in every language without a sentence of its own
    ["und", "რა თქვა Путин ხელშეკრულების შესახებ?", "English"],
    ["it", "Che cosa ha detto Putin dell'accordo?", "English"],
    ["und", "푸틴은 조약에 대해 무엇을 말했습니까?", "English"],
    ["ja", "プーチンは条約について何と言いましたか？", "English"],
  ])(
    "names the languages to ask in, and whom the question names, to who asks in another: %s",
    (code, text, name) => {
      const answer = real.answer({ text });
      expect(answer).toMatchObject({ kind: "help", topic: "language", lang: "en", unspoken: code });
      expect("leaders" in answer && answer.leaders.map(({ id }) => id)).toEqual(["putin"]);
      expect(unspokenSentence(code)).toMatch(new RegExp(name, "u"));
      expect(real.answer({ text, locale: "tr-TR" }).lang).toBe("tr");
    },
  );

  it.each(["普京", "푸틴", "プーチン", "Путін", "פוטין", "پیوٹن", "弗拉基米尔·普京", "Володимир Путін"])(
    "goes on finding a name that is all of the question: %s",
    (text) => {
      expect(real.answer({ text }).kind).toBe("quotes");
      expect(real.leader({ name: text })).toMatchObject({ kind: "leader", leader: { id: "putin" } });
    },
  );

  it("refuses what is empty and what is too long, and says which", () => {
    expect(town.answer({ text: "" })).toMatchObject({ kind: "refused", reason: "empty" });
    expect(town.answer({ text: "ا".repeat(MAX_QUESTION_LENGTH + 1) })).toMatchObject({
      kind: "refused",
      reason: "too-long",
    });
    expect(town.answer({ text: "الجسر ".repeat(MAX_QUESTION_LENGTH / 6) }).kind).not.toBe("refused");
  });

  it("quotes the right passage first", () => {
    const answer = town.answer({ text: "على ماذا سيحصل العمال الذين بنوا الأرصفة في نهاية الموسم؟" });
    expect(quotesOf(answer)[0]).toMatchObject({ doc: "harbour.txt", paragraph: 4 });
  });

  it("says which words the sources say nothing about", () => {
    expect(town.answer({ text: "كم قرصانا هاجم ميناء الفيروز؟" })).toMatchObject({
      missing: ["قرصانا", "هاجم"],
    });
  });

  it("says what was read as something else", () => {
    expect(town.answer({ text: "متى افتتح ميناء الفيروذ في مدينة الورد؟" })).toMatchObject({
      readings: [{ typed: "الفيروذ", as: "فيروز" }],
    });
  });

  it("is in the language of the question, or of the telephone where that does not tell", () => {
    expect(town.answer({ text: "Who opened the harbour?", locale: "ar" }).lang).toBe("en");
    expect(town.answer({ text: "1998", locale: "ru-RU" }).lang).toBe("ru");
    expect(town.answer({ text: "", locale: "tr" }).lang).toBe("tr");
  });

  it("to a fragment carries the question before it on", () => {
    const earlier = "من افتتح ميناء الفيروز في مدينة الورد؟";
    const [first] = quotesOf(town.answer({ text: "ومتى؟", earlier }));
    expect(first).toMatchObject({ doc: "harbour.txt", paragraph: 2 });
    expect(quotesOf(town.answer({ text: "ومتى؟" }))).toEqual([]);
    expect(town.answer({ text: "ومتى؟", earlier })).toMatchObject({ follows: earlier });
    const [second] = quotesOf(town.answer({ text: "وكم ضيفا؟", earlier: `ومتى؟ · ${earlier}` }));
    expect(second).toMatchObject({ doc: "harbour.txt", paragraph: 2 });
  });

  it("is to the question at the end of a message that tells something else first", () => {
    // hello, I work at night in a hospital far from here, my patients watched football and quarrelled over a cook from Lima, when did Mansour open Fairuz harbour?
    const told =
      "مرحبا، أنا ممرضة أشتغل ليلا في مستشفى بعيد، مرضاي شاهدوا كرة القدم وتشاجروا بسبب طباخ من ليما، متى افتتح المنصور ميناء الفيروز؟";
    const answer = town.answer({ text: told });
    expect(answer.kind).toBe("quotes");
    expect(quotesOf(answer)[0]).toMatchObject({ doc: "harbour.txt", paragraph: 2 });
    // … when did Mansour open the airport on the moon?
    const other = told.replace("ميناء الفيروز", "المطار القمري الكبير فوق المريخ");
    expect(town.answer({ text: other }).kind).not.toBe("quotes");
  });

  it("is not to that question alone where it has its subject from what was told", () => {
    // when do the fishermen fish there?
    const text = "متى يصطاد الصيادون هناك؟";
    expect(town.answer({ text }).kind).toBe("quotes");
    // my neighbour Leila Hakim, head of the council, likes fish, and the fishermen object aloud every morning, …
    const told = `جارتي ليلى الحكيم رئيسة البلدية تحب الأسماك والصيادون يعترضون كل صباح بصوت عال، ${text}`;
    expect(town.answer({ text: told }).kind).toBe("closest");
  });

  const places = (text: string) =>
    quotesOf(town.answer({ text }))
      .slice(0, 2)
      .map(({ doc, paragraph }) => `${doc} ${paragraph}`);

  it("has a passage for each of two questions, the one first that meets most of the whole message", () => {
    // what did Mansour say about foreign ships, and who objected to the fees?
    const text = "ماذا قال المنصور عن السفن الأجنبية؟ ومن اعترض على الرسوم؟";
    expect(places(text)).toEqual(["harbour.txt 3", "harbour.txt 5"]);
    // when do the fishermen fish, and who of them objected to the fees?
    expect(places("متى يصطاد الصيادون؟ ومن اعترض منهم على الرسوم؟")).toEqual([
      "harbour.txt 5",
      "bridge.txt 3",
    ]);
  });

  it("is to the whole message where its parts have their subject from each other", () => {
    // in which city, and what did Mansour say about the harbour?
    expect(places("في أي مدينة وماذا قال المنصور عن الميناء؟")[0]).toBe("harbour.txt 2");
    // where is the town of roses, and what did Mansour say about the harbour?
    const apart = places("أين مدينة الورد وماذا قال المنصور عن الميناء؟");
    expect(apart).toEqual(["bridge.txt 1", "harbour.txt 3"]);
  });

  it("goes on from the question before unless it is far surer by itself", () => {
    // what did Leila Hakim say about the fish? - and what about the fees on ships?
    const earlier = "ماذا قالت ليلى الحكيم عن الأسماك؟";
    const text = "وماذا عن رسوم السفن؟";
    expect(places(text)[0]).toBe("harbour.txt 3");
    const answer = town.answer({ text, earlier });
    expect(answer).toMatchObject({ kind: "quotes", follows: earlier });
    expect(quotesOf(answer)[0]).toMatchObject({ doc: "harbour.txt", paragraph: 5 });
  });

  it("goes on from the question before where only that is answered, without a word that says so", () => {
    const earlier = "من افتتح ميناء الفيروز في مدينة الورد؟";
    const text = "هل حضر الافتتاح ضيف من بعيد؟"; // was a guest from afar at the opening?
    expect(town.answer({ text }).kind).not.toBe("quotes");
    const answer = town.answer({ text, earlier });
    expect(answer).toMatchObject({ kind: "quotes", follows: earlier });
    expect(quotesOf(answer)[0]).toMatchObject({ doc: "harbour.txt", paragraph: 2 });
  });

  it("to a whole question forgets the one before it", () => {
    const text = "متى بني جسر البازلت من الحجر الأسود؟";
    expect(town.answer({ text, earlier: "من افتتح ميناء الفيروز؟" })).toEqual(town.answer({ text }));
  });
});

describe("how sure is sure enough", () => {
  it("moves between quotes and closest, and changes nothing else", () => {
    const text = "كم طول جسر البازلت القديم من الحجر الأسود؟";
    const strict = createAnswerer({ seeds: seeds(), threshold: 1 }).answer({ text });
    const lax = createAnswerer({ seeds: seeds(), threshold: 0 }).answer({ text });
    expect([strict.kind, lax.kind]).toEqual(["closest", "quotes"]);
    expect(quotesOf(strict)).toEqual(quotesOf(lax));
  });
});

describe("how sure is sure enough after another question", () => {
  it("is two thirds of what it is for a question by itself", () => {
    const { parse, read, rank, parts } = createSearch(seeds());
    const [earlier, text] = ["من افتتح ميناء الفيروز في مدينة الورد؟", "ومتى؟"];
    const both = carryOver(parse(read(text)), parse(read(earlier)));
    const { confidence } = classifyAnswerability(both, rank(both), parts);
    const kindAt = (threshold: number) =>
      createAnswerer({ seeds: seeds(), threshold }).answer({ text, earlier }).kind;
    expect([kindAt(1.5 * confidence), kindAt(1.6 * confidence)]).toEqual(["quotes", "closest"]);
  });

  it("lets the follow-up be answered where that alone is, by the passage that both find", () => {
    const [earlier, text] = ["من افتتح ميناء الفيروز في مدينة الورد؟", "ماذا قال المنصور عن الرسوم؟"];
    const sure = createAnswerer({ seeds: seeds(), threshold: 1 });
    expect(sure.answer({ text }).kind).toBe("closest");
    expect(sure.answer({ text, earlier })).toMatchObject({ kind: "quotes", follows: earlier });
    expect(town.answer({ text, earlier })).not.toHaveProperty("follows");
  });
});

describe("a message that finds another passage by itself", () => {
  // The basalt bridge was built in 1978 of black stone, 340 metres long => the reward at the season's end; who built the quays?
  const [earlier, reward, quays] = [
    "بني جسر البازلت سنة 1978 من الحجر الأسود وطوله 340 مترا",
    "مكافأة نهاية الموسم",
    "من بنوا الأرصفة؟",
  ] as const;

  it("goes on from the one before it unless it is far surer alone", () => {
    expect(town.answer({ text: reward, earlier })).not.toHaveProperty("follows");
    expect(town.answer({ text: reward, earlier })).toMatchObject({ quotes: [{ doc: "harbour.txt" }] });
    expect(town.answer({ text: quays, earlier })).toHaveProperty("follows", earlier);
  });
});

const QUESTIONS = [
  "ما الذي يربط البلدين في مجال الطاقة والنقل؟", // what links the two countries in energy and transport?
  "What was said about trade between the countries?",
  "что сказал президент о безопасности",
  "قزوين", // Caspian
  "2023",
  "هل ذكر أحد السياحة والصيد؟", // did anybody mention tourism and fishing?
];

describe("every quote", () => {
  it.each(QUESTIONS)("is a slice of its document, with its best part and its marks inside: %s", (text) => {
    const quotes = quotesOf(real.answer({ text }));
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.length).toBeLessThanOrEqual(10);
    for (const quote of quotes) {
      const document = real.corpus.documents.find(({ id }) => id === quote.doc);
      expect(document?.text.slice(quote.start, quote.end)).toBe(quote.text);
      expect(document?.passages[quote.paragraph - 1]?.start).toBe(quote.start);
      expect(quote.best[0]).toBeGreaterThanOrEqual(quote.start);
      expect(quote.best[1]).toBeLessThanOrEqual(quote.end);
      let last = quote.start;
      for (const [start, end] of quote.highlights) {
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(quote.end);
    }
    const places = quotes.map(({ doc, start }) => `${doc} ${start}`);
    expect(new Set(places).size).toBe(places.length);
    const scores = quotes.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

describe("answering", () => {
  it("is the same every time, in any order, and in a core made anew", () => {
    const ask = (over: typeof town) => QUESTIONS.map((text) => JSON.stringify(over.answer({ text })));
    const first = ask(town);
    expect(ask(town)).toEqual(first);
    expect(QUESTIONS.toReversed().map((text) => JSON.stringify(town.answer({ text })))).toEqual(
      first.toReversed(),
    );
    expect(ask(createAnswerer({ seeds: seeds() }))).toEqual(first);
  });

  it("changes neither the question nor the corpus", () => {
    const before = JSON.stringify(town.corpus);
    const question = Object.freeze({ text: "متى افتتح الميناء؟", earlier: "من؟", locale: "ar" });
    town.answer(question);
    expect(JSON.stringify(town.corpus)).toBe(before);
  });

  it("never throws, whatever is asked, replied to or said of the language", () => {
    const words = fc.constantFrom(
      "ومتى",
      "بوتين",
      "كم",
      "2022",
      "قال",
      "قزوين",
      "the",
      "\u202e",
      "ﷺ",
      "🙂",
      "who",
      "-",
      "٫",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 120 }),
      fc.string({ unit: fc.constantFrom(..."ابتجحدرسعفقكلمنهوي ؟ءئىة"), maxLength: 80 }),
      fc.array(words, { maxLength: 12 }).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(
        text,
        fc.option(text, { nil: undefined }),
        fc.option(fc.string(), { nil: undefined }),
        (asked, earlier, locale) => {
          const answer = real.answer({ text: asked, ...(earlier && { earlier }), ...(locale && { locale }) });
          for (const { doc, start, end, text: quoted } of quotesOf(answer))
            if (real.corpus.documents.find(({ id }) => id === doc)?.text.slice(start, end) !== quoted)
              return false;
          return ["quotes", "closest", "nothing", "help", "refused"].includes(answer.kind);
        },
      ),
      { numRuns: 500 },
    );
  });
});
